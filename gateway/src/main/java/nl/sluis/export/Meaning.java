package nl.sluis.export;

import java.util.List;
import java.util.Optional;

/**
 * What the entries of one event mean: the profile that every form is written by.
 *
 * @param event its name; one that ends with a star stands for all that begin so
 * @param about by what the persons are found that it is about
 */
record Meaning(String event, Act act, About about) {

    /** By what the persons of an entry are found. */
    enum About {
        /** The message that was sent from here. */
        SENT,
        /** The message that came here, by its sender. */
        ARRIVED,
        /** The field {@code consent}. */
        CONSENT,
        /** The field {@code copy}: of another organisation's consent. */
        COPY,
        /** The field {@code person}. */
        PERSON,
        /** The field {@code measure}: of child protection. */
        MEASURE,
        /** The field {@code case}: of the meldcode. */
        CASE,
        /** The field {@code household}. */
        HOUSEHOLD,
        /** Nothing leads to them. */
        NOBODY
    }

    /** The first that fits counts. */
    private static final List<Meaning> ALL = List.of(
            new Meaning("message.decided", Act.DECIDED, About.SENT),
            new Meaning("message.decided-again", Act.DECIDED, About.SENT),
            new Meaning("decision.kept", Act.DECIDED, About.SENT),
            new Meaning("decision.asked", Act.DECIDED, About.NOBODY),
            new Meaning("message.sent", Act.DISCLOSED, About.SENT),
            new Meaning("consent.given-to-discloser", Act.DISCLOSED, About.CONSENT),
            new Meaning("message.received", Act.RECEIVED, About.ARRIVED),
            new Meaning("consent.news-received", Act.RECEIVED, About.NOBODY),
            new Meaning("message.content-destroyed", Act.DESTROYED, About.SENT),
            new Meaning("attachment.read", Act.READ, About.ARRIVED),
            new Meaning("message.read", Act.READ, About.SENT),
            new Meaning("undelivered.read", Act.READ, About.NOBODY),
            new Meaning("person.read", Act.READ, About.PERSON),
            new Meaning("brp.asked", Act.READ, About.PERSON),
            new Meaning("brp.not-asked", Act.READ, About.PERSON),
            new Meaning("brp.answered", Act.RECEIVED, About.PERSON),
            new Meaning("consent.read", Act.READ, About.CONSENT),
            new Meaning("consents.read", Act.READ, About.PERSON),
            new Meaning("measure.read", Act.READ, About.MEASURE),
            new Meaning("measures.read", Act.READ, About.PERSON),
            new Meaning("meldcode.read", Act.READ, About.CASE),
            new Meaning("feed.message-read", Act.READ, About.ARRIVED),
            new Meaning("feed.*", Act.READ, About.HOUSEHOLD),
            new Meaning("involvement.read", Act.READ, About.HOUSEHOLD),
            new Meaning("involvement.*", Act.RECORDED, About.HOUSEHOLD),
            new Meaning("family.read", Act.READ, About.HOUSEHOLD),
            new Meaning("families.read", Act.READ, About.NOBODY),
            new Meaning("contact.recorded", Act.RECORDED, About.HOUSEHOLD),
            new Meaning("plan.read", Act.READ, About.HOUSEHOLD),
            new Meaning("plan.*", Act.RECORDED, About.HOUSEHOLD),
            new Meaning("regie.read", Act.READ, About.HOUSEHOLD),
            new Meaning("regie.*", Act.RECORDED, About.HOUSEHOLD),
            new Meaning("closing.read", Act.READ, About.HOUSEHOLD),
            new Meaning("closing.*", Act.RECORDED, About.HOUSEHOLD),
            new Meaning("handover.read", Act.READ, About.HOUSEHOLD),
            new Meaning("handover.searched", Act.READ, About.NOBODY),
            new Meaning("handover.*", Act.RECORDED, About.HOUSEHOLD),
            new Meaning("safety.read", Act.READ, About.HOUSEHOLD),
            new Meaning("safety.*", Act.RECORDED, About.HOUSEHOLD),
            new Meaning("watch.unreadable", Act.CARRIED, About.NOBODY),
            new Meaning("tasks.read", Act.READ, About.HOUSEHOLD),
            new Meaning("item.*", Act.RECORDED, About.HOUSEHOLD),
            new Meaning("task.*", Act.RECORDED, About.HOUSEHOLD),
            new Meaning("disclosures.read", Act.READ, About.PERSON),
            new Meaning("figures.read", Act.READ, About.NOBODY),
            new Meaning("audit.*", Act.READ, About.NOBODY),
            new Meaning("household.erased", Act.DESTROYED, About.HOUSEHOLD),
            new Meaning("household.joined", Act.RECORDED, About.HOUSEHOLD),
            new Meaning("household.kept-apart", Act.RECORDED, About.HOUSEHOLD),
            new Meaning("household.stalled", Act.RECORDED, About.HOUSEHOLD),
            new Meaning("household.turns-18", Act.RECORDED, About.HOUSEHOLD),
            new Meaning("household.*", Act.READ, About.HOUSEHOLD),
            new Meaning("attachment.uploaded", Act.RECORDED, About.NOBODY),
            new Meaning("attachment.inspected", Act.CARRIED, About.NOBODY),
            new Meaning("attachment.destroyed", Act.DESTROYED, About.NOBODY),
            new Meaning("retention.destroyed", Act.DESTROYED, About.NOBODY),
            new Meaning("sessions.ended", Act.RECORDED, About.NOBODY),
            new Meaning("PERSON_RECORDED", Act.RECORDED, About.PERSON),
            new Meaning("PERSON_ERASED", Act.DESTROYED, About.PERSON),
            new Meaning("MELDCODE_ERASED", Act.DESTROYED, About.CASE),
            new Meaning("BIRTH_DATE_COMPLETED", Act.RECORDED, About.PERSON),
            new Meaning("CONSENT_COPY_*", Act.RECORDED, About.COPY),
            new Meaning("CONSENT_*", Act.RECORDED, About.CONSENT),
            new Meaning("MELDCODE_*", Act.RECORDED, About.CASE),
            new Meaning("MEASURE_*", Act.RECORDED, About.MEASURE),
            new Meaning("zaak.filed", Act.CARRIED, About.NOBODY),
            new Meaning("withdrawal.received", Act.CARRIED, About.ARRIVED),
            new Meaning("withdrawal.told", Act.CARRIED, About.SENT),
            new Meaning("cancellation.received", Act.CARRIED, About.NOBODY),
            new Meaning("cancellation.*", Act.CARRIED, About.SENT),
            new Meaning("envelope.*", Act.CARRIED, About.ARRIVED),
            new Meaning("message.*", Act.CARRIED, About.SENT),
            new Meaning("notice.*", Act.CARRIED, About.NOBODY),
            new Meaning("receipt.*", Act.CARRIED, About.SENT),
            new Meaning("login.*", Act.ENTERED, About.NOBODY),
            new Meaning("session.*", Act.ENTERED, About.NOBODY),
            new Meaning("access.*", Act.ENTERED, About.NOBODY),
            new Meaning("directory.*", Act.OPERATED, About.NOBODY),
            new Meaning("tls.*", Act.OPERATED, About.NOBODY),
            new Meaning("policy.*", Act.OPERATED, About.NOBODY),
            new Meaning("registers.differ", Act.OPERATED, About.NOBODY),
            new Meaning("restore.*", Act.OPERATED, About.NOBODY),
            new Meaning("checkpoint.*", Act.OPERATED, About.NOBODY),
            new Meaning("storage.*", Act.OPERATED, About.NOBODY),
            new Meaning("witness.*", Act.OPERATED, About.NOBODY));

    /** Of an event; empty when it is of a version that this one does not know. */
    static Optional<Meaning> of(String event) {
        return ALL.stream().filter(meaning -> meaning.fits(event)).findFirst();
    }

    /** Whatever is not known may be about persons. */
    static Meaning unknown(String event) {
        return new Meaning(event, Act.CARRIED, About.NOBODY);
    }

    private boolean fits(String name) {
        return event.endsWith("*") ? name.startsWith(event.substring(0, event.length() - 1)) : name.equals(event);
    }
}
