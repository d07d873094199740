package nl.sluis.policy;

import java.util.ArrayList;
import java.util.List;
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
            facts.set("bijeenkomst", "vastgelegd")
                    .set("afzender-aanwezig", meeting.organisations().contains(question.discloser()))
                    .set("ontvanger-aanwezig", meeting.organisations().contains(question.receiver()));
        }
    }

    void fillItem(Facts facts, RequestedItem item, Givers givers) {
        facts.set("leeftijd", givers.ageWord())
                .set("gezag", givers.custodyWord())
                .set("vertegenwoordiger-bekend", !givers.representatives().isEmpty());
        if (meeting == null) {
            return;
        }
        facts.set("besproken", discussed(meeting, item));
        boolean guardian = givers.custodyWord().equals("voogd");
        List<PersonRef> guardians = new ArrayList<>(guardian ? givers.custodians() : List.of());
        List<PersonRef> representatives = representatives(givers);
        guardians.addAll(representatives);
        List<PersonRef> self = givers.needed(Givers.SELF) ? List.of(item.subject()) : List.of();
        boolean youth = givers.ageWord().equals(AgeClass.FROM_12.word());
        absent(facts, "ouder-afwezig", item, guardian ? List.of() : givers.custodians());
        absent(facts, "voogd-afwezig", item, guardians);
        absent(facts, "jeugdige-afwezig", item, youth ? self : List.of());
        absent(facts, "betrokkene-afwezig", item, youth ? List.of() : self);
        List<PersonRef> others = new ArrayList<>(givers.custodians());
        others.addAll(representatives);
        objecting(facts, "gezagsdrager-bezwaar", item, others);
        objecting(facts, "betrokkene-bezwaar", item, self);
        others.addAll(self);
        facts.set("toestemming-ontbreekt", others.isEmpty() || !others.stream().allMatch(this::agreed));
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
                ? Coverage.WITHOUT_DOMAIN.contains(item.category())
                : meeting.discussed().contains(item.lifeDomain());
    }

    private boolean agreed(PersonRef person) {
        return meeting != null
                && meeting.persons().contains(person)
                && !meeting.objected().contains(person);
    }

    private void absent(Facts facts, String fact, RequestedItem item, List<PersonRef> needed) {
        flag(
                facts,
                fact,
                item,
                needed.stream()
                        .filter(person -> meeting == null || !meeting.persons().contains(person))
                        .toList());
    }

    private void objecting(Facts facts, String fact, RequestedItem item, List<PersonRef> needed) {
        flag(
                facts,
                fact,
                item,
                needed.stream()
                        .filter(person -> meeting == null || meeting.objected().contains(person))
                        .toList());
    }

    private static void flag(Facts facts, String fact, RequestedItem item, List<PersonRef> people) {
        facts.set(fact, !people.isEmpty())
                .concerns(
                        fact,
                        people.stream()
                                .map(person -> new Who(item.subject(), person))
                                .toList());
    }
}
