package nl.sluis.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import nl.sluis.canonical.Capacity;
import nl.sluis.canonical.ConsentRecord;
import nl.sluis.canonical.PersonRef;

/** The facts about consent for one item. */
final class ConsentFacts {

    private static final List<String> SHORTCOMINGS = List.of(
            "ingetrokken",
            "verlopen",
            "niet-ingegaan",
            "zonder-bewijs",
            "buiten-ontvanger",
            "buiten-doel",
            "buiten-categorie",
            "buiten-leefgebied");

    private final Question question;
    private final RequestedItem item;
    private final Givers givers;
    private final List<GiverState> custodians;
    private final List<GiverState> self;
    private final List<GiverState> representatives;

    ConsentFacts(Question question, RequestedItem item, Givers givers) {
        this.question = question;
        this.item = item;
        this.givers = givers;
        Coverage coverage = new Coverage(question, item);
        this.custodians = givers.custodians().stream().map(coverage::of).toList();
        this.self = givers.needed(Givers.SELF) ? List.of(coverage.of(item.subject())) : List.of();
        this.representatives =
                oneOf(givers.representatives().stream().map(coverage::of).toList(), givers.everyRepresentative());
    }

    /** Of several representatives, the one who refused; else the one who consented; else the first. */
    private static List<GiverState> oneOf(List<GiverState> states, boolean every) {
        return every
                ? states
                : states.stream()
                        .min(Comparator.comparing((GiverState state) -> !state.refused())
                                .thenComparing(state -> !state.covered()))
                        .stream()
                        .toList();
    }

    private List<GiverState> all() {
        List<GiverState> all = new ArrayList<>(custodians);
        all.addAll(self);
        all.addAll(representatives);
        return all;
    }

    /** The consents on which the item would go. */
    List<ConsentRecord> used() {
        return all().stream()
                .map(GiverState::used)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    void fill(Facts facts) {
        facts.set("leeftijd", givers.ageWord()).set("gezag", givers.custodyWord());
        agreement(facts, Givers.CUSTODIANS, custodians);
        agreement(facts, Givers.SELF, self);
        agreement(facts, Givers.REPRESENTATIVE, representatives);
        facts.set("vertegenwoordiger-bekend", !representatives.isEmpty());
        flag(facts, "gezagsdrager-weigert", refusing(custodians));
        List<Who> own = new ArrayList<>(refusing(self));
        own.addAll(refusing(representatives));
        flag(facts, "betrokkene-weigert", own);
        for (String shortcoming : SHORTCOMINGS) {
            flag(
                    facts,
                    shortcoming,
                    all().stream()
                            .filter(state -> state.shortcomings().contains(shortcoming))
                            .map(this::who)
                            .toList());
        }
        boolean complete = !all().isEmpty() && all().stream().allMatch(GiverState::covered);
        facts.set("toestemming-ontbreekt", !complete);
        flag(facts, "geen-gezagsdrager", outsiders());
    }

    /** Who refused has decided and is not missing: his refusal is told instead. */
    private void agreement(Facts facts, String group, List<GiverState> states) {
        boolean agreed = !states.isEmpty() && states.stream().allMatch(GiverState::covered);
        facts.set(group + "-akkoord", agreed);
        facts.concerns(
                group + "-akkoord",
                states.stream()
                        .filter(state -> !state.covered() && !state.refused())
                        .map(this::who)
                        .toList());
    }

    private List<Who> refusing(List<GiverState> states) {
        return states.stream().filter(GiverState::refused).map(this::who).toList();
    }

    /** People without custody who consented or refused as if they had it (law table R11). */
    private List<Who> outsiders() {
        if (givers.custodians().isEmpty()) {
            return List.of();
        }
        return question.facts().consents().stream()
                .filter(record -> record.subjects().contains(item.subject())
                        && record.discloser().equals(question.discloser())
                        && !record.recordedAt().isAfter(question.request().at())
                        && (record.capacity() == Capacity.CUSTODIAN || record.capacity() == Capacity.GUARDIAN))
                .map(ConsentRecord::giver)
                .filter(giver -> !givers.custodians().contains(giver))
                .distinct()
                .map(this::who)
                .toList();
    }

    private static void flag(Facts facts, String fact, List<Who> who) {
        facts.set(fact, !who.isEmpty()).concerns(fact, who);
    }

    private Who who(GiverState state) {
        return who(state.giver());
    }

    private Who who(PersonRef giver) {
        return new Who(item.subject(), giver);
    }
}
