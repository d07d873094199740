package nl.sluis.handover;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import nl.sluis.adapter.Draft;
import nl.sluis.adapter.MessageJson;
import nl.sluis.adapter.Payload;
import nl.sluis.canonical.AssertionType;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.Person;
import nl.sluis.canonical.PersonDetails;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.ProfessionalRole;
import nl.sluis.canonical.Section;
import nl.sluis.canonical.SectionId;
import nl.sluis.outbox.MessageState;
import nl.sluis.send.SendMessage;
import nl.sluis.send.Submission;
import nl.sluis.send.Submitted;

/** Word back on the path: decided about, sealed and audited as any other feedback. */
final class PathWordBack implements WordBack {

    private static final String MEDIA_TYPE = "application/json";

    private final SendMessage send;

    PathWordBack(SendMessage send) {
        this.send = send;
    }

    @Override
    public boolean tell(Message handover, Told told) {
        if (handover.persons().isEmpty()) {
            return false;
        }
        Draft draft = draft(handover, told);
        byte[] original = MessageJson.mapper().writeValueAsBytes(draft.sections());
        return send.submit(new Submission(draft, new Payload(MEDIA_TYPE, original), null))
                        instanceof Submitted.Decided decided
                && decided.state() != MessageState.DENY;
    }

    private static Draft draft(Message handover, Told told) {
        Person subject = subject(handover);
        PersonDetails known = new PersonDetails(subject.ref(), subject.role(), Set.of(), PartialDate.UNKNOWN);
        return new Draft(
                MessageKind.FEEDBACK,
                handover.sender(),
                ProfessionalRole.REGISSEUR,
                handover.purpose(),
                handover.basis(),
                handover.urgency(),
                handover.id(),
                null,
                List.of(known),
                sections(handover, subject, told),
                List.of(),
                Set.of(),
                false);
    }

    /** The first child of whom something is said, so that the ground speaks of them; where there is none, who comes first. */
    private static Person subject(Message handover) {
        List<PersonRef> told = handover.sections().stream()
                .filter(section -> !(section.content() instanceof Content.Identity))
                .map(Section::subject)
                .toList();
        List<Person> persons = handover.persons();
        return persons.stream()
                .filter(person -> person.role() == HouseholdRole.CHILD && told.contains(person.ref()))
                .findFirst()
                .or(() -> persons.stream()
                        .filter(person -> told.contains(person.ref()))
                        .findFirst())
                .orElseGet(persons::getFirst);
    }

    private static List<Section> sections(Message handover, Person subject, Told told) {
        // What a visit found is about safety; all else is who does what and when
        DataCategory category =
                told.code().equals(Act.Type.FINDINGS.name()) ? DataCategory.SAFETY : DataCategory.PLANNING;
        // A consent is for life domains: word back without one would be outside every consent that names some
        LifeDomain domain = handover.sections().stream()
                .filter(section -> section.subject().equals(subject.ref()))
                .map(Section::lifeDomain)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        Content code = new Content.Coded(Block.SYSTEM, told.code(), told.form());
        Content said =
                new Content.Statement(told.text(), AssertionType.REPORTED_BY, PartialDate.of(told.on()), told.person());
        return List.of(
                new Section(new SectionId("code"), subject.ref(), category, domain, true, code),
                new Section(new SectionId("said"), subject.ref(), category, domain, true, said));
    }
}
