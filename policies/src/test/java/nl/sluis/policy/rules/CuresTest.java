package nl.sluis.policy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.sluis.policy.RuleSets;
import org.junit.jupiter.api.Test;

class CuresTest {

    private final RuleBook book = RuleSets.builtIn();
    private final Vocabulary vocabulary = book.vocabulary();
    private final RuleSet rules = book.on(LocalDate.of(2026, 11, 22));

    private Cures cures(Point... points) {
        List<Cures.Item> items = new ArrayList<>();
        for (Point point : points) {
            items.add(new Cures.Item(point, "mila"));
        }
        return Cures.of(rules, book.phrases(), items, (item, fact, value) -> true);
    }

    private static List<String> facts(List<Cures.Change> set) {
        return set.stream().map(change -> change.fact() + "=" + change.values()).toList();
    }

    private Point consent() {
        return Point.usual(vocabulary).set("grondslag", "CONSENT");
    }

    @Test
    void aMissingConsentIsGivenByItsGiver() {
        Cures cures = cures(consent().set("gezagsdragers-akkoord", "nee"));
        assertThat(cures.sets()).hasSize(1);
        assertThat(cures.sets().getFirst())
                .containsExactly(
                        new Cures.Change("gezagsdragers-akkoord", List.of("ja"), Contributor.CUSTODIANS, List.of(0)));
        assertThat(cures.complete()).isTrue();
    }

    @Test
    void severalThingsAreNeededTogether() {
        Cures cures = cures(consent()
                .set("gezagsdragers-akkoord", "nee")
                .set("verlopen", "ja")
                .set("doel", "ontbreekt")
                .set("gezag", "onbekend"));
        assertThat(cures.sets()).hasSize(1);
        assertThat(facts(cures.sets().getFirst()))
                .containsExactlyInAnyOrder(
                        "doel=[genoemd]", "gezag=[ouders, voogd]", "gezagsdragers-akkoord=[ja]", "verlopen=[nee]");
    }

    @Test
    void nothingCuresARefusalNorAWithdrawalNorAnObjection() {
        for (String fact : List.of("gezagsdrager-weigert", "betrokkene-weigert", "ingetrokken", "ingehouden")) {
            assertThat(cures(consent().set(fact, "ja"))).as(fact).isEqualTo(Cures.NONE);
        }
        assertThat(cures(consent().set("ouders-mogen-niet-weten", "ja"))).isEqualTo(Cures.NONE);
        assertThat(cures(Point.usual(vocabulary)
                        .set("grondslag", "ARREARS_BGS_2")
                        .set("grond-afzender", "HOUSING")
                        .set("grond-ontvanger", "COLLEGE")
                        .set("categorie", "DEBT_AMOUNT")
                        .set("huur-bezwaar", "ja")))
                .isEqualTo(Cures.NONE);
    }

    @Test
    void anotherBasisRecipientAgeOrCategoryIsNeverAdvised() {
        for (Point point : List.of(
                Point.usual(vocabulary).set("grondslag", "NONE"),
                Point.usual(vocabulary).set("grondslag", "WAMS"),
                Point.usual(vocabulary).set("grondslag", "MELDRECHT_WMO_5_2_6"),
                consent().set("categorie", "DIAGNOSIS").set("ontvanger", "SCHOOL"))) {
            assertThat(cures(point)).isEqualTo(Cures.NONE);
        }
    }

    @Test
    void everyStepThatMissesIsAskedOfWhoIsResponsible() {
        Point point = Point.usual(vocabulary)
                .set("grondslag", "MELDRECHT_WMO_5_2_6")
                .set("grond-ontvanger", "VEILIG_THUIS")
                .set("stap3", "nee")
                .set("stap5", "nee")
                .set("geinformeerd", "nee");
        List<Cures.Change> set = cures(point).sets().getFirst();
        assertThat(facts(set)).containsExactlyInAnyOrder("stap3=[ja]", "stap5=[ja]", "geinformeerd=[ja]");
        assertThat(set.stream().map(Cures.Change::who))
                .contains(Contributor.MELDCODE_RESPONSIBLE, Contributor.PROFESSIONAL);
        assertThat(set).allSatisfy(change -> assertThat(change.items()).isEmpty());
    }

    @Test
    void aFactThatIsKnownIsNotFoundOutAgain() {
        assertThat(cures(consent()
                                .set("leeftijd", "12tot15")
                                .set("betrokkene-akkoord", "nee")
                                .set("regime", "WMO"))
                        .sets())
                .singleElement()
                .satisfies(set -> assertThat(facts(set)).containsExactly("betrokkene-akkoord=[ja]"));
    }

    @Test
    void anAgeThatIsImpossibleIsNotSupposed() {
        Cures.Item item = new Cures.Item(
                consent()
                        .set("leeftijd", "onbekend")
                        .set("gezagsdragers-akkoord", "nee")
                        .set("betrokkene-akkoord", "ja"),
                "mila");
        Cures open = Cures.of(rules, book.phrases(), List.of(item), (i, fact, value) -> true);
        Cures bound = Cures.of(rules, book.phrases(), List.of(item), (i, fact, value) -> !value.equals("vanaf16"));
        assertThat(open.sets().getFirst()).extracting(Cures.Change::fact).containsExactly("leeftijd");
        assertThat(bound.sets()).isNotEmpty().allSatisfy(set -> assertThat(set).hasSizeGreaterThan(1));
    }

    @Test
    void itemsWithTheSameFactsAreCuredTogetherAndAPersonHasOneAge() {
        Point point = consent().set("leeftijd", "onbekend").set("betrokkene-akkoord", "nee");
        Point other = point.copy().set("categorie", "GOALS");
        Cures cures = cures(point, other, point.copy());
        assertThat(cures.sets())
                .allSatisfy(set -> assertThat(set)
                        .filteredOn(change -> change.fact().equals("leeftijd"))
                        .singleElement()
                        .satisfies(change -> assertThat(change.items()).containsExactlyInAnyOrder(0, 1, 2)));
    }

    /** Over all grounds: what is advised permits, no part of it does, and where nothing is advised nothing can. */
    @Property(tries = 400)
    void aCurePermitsAndNoPartOfItDoes(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Point one = random(random, Point.usual(vocabulary));
        List<Point> points = random.nextBoolean() ? List.of(one) : List.of(one, randomItem(random, one));
        Cures cures = cures(points.toArray(Point[]::new));
        boolean permitted = points.stream().allMatch(point -> rules.at(point).permits());
        if (permitted) {
            assertThat(cures.sets()).containsExactly(List.of());
            return;
        }
        for (List<Cures.Change> set : cures.sets()) {
            assertThat(set)
                    .isNotEmpty()
                    .allSatisfy(change -> assertThat(change.who()).isNotEqualTo(Contributor.NOBODY));
            for (int part = 0; part < 1 << set.size(); part++) {
                boolean all = part == (1 << set.size()) - 1;
                assertThat(permitted(points, set, part, 0))
                        .as("%s of %s", part, set)
                        .isEqualTo(all);
            }
        }
        if (cures.sets().isEmpty() && cures.complete()) {
            assertThat(luckyChanges(random, points)).isFalse();
        }
    }

    /** Whether with a part of the changes every combination of their values permits (for the whole), or any does (for a part). */
    private boolean permitted(List<Point> points, List<Cures.Change> set, int part, int from) {
        for (int i = from; i < set.size(); i++) {
            if ((part & (1 << i)) != 0) {
                Cures.Change change = set.get(i);
                boolean whole = part == (1 << set.size()) - 1;
                boolean result = whole;
                for (String value : change.values()) {
                    boolean one = permitted(changed(points, change, value), set, part, i + 1);
                    result = whole ? result && one : result || one;
                }
                return result;
            }
        }
        return points.stream().allMatch(point -> rules.at(point).permits());
    }

    private static List<Point> changed(List<Point> points, Cures.Change change, String value) {
        List<Point> result = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            boolean touched = change.items().isEmpty() || change.items().contains(i);
            result.add(touched ? points.get(i).copy().set(change.fact(), value) : points.get(i));
        }
        return result;
    }

    /** Tries changes that somebody can supply, at random: none may permit where no cure was found. */
    private boolean luckyChanges(SplittableRandom random, List<Point> points) {
        for (int tries = 0; tries < 200; tries++) {
            List<Point> moved = points.stream().map(Point::copy).toList();
            for (Fact fact : vocabulary.facts()) {
                for (String value : fact.values()) {
                    Contributor who = book.phrases().who(fact.name(), value);
                    if (who != Contributor.NOBODY && random.nextInt(3) > 0) {
                        for (Point point : moved) {
                            boolean unknown = fact.unknown() != null
                                    && point.value(vocabulary.facts().indexOf(fact)) == fact.unknown();
                            if (!who.onlyFindsOut() || unknown) {
                                point.set(fact.name(), value);
                            }
                        }
                    }
                }
            }
            if (moved.stream().allMatch(point -> rules.at(point).permits())) {
                return true;
            }
        }
        return false;
    }

    private static final Map<String, Map<String, String>> STARTS = Map.of(
            "MELDRECHT_WMO_5_2_6",
            Map.of("grond-ontvanger", "VEILIG_THUIS", "ontvanger", "VEILIG_THUIS"),
            "ARREARS_BGS_2",
            Map.of("grond-afzender", "HOUSING", "grond-ontvanger", "COLLEGE", "categorie", "DEBT_AMOUNT"),
            "RVDK_BW_1_240",
            Map.of("grond-ontvanger", "RAAD", "ontvanger", "RAAD"));

    private Point random(SplittableRandom random, Point point) {
        List<String> grounds = List.of(
                "CONSENT",
                "CONSENT",
                "MELDRECHT_WMO_5_2_6",
                "ARREARS_BGS_2",
                "OTS_JW_7_3_11_4",
                "RVDK_BW_1_240",
                "NONE");
        String ground = grounds.get(random.nextInt(grounds.size()));
        point.set("grondslag", ground);
        STARTS.getOrDefault(ground, Map.of()).forEach(point::set);
        return spoil(random, point, false);
    }

    private Point randomItem(SplittableRandom random, Point point) {
        return spoil(random, point.copy(), true);
    }

    /** Changes a few facts; of a second item about the same person only facts of the item that no register holds. */
    private Point spoil(SplittableRandom random, Point point, boolean itemOnly) {
        Set<String> kept = Set.of("grondslag");
        int changes = 1 + random.nextInt(5);
        for (int i = 0; i < changes; i++) {
            Fact fact = vocabulary.facts().get(random.nextInt(vocabulary.facts().size()));
            boolean shared = fact.level() == Fact.Level.MESSAGE
                    || fact.values().stream()
                            .anyMatch(v -> book.phrases().who(fact.name(), v).onlyFindsOut());
            if (!kept.contains(fact.name()) && !(itemOnly && shared)) {
                point.set(
                        fact.name(),
                        fact.values().get(random.nextInt(fact.values().size())));
            }
        }
        return point;
    }
}
