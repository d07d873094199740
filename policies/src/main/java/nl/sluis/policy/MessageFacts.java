package nl.sluis.policy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.ProfessionalRole;
import nl.sluis.policy.rules.Point;
import nl.sluis.policy.rules.Vocabulary;

/** The facts about the message as a whole. What a ground does not ask stays unknown, which never helps. */
final class MessageFacts {

    private static final Set<DataCategory> IDENTIFYING = EnumSet.of(
            DataCategory.IDENTITY,
            DataCategory.CONTACT,
            DataCategory.BSN,
            DataCategory.ADDRESS,
            DataCategory.REPORTER_IDENTITY);

    private final Question question;
    private final Facts facts;

    private MessageFacts(Question question, Vocabulary vocabulary) {
        this.question = question;
        this.facts = new Facts(Point.unknown(vocabulary));
    }

    static Facts of(Question question, Vocabulary vocabulary) {
        MessageFacts message = new MessageFacts(question, vocabulary);
        message.claim();
        new MeldcodeFacts(question).fill(message.facts);
        if (question.request().basis() == LegalBasis.MELDRECHT_WMO_5_2_6) {
            new InformingFacts(question).fillMessage(message.facts, question.leading());
        }
        message.arrears();
        message.facts.set("maatregel", new MeasureFacts(question).best());
        message.facts.set("vto-velden", message.requestComplete() ? "volledig" : "onvolledig");
        return message.facts;
    }

    private void claim() {
        SharingRequest request = question.request();
        facts.set("grondslag", request.basis().name())
                .set("soort", request.kind().name())
                .set("ontvanger", request.recipient().type().name())
                .set("grond-afzender", question.discloserType().name())
                .set("grond-ontvanger", question.receiverType().name())
                .set("rol", request.sender().role() == ProfessionalRole.ARTS ? "ARTS" : "anders")
                .set(
                        "regime",
                        request.sender().regime() == null
                                ? "onbekend"
                                : request.sender().regime().name())
                .set("doel", request.purpose() == null ? "ontbreekt" : "genoemd")
                .set("ouders-mogen-niet-weten", question.facts().parentsMustNotKnow())
                .set("herkenbaar", request.items().stream().anyMatch(item -> IDENTIFYING.contains(item.category())))
                .set("tweede-professional", secondProfessional());
    }

    private boolean secondProfessional() {
        String second = question.facts().secondProfessional();
        return second != null && !second.isBlank();
    }

    private void arrears() {
        ArrearsRecord arrears = question.facts().arrears();
        if (arrears != null) {
            facts.set("huur-contact", arrears.contactAttempted())
                    .set("huur-gewezen", arrears.pointedToHelp())
                    .set("huur-herinnerd", arrears.writtenReminder())
                    .set("huur-aangeboden", arrears.offeredToPassOn())
                    .set("huur-bezwaar", arrears.tenantObjected());
        } else {
            // Nothing recorded is not an objection; the four preconditions are missing all the same.
            facts.set("huur-bezwaar", false);
        }
    }

    /** The statutory minimum of a request for inquiry (Regeling justitiële keteninformatisering Jeugdwet, annex). */
    private boolean requestComplete() {
        if (question.request().kind() != MessageKind.CHILD_PROTECTION_REQUEST) {
            return true;
        }
        List<PersonRef> children = question.leading().stream()
                .filter(ref -> !AgeClass.adult(
                        question.day(), question.person(ref).birthDate().earliest()))
                .toList();
        return !children.isEmpty() && children.stream().allMatch(this::childComplete);
    }

    private boolean childComplete(PersonRef child) {
        InformingFacts informing = new InformingFacts(question);
        return (has(child, DataCategory.BSN) || has(child, DataCategory.IDENTITY))
                && Custodians.of(question.person(child).custody()).stream()
                        .flatMap(List::stream)
                        .allMatch(holder -> has(holder, DataCategory.IDENTITY) && informing.recorded(holder));
    }

    private boolean has(PersonRef person, DataCategory category) {
        return question.request().items().stream()
                .anyMatch(item -> item.subject().equals(person) && item.category() == category);
    }
}
