package nl.sluis.policy.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Exact answers about the rules over all thinkable cases: a rule is a box, so no case needs to be tried. */
public final class Proofs {

    private final Vocabulary vocabulary;
    private final List<Box> permits;
    private final List<Box> blocks;
    private final RuleSet rules;

    private Proofs(RuleBook book, LocalDate day) {

        this.vocabulary = book.vocabulary();
        this.rules = book.on(day);
        this.permits = boxes(rule -> rule.effect() == Effect.PERMIT);
        this.blocks = boxes(rule -> rule.effect().blocks());
    }

    private List<Box> boxes(java.util.function.Predicate<Rule> wanted) {
        return rules.rules().stream().filter(wanted).map(Rule::box).toList();
    }

    /** Every proof about the rules of a day: invariants, no silence, unknown never helps, consents in step with permits. */
    public static List<Proof> of(RuleBook book, LocalDate day) {
        Proofs proofs = new Proofs(book, day);
        List<Proof> results = new ArrayList<>();
        book.rules().stream()
                .filter(rule -> rule.effect() == Effect.NEVER && rule.place().holdsOn(day))
                .forEach(rule -> results.add(proofs.never(rule)));
        results.add(proofs.noSilence());
        results.add(proofs.unknownNeverHelps());
        results.add(proofs.neededConsentIsThere());
        results.add(proofs.everybodyIsAsked());
        return results;
    }

    private Proof never(Rule invariant) {
        List<String> counter = permits.stream()
                .map(permit -> permit.intersect(invariant.box()))
                .flatMap(box -> Cover.firstUncovered(box, blocks).stream())
                .map(this::describe)
                .toList();
        return new Proof(invariant.id() + " " + invariant.words().text(), counter);
    }

    private Proof noSilence() {
        List<Box> all = Stream.concat(permits.stream(), blocks.stream()).toList();
        Optional<Box> gap = Cover.firstUncovered(vocabulary.everything(), all);
        return new Proof(
                "op iedere vraag antwoordt een regel",
                gap.map(this::describe).stream().toList());
    }

    private Proof unknownNeverHelps() {
        List<String> counter = new ArrayList<>();
        for (int f = 0; f < vocabulary.facts().size(); f++) {
            Integer unknown = vocabulary.fact(f).unknown();
            if (unknown != null) {
                unknownHelps(f, unknown).map(this::describe).ifPresent(counter::add);
            }
        }
        return new Proof("onbekend helpt nooit: wat bij onbekend mag, mag bij iedere bekende waarde", counter);
    }

    private Optional<Box> unknownHelps(int fact, int unknown) {
        for (Box permit : permits) {
            Box assumed = permit.with(fact, permit.mask(fact) & (1L << unknown));
            for (Box allowed : Cover.uncovered(assumed, blocks)) {
                Box known = allowed.with(fact, vocabulary.fact(fact).all() & ~(1L << unknown));
                Optional<Box> denied = blocks.stream()
                        .filter(known::intersects)
                        .map(known::intersect)
                        .findFirst()
                        .or(() -> Cover.firstUncovered(known, permits));
                if (denied.isPresent()) {
                    return Optional.of(denied.get().with(fact, 1L << unknown));
                }
            }
        }
        return Optional.empty();
    }

    /** Where the table of givers asks somebody, no permit holds without him. */
    private Proof neededConsentIsThere() {
        List<String> counter = new ArrayList<>();
        for (Rule require : of(Effect.REQUIRE)) {
            for (String giver : require.words().names()) {
                Integer agreed = vocabulary.position(giver + "-akkoord");
                if (agreed == null) {
                    counter.add("geen feit " + giver + "-akkoord");
                    continue;
                }
                Box without = consent(require.box()).with(agreed, 1L);
                permits.stream()
                        .map(without::intersect)
                        .flatMap(box -> Cover.firstUncovered(box, blocks).stream())
                        .map(this::describe)
                        .forEach(counter::add);
            }
        }
        return new Proof("wie toestemming moet geven, heeft die gegeven", counter);
    }

    /** Where consent is the ground and something may go, the table of givers asks somebody. */
    private Proof everybodyIsAsked() {
        List<Box> asked = of(Effect.REQUIRE).stream().map(Rule::box).toList();
        List<String> counter = permits.stream()
                .map(this::consent)
                .filter(box -> !box.isEmpty())
                .flatMap(box -> Cover.uncovered(box, blocks).stream())
                .flatMap(box -> Cover.firstUncovered(box, asked).stream())
                .map(this::describe)
                .toList();
        return new Proof("bij toestemming is altijd bekend van wie die nodig is", counter);
    }

    private Box consent(Box box) {
        Integer ground = vocabulary.position("grondslag");
        Integer consent = vocabulary.value("grondslag", "CONSENT");
        return ground == null || consent == null ? box : box.with(ground, box.mask(ground) & (1L << consent));
    }

    private List<Rule> of(Effect effect) {
        return rules.rules().stream().filter(rule -> rule.effect() == effect).toList();
    }

    private String describe(Box box) {
        List<String> parts = new ArrayList<>();
        for (int f = 0; f < box.size(); f++) {
            Fact fact = vocabulary.fact(f);
            if (box.mask(f) != fact.all()) {
                parts.add(fact.name() + " = " + fact.values().get(Long.numberOfTrailingZeros(box.mask(f))));
            }
        }
        return "mag bij " + String.join(", ", parts);
    }
}
