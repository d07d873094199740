package nl.sluis.handover;

import java.util.List;
import java.util.Set;
import nl.sluis.adapter.Draft;
import nl.sluis.adapter.MessageJson;
import nl.sluis.adapter.Payload;
import nl.sluis.canonical.AssertionType;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.Person;
import nl.sluis.canonical.PersonDetails;
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
        Person subject = handover.persons().stream()
                .filter(person -> person.role() == HouseholdRole.CHILD)
                .findFirst()
                .orElseGet(() -> handover.persons().getFirst());
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
                sections(subject, told),
                List.of(),
                Set.of(),
                false);
    }

    private static List<Section> sections(Person subject, Told told) {
        return List.of(
                section("code", subject, new Content.Coded(Block.SYSTEM, told.code(), told.form())),
                section(
                        "said",
                        subject,
                        new Content.Statement(
                                told.text(), AssertionType.REPORTED_BY, PartialDate.of(told.on()), told.person())));
    }

    private static Section section(String id, Person subject, Content content) {
        return new Section(new SectionId(id), subject.ref(), DataCategory.PLANNING, null, true, content);
    }
}
