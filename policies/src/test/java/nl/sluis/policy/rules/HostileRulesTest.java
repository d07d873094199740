package nl.sluis.policy.rules;

import static nl.sluis.policy.rules.RuleTexts.EXAMPLES_FILE;
import static nl.sluis.policy.rules.RuleTexts.RULES_FILE;
import static nl.sluis.policy.rules.RuleTexts.WORDS_FILE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A hostile policy file cannot hang or exhaust the loader or the prover; what is odd is a fault. The ceiling is generous. */
@Timeout(60)
class HostileRulesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    static Stream<Arguments> invisible() {
        return Stream.of(
                Arguments.of(
                        "\uFEFF# Regels",
                        "30-regels.md:1: een BOM (U+FEFF) aan het begin; bewaar het bestand als UTF-8 zonder BOM"),
                Arguments.of("# Regels\r", "30-regels.md:1: een regeleinde van Windows (CR); bewaar met alleen LF"),
                Arguments.of(
                        "#\u00A0Regels",
                        "30-regels.md:1: onzichtbaar of onleesbaar teken U+00A0 op plaats 2; schrijf een gewone spatie"),
                Arguments.of(
                        "#\tRegels",
                        "30-regels.md:1: onzichtbaar of onleesbaar teken U+0009 op plaats 2; schrijf een gewone spatie"),
                Arguments.of(
                        "# Re\u200Bgels",
                        "30-regels.md:1: onzichtbaar of onleesbaar teken U+200B op plaats 5; haal het weg"),
                Arguments.of(
                        "# \u202Esleger",
                        "30-regels.md:1: onzichtbaar of onleesbaar teken U+202E op plaats 3; haal het weg"),
                Arguments.of(
                        "# Re\0gels",
                        "30-regels.md:1: onzichtbaar of onleesbaar teken U+0000 op plaats 5; haal het weg"),
                Arguments.of(
                        "# Re\uFFFDgels",
                        "30-regels.md:1: onzichtbaar of onleesbaar teken U+FFFD op plaats 5; bewaar het bestand als UTF-8"),
                Arguments.of(
                        "# Re\uD800gels",
                        "30-regels.md:1: onzichtbaar of onleesbaar teken U+D800 op plaats 5; haal het weg"));
    }

    @ParameterizedTest
    @MethodSource("invisible")
    void whatNobodySeesIsAFault(String to, String expected) {
        assertThat(RuleTexts.faults(RuleTexts.with(RULES_FILE, "# Regels", to))).containsExactly(expected);
    }

    @Test
    void aFileThatDoesNotSayWhatItIsIsAFault() {
        for (String name : List.of("regels.md", "30-regels.txt", "30-../regels.md", "30-.md", "90-a.voorbeelden.md")) {
            Map<String, String> files = RuleTexts.sound();
            files.put(name, "# Tekst");
            assertThat(RuleTexts.faults(files))
                    .as(name)
                    .anyMatch(fault -> fault.startsWith(name + ":0: een bestand heet"));
        }
    }

    static Stream<Arguments> tooMuch() {
        return Stream.of(
                Arguments.of("a long line", "# " + "x".repeat(5_000), "5002 tekens op een regel; hoogstens 4000"),
                Arguments.of("a line of half a million", "| a ".repeat(120_000), "tekens; hoogstens 256000"),
                Arguments.of(
                        "a million lines", "|\n".repeat(1_000_000), "40-veel.md:0: 2000000 tekens; hoogstens 256000"),
                Arguments.of("many short lines", "|\n".repeat(100_000), "meer dan 4000 regels"),
                Arguments.of("faults only", "|\n".repeat(3_999), "een tabelregel eindigt met |"),
                Arguments.of(
                        "a wide table", "## Weigeren als\n" + "| a ".repeat(900) + "|", "900 kolommen; hoogstens 96"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tooMuch")
    void tooMuchOfAnythingIsAFault(String name, String text, String expected) {
        Map<String, String> files = RuleTexts.sound();
        files.put("40-veel.md", text);
        List<String> faults = RuleTexts.faults(files);
        assertThat(faults).anyMatch(fault -> fault.contains(expected));
        assertThat(faults).hasSizeLessThanOrEqualTo(Limits.FAULTS);
    }

    @Test
    void tooManyFilesAreAFault() {
        Map<String, String> files = new HashMap<>();
        IntStream.range(0, 10_000).forEach(i -> files.put("30-deel" + i + ".md", "# Niets"));
        assertThat(RuleTexts.faults(files)).containsExactly(":0: 10000 bestanden; hoogstens 100");
    }

    @Test
    void tooMuchTextInAllFilesIsAFault() {
        Map<String, String> files = new HashMap<>();
        IntStream.range(0, 90).forEach(i -> files.put("30-deel" + i + ".md", "# Niets\n".repeat(3_900)));
        assertThat(RuleTexts.faults(files))
                .anyMatch(fault -> fault.contains("tekens in alle bestanden; hoogstens 2000000"));
    }

    @Test
    void tooManyRowsAreAFault() {
        String rows = IntStream.range(0, 1_200)
                .mapToObj(i -> "| X-%d | rood | NO | AVG 6 | Nee. | No. | fg | beleid |\n".formatted(i))
                .collect(Collectors.joining());
        assertThat(RuleTexts.faults(RuleTexts.with(RULES_FILE, "\n## Toestaan", rows + "\n## Toestaan")))
                .anyMatch(fault -> fault.contains("meer dan 1000 rijen") || fault.contains("dezelfde voorwaarden"))
                .hasSizeLessThanOrEqualTo(Limits.FAULTS);
    }

    @Test
    void tooManyFactsAreAFault() {
        String facts = IntStream.range(0, 200)
                .mapToObj(i -> "| feit%d | ja, nee | bericht | nee | ja | een feit |\n".formatted(i))
                .collect(Collectors.joining());
        assertThat(RuleTexts.faults(RuleTexts.with(WORDS_FILE, "\n## In werking", facts + "\n## In werking")))
                .anyMatch(fault -> fault.endsWith("meer dan 80 feiten"));
    }

    @Test
    void tooManyPeriodsAreAFault() {
        Map<String, String> files = RuleTexts.sound();
        for (int i = 0; i < 60; i++) {
            String table = "**Geldig vanaf.** %d-01-01\n".formatted(2000 + i)
                    + "## Melden als\n\n| regel | kleur | code | artikel | reden | reason | zichtbaar | zekerheid |\n"
                    + "|---|---|---|---|---|---|---|---|\n| P-%d | groen | NO | AVG 6 | Nee. | No. | fg | beleid |\n"
                            .formatted(i);
            files.put(
                    "40-deel%d.md".formatted(i),
                    table.replace("**\n", "**")
                            .replace("-01-01\n", "-01-01\n**Geldig tot en met.** %d-12-31\n".formatted(2000 + i)));
        }
        assertThat(RuleTexts.faults(files)).contains(":0: meer dan 40 perioden met andere regels");
    }

    @Test
    void anExampleThatStandsForTooMuchIsAFault() {
        String facts = IntStream.range(0, 20)
                .mapToObj(i -> "| feit%d | ja, nee | bericht | nee | ja | een feit |\n".formatted(i))
                .collect(Collectors.joining());
        Map<String, String> files = RuleTexts.with(WORDS_FILE, "\n## In werking", facts + "\n## In werking");
        String all =
                IntStream.range(0, 20).mapToObj(i -> "feit%d = -".formatted(i)).collect(Collectors.joining("; "));
        files.put(EXAMPLES_FILE, files.get(EXAMPLES_FILE).replace("kleur = rood", "kleur = rood; " + all));
        assertThat(RuleTexts.faults(files)).contains(EXAMPLES_FILE + ":12: staat voor meer dan 512 gevallen");
    }

    @Test
    void examplesThatLeanOnEachOtherWithoutEndAreAFault() {
        StringBuilder rows = new StringBuilder("| S0 | Rood | kleur = groen | toestaan | R-2 |\n");
        for (int i = 1; i < 2_000; i++) {
            rows.append(
                    "| S%d | S%d | kleur = %s | toestaan | R-2 |\n".formatted(i, i - 1, i % 2 == 1 ? "rood" : "groen"));
        }
        Map<String, String> files = RuleTexts.sound();
        files.merge(EXAMPLES_FILE, rows.toString(), String::concat);
        assertThat(RuleTexts.faults(files))
                .anyMatch(fault -> fault.endsWith("hoogstens 8 voorbeelden leunen op elkaar"));
        files.merge(EXAMPLES_FILE, "", (text, none) -> text.replace("| S0 | Rood |", "| S0 | S3 |"));
        assertThat(RuleTexts.faults(files)).anyMatch(fault -> fault.contains("leunen in een kring op elkaar"));
    }

    /** Rows over three of many facts each, at random: what they leave over falls apart into more pieces than anybody can keep. */
    @Test
    void rulesThatAreMadeToBeHardAreNotProvedAndDoNotHangTheProver() {
        int facts = 60;
        Random random = new Random(7);
        List<String> names = IntStream.range(0, facts).mapToObj(i -> "f" + i).toList();
        String words = names.stream()
                .map(name -> "| %s | a, b | bericht | b | a | een feit |\n".formatted(name))
                .collect(Collectors.joining());
        StringBuilder rows = new StringBuilder();
        for (int r = 0; r < 90; r++) {
            List<String> cells = new ArrayList<>(Collections.nCopies(facts, "-"));
            for (int c = 0; c < 3; c++) {
                cells.set(random.nextInt(facts), random.nextBoolean() ? "a" : "b");
            }
            rows.append(
                    "| Z-%d | %s | NO | AVG 6 | Nee. | No. | fg | beleid |\n".formatted(r, String.join(" | ", cells)));
        }
        Map<String, String> files = RuleTexts.with(WORDS_FILE, "\n## In werking", words + "\n## In werking");
        files.put(
                "40-moeilijk.md",
                "## Weigeren als\n\n| regel | " + String.join(" | ", names)
                        + " | code | artikel | reden | reason | zichtbaar | zekerheid |\n" + "|---".repeat(facts + 7)
                        + "|\n" + rows);
        List<Proof> proofs = Proofs.of(RuleTexts.read(files), DAY);
        assertThat(proofs)
                .filteredOn(proof -> proof.claim().startsWith("onbekend helpt nooit"))
                .singleElement()
                .satisfies(proof -> assertThat(proof.counterExamples())
                        .singleElement()
                        .asString()
                        .startsWith("te ingewikkeld: niet beslist na"));
    }

    @Test
    void suggestionsForManyFaultsAmongManyNamesEnd() {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 3_500; i++) {
            rows.append(
                    "| Voorbeeld van ongeveer veertig letters %d | Voorbeeld van ongeveer veertig letterz | kleur = rood | toestaan | R-2 |\n"
                            .formatted(i));
        }
        Map<String, String> files = RuleTexts.sound();
        files.put(
                "31-meer.voorbeelden.md",
                "## Voorbeelden in het kort\n\n| voorbeeld | zoals | maar | besluit | regels |\n|---|---|---|---|---|\n"
                        + rows.substring(0, 250_000 - 250_000 % 113));
        assertThat(RuleTexts.faults(files)).hasSize(Limits.FAULTS);
    }

    @Test
    void workIsCountedAndEnds() {
        Box all = new Box(new long[] {3, 3, 3, 3});
        List<Box> corners = List.of(new Box(new long[] {1, 3, 3, 3}), new Box(new long[] {3, 1, 3, 3}));
        assertThat(new Cover(100).all(all, corners)).hasSize(1);
        assertThatThrownBy(() -> new Cover(3).all(all, corners)).isInstanceOf(Cover.TooComplex.class);
    }
}
