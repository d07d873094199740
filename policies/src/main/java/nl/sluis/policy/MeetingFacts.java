package nl.sluis.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.sluis.canonical.ConsentDecision;
import nl.sluis.canonical.PersonRef;
import org.jspecify.annotations.Nullable;

/** The facts about a meeting with the family: who was there, and what was discussed (requirement R-09). */
final class MeetingFacts {

    private final Question question;
    private final @Nullable Meeting meeting;

    MeetingFacts(Question question) {
        this.question = question;
        Meeting stated = question.facts().meeting();
        // A meeting that is still to come has not been
        this.meeting = stated == null || stated.at().isAfter(question.day()) ? null : stated;
    }

    void fillMessage(Facts facts) {
        if (meeting != null) {
            facts.set(FactNames.MEETING, true)
                    .set(FactNames.DISCLOSER_WAS_THERE, meeting.organisations().contains(question.discloser()))
                    .set(FactNames.RECEIVER_WAS_THERE, meeting.organisations().contains(question.receiver()));
        }
    }

    void fillItem(Facts facts, RequestedItem item, Givers givers) {
        facts.set(FactNames.AGE, givers.age())
                .set(FactNames.CUSTODY, givers.heldBy())
                .set(FactNames.REPRESENTATIVE_KNOWN, !givers.representatives().isEmpty());
        if (meeting == null) {
            return;
        }
        facts.set(FactNames.DISCUSSED, discussed(meeting, item));
        boolean guardian = givers.heldBy() == HeldBy.GUARDIAN;
        List<PersonRef> guardians = new ArrayList<>(guardian ? givers.custodians() : List.of());
        List<PersonRef> representatives = representatives(givers);
        guardians.addAll(representatives);
        List<PersonRef> self = givers.needed(GiverGroup.SELF) ? List.of(item.subject()) : List.of();
        boolean youth = givers.age() == AgeClass.FROM_12;
        absent(facts, FactNames.PARENT_ABSENT, item, guardian ? List.of() : givers.custodians());
        absent(facts, FactNames.GUARDIAN_ABSENT, item, guardians);
        absent(facts, FactNames.YOUTH_ABSENT, item, youth ? self : List.of());
        absent(facts, FactNames.SELF_ABSENT, item, youth ? List.of() : self);
        List<PersonRef> others = new ArrayList<>(givers.custodians());
        others.addAll(representatives);
        objecting(facts, FactNames.CUSTODIAN_OBJECTED, item, others);
        objecting(facts, FactNames.SELF_OBJECTED, item, self);
        others.addAll(self);
        facts.set(
                FactNames.CONSENT_MISSING,
                others.isEmpty()
                        || !others.stream().allMatch(person -> agreed(person) && !cameBack(meeting, person, item)));
    }

    /** Of several people on record one suffices, and then the one who was there; of those whom the law names, each. */
    private List<PersonRef> representatives(Givers givers) {
        List<PersonRef> all = givers.representatives();
        return givers.everyRepresentative() || all.isEmpty()
                ? all
                : List.of(all.stream().filter(this::agreed).findFirst().orElse(all.get(0)));
    }

    private static boolean discussed(Meeting meeting, RequestedItem item) {
        return item.lifeDomain() == null
                ? item.identifies()
                : meeting.discussed().contains(item.lifeDomain());
    }

    private boolean agreed(PersonRef person) {
        return meeting != null
                && meeting.persons().contains(person)
                && !meeting.objected().contains(person);
    }

    private void absent(Facts facts, FactName<Boolean> fact, RequestedItem item, List<PersonRef> needed) {
        flag(
                facts,
                fact,
                item,
                needed.stream()
                        .filter(person -> meeting == null || !meeting.persons().contains(person))
                        .toList());
    }

    private void objecting(Facts facts, FactName<Boolean> fact, RequestedItem item, List<PersonRef> needed) {
        flag(
                facts,
                fact,
                item,
                needed.stream()
                        .filter(person -> meeting == null
                                || meeting.objected().contains(person)
                                || cameBack(meeting, person, item))
                        .toList());
    }

    /** Whether somebody refused to this recipient since, or withdrew what he had given: what was said at the table ends with it. */
    private boolean cameBack(Meeting held, PersonRef person, RequestedItem item) {
        Instant since = held.at().atStartOfDay(HomeDay.ZONE).toInstant();
        return question.records().stream()
                .map(SeenRecord::record)
                .filter(record ->
                        record.giver().equals(person) && record.subjects().contains(item.subject()))
                .filter(record ->
                        record.recipients().isEmpty() || record.recipients().contains(question.receiver()))
                .anyMatch(record -> record.decision() == ConsentDecision.REFUSED
                        ? record.withdrawnAt() == null && !record.recordedAt().isBefore(since)
                        : record.withdrawnAt() != null
                                && !record.withdrawnAt().isBefore(since)
                                && !record.withdrawnAt()
                                        .isAfter(question.request().at()));
    }

    private static void flag(Facts facts, FactName<Boolean> fact, RequestedItem item, List<PersonRef> people) {
        facts.set(fact, !people.isEmpty())
                .concerns(
                        fact,
                        people.stream()
                                .distinct()
                                .map(person -> new Who(item.subject(), person))
                                .toList());
    }
}
