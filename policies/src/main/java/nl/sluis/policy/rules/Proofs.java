package nl.sluis.policy.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Exact answers about the rules over all thinkable cases: a rule is a box, so no case needs to be tried. */
public final class Proofs {

    private static final String SILENCE = "op iedere vraag antwoordt een regel";

    private final Boxes boxes;
    private final RowProofs rows;
    private final List<Proof> results = new ArrayList<>();

    private Proofs(RuleBook book, LocalDate day, Cover cover) {
        RuleSet rules = book.on(day);
        this.boxes = new Boxes(rules, cover);
        this.rows = new RowProofs(boxes, rules.rules());
    }

    /**
     * Every proof about the rules of a day: invariants, no silence, unknown never helps, consents in step with permits, declared
     * directions, and no rows that cannot matter. What takes too much work to decide counts as not proved.
     */
    public static List<Proof> of(RuleBook book, LocalDate day) {
        return of(book, day, new Cover());
    }

    /**
     * Every proof about every period of the rules, by its first day. All periods together get the work that one day gets, so
     * that this ends whatever the rules are.
     */
    public static SortedMap<LocalDate, List<Proof>> ofEveryPeriod(RuleBook book) {
        return ofEveryPeriod(book, new Cover());
    }

    static SortedMap<LocalDate, List<Proof>> ofEveryPeriod(RuleBook book, Cover cover) {
        SortedMap<LocalDate, List<Proof>> results = new TreeMap<>();
        for (LocalDate day : book.periods()) {
            List<Proof> proofs = of(book, day, cover);
            // Before the first day of the first table nothing is asked of the tables but that silence denies.
            boolean before = day.equals(LocalDate.MIN) && book.periods().size() > 1;
            results.put(
                    day,
                    before
                            ? proofs.stream()
                                    .filter(proof -> !proof.claim().equals(SILENCE))
                                    .toList()
                            : proofs);
        }
        return results;
    }

    private static List<Proof> of(RuleBook book, LocalDate day, Cover cover) {
        Proofs proofs = new Proofs(book, day, cover);
        book.rules().stream()
                .filter(rule -> rule.effect() == Effect.NEVER && rule.place().holdsOn(day))
                .forEach(proofs::never);
        proofs.claim(SILENCE, proofs::silence);
        proofs.claim("onbekend helpt nooit: wat bij onbekend mag, mag bij iedere bekende waarde", proofs::unknownHelps);
        ConsentProofs consent = new ConsentProofs(proofs.boxes);
        proofs.claim("wie toestemming moet geven, heeft die gegeven", consent::withoutNeededConsent);
        proofs.claim("bij toestemming is altijd bekend van wie die nodig is", consent::nobodyAsked);
        book.monotone().stream()
                .filter(declared -> declared.place().holdsOn(day))
                .forEach(proofs::monotone);
        proofs.claim("iedere rij onder 'Toestaan als' kan iets toestaan", proofs.rows::deadPermits);
        proofs.claim("iedere rij kan iets veranderen", proofs.rows::idleRows);
        return proofs.results;
    }

    /** Rows that never decide by themselves on a day, but add a reason; worth knowing, not a fault. */
    public static List<String> onlyReasons(RuleBook book, LocalDate day) {
        try {
            return new Proofs(book, day, new Cover()).rows.onlyReasons();
        } catch (Cover.TooComplex e) {
            return List.of();
        }
    }

    private void claim(String claim, Supplier<List<String>> counterExamples) {
        try {
            results.add(new Proof(claim, counterExamples.get()));
        } catch (Cover.TooComplex e) {
            results.add(new Proof(claim, List.of(String.valueOf(e.getMessage()))));
        }
    }

    private void never(Rule invariant) {
        claim(
                invariant.id() + " " + invariant.words().text(),
                () -> boxes.permitted(invariant.box()).stream()
                        .map(box -> "mag " + boxes.describe(box))
                        .toList());
    }

    private List<String> silence() {
        List<Box> all =
                Stream.concat(boxes.permits().stream(), boxes.blocks().stream()).toList();
        return boxes.cover().first(boxes.vocabulary().everything(), all).stream()
                .map(box -> "geen rij geldt " + boxes.describe(box))
                .toList();
    }

    private List<String> unknownHelps() {
        List<String> counter = new ArrayList<>();
        for (int f = 0; f < boxes.vocabulary().facts().size(); f++) {
            Fact fact = boxes.vocabulary().fact(f);
            Integer unknown = fact.unknown();
            if (unknown != null) {
                Box lost = boxes.lost(f, 1L << unknown, fact.all() & ~(1L << unknown));
                if (lost != null) {
                    counter.add("mag " + boxes.describe(lost));
                }
            }
        }
        return counter;
    }

    private void monotone(Monotone declared) {
        claim(declared.id() + " " + declared.why(), () -> {
            Box lost = boxes.lost(declared.fact(), declared.from(), declared.to());
            String to =
                    boxes.vocabulary().fact(declared.fact()).values().get(Long.numberOfTrailingZeros(declared.to()));
            return lost == null
                    ? List.of()
                    : List.of("mag %s, en niet meer bij %s".formatted(boxes.describe(lost), to));
        });
    }
}
