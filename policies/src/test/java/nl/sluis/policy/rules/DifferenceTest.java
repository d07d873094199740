package nl.sluis.policy.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nl.sluis.policy.RuleSets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A difference is exact: it says "different" where two sets decide differently, and nowhere else. */
class DifferenceTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final DifferenceSentences DUTCH = new DifferenceSentences(Language.NL, DifferenceWords.TABLES_DUTCH);
    private static final DifferenceSentences ENGLISH =
            new DifferenceSentences(Language.EN, DifferenceWords.TABLES_ENGLISH);
    private static final int POINTS = 4_000;
    private static final String NEW_ROW = """
            **Geldig vanaf.** 2027-01-01

            ## Weigeren als

            | regel | grondslag | leeftijd | code | artikel | reden | reason | zichtbaar | zekerheid |
            |---|---|---|---|---|---|---|---|---|
            | T-W99 | CONSENT | 12tot15 | NO_BASIS | artikel | Niet. | Not. | afzender, fg | voorstel |
            """;

    static Stream<Arguments> changedSets() {
        return Stream.of(
                changed("a consent row that waits is gone", "20-toestemming.md", text -> withoutRow(text, "T-H1")),
                changed("a consent row that denies is gone", "20-toestemming.md", text -> withoutRow(text, "T-W3")),
                changed("a permit is gone", "20-toestemming.md", text -> withoutRow(text, "T-J1")),
                changed("the givers' permits are all gone", "20-toestemming.md", DifferenceTest::withoutPermits),
                changed(
                        "a row about the message is gone",
                        "50-ontvangersprofielen.md",
                        text -> text.substring(0, text.indexOf("## Beoordelen als"))),
                changed("a profile is gone", "50-ontvangersprofielen.md", text -> withoutRow(text, "P-W5")),
                changed("the meldcode's first step is gone", "30-meldcode.md", text -> withoutRow(text, "M-W1")),
                changed(
                        "a row denies more",
                        "40-vroegsignalering.md",
                        text -> text.replace(
                                "| H-W9 | ARREARS_BGS_2, ARREARS_WGS_TRS | niet IDENTITY, CONTACT, ADDRESS, DEBT_AMOUNT |",
                                "| H-W9 | ARREARS_BGS_2, ARREARS_WGS_TRS | niet IDENTITY, CONTACT, DEBT_AMOUNT |")),
                changed(
                        "a file holds from 2027 on",
                        "40-vroegsignalering.md",
                        text -> text.replace("**Geldig vanaf.** 2015-01-01", "**Geldig vanaf.** 2027-01-01")),
                changed(
                        "waiting becomes reviewing",
                        "20-toestemming.md",
                        text -> text.replace("## Wachten als", "## Beoordelen als")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changedSets")
    void saysDifferentExactlyWhereTheDecisionsDiffer(String name, RuleBook before, RuleBook after) {
        Difference difference = Difference.between(before, after);
        Random random = new Random(20261122);
        List<Box> near = near(before, after);
        int different = 0;
        Map<LocalDate, List<Region>> exact = new HashMap<>();
        for (LocalDate day : List.of(TODAY, LocalDate.of(2026, 12, 31), LocalDate.of(2027, 1, 1))) {
            exact.put(day, difference.permitChanges(day));
            for (int i = 0; i < POINTS; i++) {
                Point point = point(before.vocabulary(), near.get(random.nextInt(near.size())), random);
                Standing old = standing(before, day, point);
                Standing now = standing(after, day, point);
                boolean differs = !old.equals(now);
                assertThat(difference.differsAt(point, day)).isEqualTo(differs);
                assertThat(exact.get(day).stream().anyMatch(region -> holds(region.box(), point)))
                        .isEqualTo((old.whole() == Effect.PERMIT) != (now.whole() == Effect.PERMIT));
                assertThat(!differs || said(difference, day, point, old, now)).isTrue();
                different += differs ? 1 : 0;
            }
        }
        assertThat(different).as("points that tell something").isPositive();
        assertThat(Difference.between(after, before).canonical()).isNotEqualTo(difference.canonical());
    }

    @Test
    void aSetDoesNotDifferFromItself() {
        Difference difference = Difference.between(RuleSets.builtIn(), RuleSets.read(RuleSets.builtInText()));
        assertThat(difference.isEmpty()).isTrue();
        assertThat(DUTCH.of(difference, TODAY)).containsExactly("Elk geval wordt beslist als tevoren.");
    }

    @Test
    void saysInDutchAndEnglishWhatMayFromNowOn() {
        RuleBook after = shipped("50-ontvangersprofielen.md", text -> withoutRow(text, "P-W5"));
        Difference difference = Difference.between(RuleSets.builtIn(), after);
        assertThat(DUTCH.of(difference, TODAY))
                .first()
                .asString()
                .contains("waar geldt: ontvanger = HOUSING; categorie = DIAGNOSIS of TREATMENT of CRIMINAL. Eerst"
                        + " \u201chet gegeven mag niet\u201d, voortaan \u201chet gegeven mag\u201d")
                .endsWith("[P-W5]");
        assertThat(DUTCH.exactlyOn(difference, TODAY))
                .isNotEmpty()
                .allMatch(sentence -> sentence.startsWith("Op 22 november 2026 precies, waar geldt: grondslag = ")
                        && sentence.contains("ontvanger = HOUSING")
                        && sentence.contains("ingehouden = nee"));
        assertThat(ENGLISH.of(difference, TODAY))
                .contains("Row P-W5 is gone.")
                .first()
                .asString()
                .contains("where: ontvanger = HOUSING; categorie = DIAGNOSIS or TREATMENT or CRIMINAL. Before"
                        + " \u201cthe item may not go\u201d, from then on \u201cthe item may go\u201d");
    }

    @Test
    void saysFromWhichDayOn() {
        Map<String, String> files = new HashMap<>(RuleSets.builtInText());
        files.keySet().removeIf(name -> name.contains("voorbeelden"));
        files.put("21-nieuw.md", NEW_ROW);
        List<String> sentences = DUTCH.of(Difference.between(RuleSets.builtIn(), RuleSets.read(files)), TODAY);
        assertThat(sentences)
                .first()
                .asString()
                .isEqualTo("Vanaf 1 januari 2027, waar geldt: grondslag = CONSENT; leeftijd = 12tot15. Eerst"
                        + " \u201chet gegeven mag\u201d, voortaan \u201chet gegeven mag niet\u201d, voor zover geen andere"
                        + " regel zwaarder weegt. [T-W99]");
    }

    @Test
    void aTermOrATextThatChangesIsListedThoughEveryCaseIsDecidedAsBefore() {
        Map<String, String> files = new HashMap<>(RuleSets.builtInText());
        files.computeIfPresent("15-termijnen.md", (name, text) -> text.replace("| 28 |", "| 27 |"));
        files.computeIfPresent("30-meldcode.md", (name, text) -> text.replace("Stap 2 (", "Stap twee ("));
        Difference difference = Difference.between(RuleSets.builtIn(), RuleSets.read(files));
        assertThat(difference.decidesAlike()).isTrue();
        assertThat(difference.isEmpty()).isFalse();
        assertThat(DUTCH.of(difference, TODAY))
                .contains(
                        "Termijn FEEDBACK_DUE_COLLEGE is gewijzigd: aantal 28 -> 27.",
                        "Regel M-W3 is gewijzigd: reden.");
    }

    @Test
    void theOrderOfRowsAndFilesMakesNoDifference() {
        Map<String, String> files = new HashMap<>(RuleSets.builtInText());
        String moved = files.remove("60-conflict-van-plichten.md");
        files.put("61-conflict-van-plichten.md", moved);
        assertThat(Difference.between(RuleSets.builtIn(), RuleSets.read(files)).isEmpty())
                .isTrue();
    }

    @Test
    void aValueThatIsNewWasDeniedBefore() {
        List<String> sentences =
                DUTCH.of(Difference.between(RuleSets.builtIn(), RuleSets.read(withAnInterpreter())), TODAY);
        assertThat(sentences)
                .anyMatch(sentence -> sentence.startsWith("Feit rol is gewijzigd: waarden ARTS, anders -> "))
                .anyMatch(
                        sentence -> sentence.contains("waar geldt: rol = tolk. Eerst \u201chet gegeven mag niet\u201d, "
                                + "voortaan \u201chet gegeven mag\u201d"))
                .hasSizeLessThan(20);
    }

    @Test
    void saysFactsInPlainWords() {
        RuleBook after = shipped("50-ontvangersprofielen.md", text -> withoutRow(text, "P-W5"));
        Difference difference = Difference.between(RuleSets.builtIn(), after);
        assertThat(new DifferenceSentences(Language.NL, DifferenceWords.of(after, Language.NL)).of(difference, TODAY))
                .first()
                .asString()
                .contains("waar geldt: de ontvanger is ")
                .doesNotContain("HOUSING");
        assertThat(new DifferenceSentences(Language.EN, DifferenceWords.of(after, Language.EN)).of(difference, TODAY))
                .first()
                .asString()
                .contains("where: the recipient is ");
    }

    @Test
    void aBasisThatComesIntoForceIsSaid() {
        RuleBook after = shipped("16-in-werking.md", text -> text.replaceFirst("\\| uit \\|", "| 2027-01-01 |"));
        assertThat(DUTCH.of(Difference.between(RuleSets.builtIn(), after), TODAY))
                .anyMatch(sentence ->
                        sentence.matches("Grondslag \\w+ is gewijzigd: in werking uit -> van 2027-01-01 .*"));
    }

    /** The shipped rules with one value more, and a sentence for it. */
    static Map<String, String> withAnInterpreter() {
        Map<String, String> files = new HashMap<>(RuleSets.builtInText());
        files.computeIfPresent(
                "10-woordenlijst.md", (name, text) -> text.replace("| ARTS, anders |", "| ARTS, anders, tolk |"));
        files.computeIfPresent(
                "11-zinnen.md",
                (name, text) -> text.replace(
                        "## Zinnen\n\n",
                        "## Zinnen\n\n| feit | waarde | zin | sentence | wie |\n|---|---|---|---|---|\n"
                                + "| rol | tolk | een tolk verzendt | an interpreter sends | niemand |\n\n"));
        return files;
    }

    @Test
    void aSetThatDiffersEverywhereIsComparedOrRefusedButNeverHolds() {
        StringBuilder table = new StringBuilder("## Weigeren als\n\n| regel |");
        Vocabulary words = RuleSets.builtIn().vocabulary();
        List<Fact> facts =
                words.facts().stream().filter(fact -> fact.values().size() == 2).toList();
        facts.forEach(fact -> table.append(' ').append(fact.name()).append(" |"));
        table.append(" code | artikel | reden | reason | zichtbaar | zekerheid |\n|---|");
        facts.forEach(fact -> table.append("---|"));
        table.append("---|---|---|---|---|---|\n");
        Random random = new Random(1);
        for (int row = 0; row < 400; row++) {
            table.append("| Q").append(row).append(" |");
            for (Fact fact : facts) {
                table.append(
                        random.nextInt(4) > 0 ? " - |" : " " + fact.values().get(random.nextInt(2)) + " |");
            }
            table.append(" NO_BASIS | x | x | x | afzender | beleid |\n");
        }
        RuleBook hostile = shipped("89-veel.md", text -> table.toString());
        assertThatThrownBy(() -> Difference.between(RuleSets.builtIn(), hostile))
                .isInstanceOf(Incomparable.class);
    }

    /** Whether a sentence speaks of this point. */
    private static boolean said(Difference difference, LocalDate day, Point point, Standing before, Standing after) {
        return difference.periods().stream()
                .filter(period -> period.has(day))
                .flatMap(period -> period.shifts().stream())
                .map(Difference.Shift::region)
                .anyMatch(region ->
                        region.before().equals(before) && region.after().equals(after) && holds(region.box(), point));
    }

    private static boolean holds(Box box, Point point) {
        for (int f = 0; f < box.size(); f++) {
            if (!box.contains(f, point.value(f))) {
                return false;
            }
        }
        return true;
    }

    private static Standing standing(RuleBook book, LocalDate day, Point point) {
        return Standing.of(book.on(day).at(point));
    }

    private static List<Box> near(RuleBook before, RuleBook after) {
        List<Box> boxes = new ArrayList<>(List.of(before.vocabulary().everything()));
        for (RuleBook book : List.of(before, after)) {
            book.rules().stream().map(Rule::box).forEach(boxes::add);
        }
        return boxes;
    }

    /** A point of the box; half of the facts that are free in it have the value that examples mean. */
    private static Point point(Vocabulary vocabulary, Box box, Random random) {
        Point point = Point.unknown(vocabulary);
        for (int f = 0; f < vocabulary.facts().size(); f++) {
            Fact fact = vocabulary.fact(f);
            List<String> values = Conditions.values(fact, box.mask(f));
            boolean usual = box.mask(f) == fact.all() && random.nextInt(8) > 0;
            point.set(fact.name(), usual ? fact.values().get(fact.usual()) : values.get(random.nextInt(values.size())));
        }
        return point;
    }

    private static Arguments changed(String name, String file, UnaryOperator<String> change) {
        return Arguments.of(name, RuleSets.builtIn(), shipped(file, change));
    }

    static RuleBook shipped(String file, UnaryOperator<String> change) {
        Map<String, String> files = new HashMap<>(RuleSets.builtInText());
        files.keySet().removeIf(name -> name.contains("voorbeelden"));
        String before = files.getOrDefault(file, "");
        String after = change.apply(before);
        assertThat(after).isNotEqualTo(before);
        files.put(file, after);
        return RuleSets.read(files);
    }

    static String withoutRow(String text, String row) {
        return text.replaceAll("(?m)^\\| " + row + " \\|.*\\n", "");
    }

    private static String withoutPermits(String text) {
        return text.replaceAll("(?ms)^## Toestaan als\\n.*?(?=^## |\\z)", "");
    }
}
