package nl.sluis.policy.rules;

import static nl.sluis.policy.rules.RuleTexts.EXAMPLES_FILE;
import static nl.sluis.policy.rules.RuleTexts.INVARIANTS_FILE;
import static nl.sluis.policy.rules.RuleTexts.RULES_FILE;
import static nl.sluis.policy.rules.RuleTexts.WORDS_FILE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault in the text is a load error with file, line and, where one is near, what was meant. */
class RuleReaderFaultsTest {

    static Stream<Arguments> faultsOfRules() {
        return Stream.of(
                fault(
                        "kleur | code",
                        "kleurr | code",
                        "5: 'kleurr' is geen feit uit de woordenlijst; bedoelde u 'kleur'?"),
                fault(
                        "kleur | code",
                        "kluer | code",
                        "5: 'kluer' is geen feit uit de woordenlijst; bedoelde u 'kleur'?"),
                fault("kleur | code", "afstand | code", "5: 'afstand' is geen feit uit de woordenlijst"),
                fault("niet groen, rood", "niet groen, rod", "7: 'rod' is geen waarde van 'kleur'; bedoelde u 'rood'?"),
                fault(
                        "niet groen, rood",
                        "niet groen, GROEN",
                        "7: 'GROEN' is geen waarde van 'kleur'; bedoelde u 'groen'?"),
                fault("niet groen, rood", "paars-met-stippen", "7: 'paars-met-stippen' is geen waarde van 'kleur'"),
                fault("niet groen, rood", "", "7: lege cel onder 'kleur'"),
                fault("niet groen, rood", "rood, rood", "7: 'rood' staat er twee keer"),
                fault("niet groen, rood", "rood, groen, blauw", "7: 'kleur' noemt alle waarden; schrijf -"),
                fault("| R-2 |", "| R-1 |", "13: regel 'R-1' staat er twee keer"),
                fault("| R-2 |", "| R 2 |", "13: een regel heet hoogstens 20 letters, cijfers en streepjes"),
                fault("| R-2 |", "| |", "13: lege cel onder 'regel'"),
                fault("| Nee. |", "| |", "7: lege cel onder 'reden'"),
                fault("| Nee. |", "| - |", "7: onder 'reden' staat geen tekst"),
                fault("| AVG 6 |", "| |", "7: lege cel onder 'artikel'"),
                fault("| AVG 6 |", "| - |", "7: onder 'artikel' staat geen tekst"),
                fault(
                        "## Toestaan als",
                        """
                        ## Toestemming nodig van

                        | regel | grondslag | kleur | wie | artikel | zekerheid |
                        |---|---|---|---|---|---|
                        | R-8 | CONSENT | - | betrokkene | AVG 6 | beleid |
                        | R-9 | CONSENT | groen | betrokkene | AVG 6 | beleid |

                        ## Toestaan als""",
                        "14: 'kleur' is nog niet bekend als wordt gevraagd wie toestemt; een rij noemt hier alleen"
                                + " grondslag, leeftijd, wilsbekwaam, regime, openbaarmaking"),
                fault("| NO |", "| NOO |", "7: 'NOO' mag niet onder 'code'; bedoelde u 'NO'?"),
                fault("| NO |", "| - |", "7: '-' mag niet onder 'code'"),
                fault("afzender, fg", "iedereen", "7: 'iedereen' mag niet onder 'zichtbaar'"),
                fault("afzender, fg", "fg, fg", "7: onder 'zichtbaar' staat iets twee keer"),
                fault("| LATER |", "| LATRE |", "13: 'LATRE' mag niet onder 'plicht'; bedoelde u 'LATER'?"),
                fault("afzender, fg | beleid", "afzender, fg | zeker", "7: 'zeker' mag niet onder 'zekerheid'"),
                fault(
                        "## Weigeren als",
                        "## Weigeren alls",
                        "5: onbekende kop 'Weigeren alls'; bedoelde u 'Weigeren als'?"),
                fault("## Weigeren als", "### Weigeren als", "3: alleen '# ' en '## ' zijn koppen"),
                fault(
                        "## Weigeren als",
                        "## Feiten",
                        "5: een tabel onder 'Feiten' hoort in een bestand 10 tot en met 19"),
                fault(
                        "## Weigeren als",
                        "## Nooit toestaan als",
                        "5: een tabel onder 'Nooit toestaan als' hoort in een bestand 90 tot en met 99"),
                fault(
                        "## Weigeren als",
                        "## Voorbeelden",
                        "5: een tabel onder 'Voorbeelden' hoort in een bestand *.voorbeelden.md"),
                fault(
                        "| artikel | reden | reason | zichtbaar",
                        "| bron | reden | reason | zichtbaar",
                        "5: kolom 'artikel' ontbreekt"),
                fault("| kleur | code", "| kleur | kleur | code", "5: kolom 'kleur' staat er twee keer"),
                fault(
                        "|---|---|---|---|---|---|---|---|",
                        "|---|---|",
                        "6: onder de koppen van een tabel hoort een regel |---| met evenveel kolommen"),
                fault("| afzender, fg | beleid |", "| beleid |", "7: 7 cellen, verwacht 8"),
                fault("| afzender, fg | beleid |", "| afzender, fg | beleid", "7: een tabelregel eindigt met |"),
                fault("| R-1 |", "  | R-1 |", "7: een tabelregel begint met | aan het begin van de regel"),
                fault("# Regels", "R-9 | rood", "1: een tabelregel begint met | aan het begin van de regel"),
                fault(
                        "# Regels",
                        "<!-- verborgen",
                        "1: geen commentaar of codeblok: wat een lezer anders ziet, mag niet beslissen"),
                fault("# Regels", "**Geldig vanaf.** 2026-02-30", "1: geen datum van de vorm JJJJ-MM-DD"),
                fault("# Regels", "**Geldig vanaf.** 0001-01-01", "1: een jaar van 1900 tot en met 2999"),
                fault(
                        "# Regels",
                        "**Geldig vanaff.** 2026-01-01",
                        "1: een datum staat na '**Geldig vanaf.**' of '**Geldig tot en met.**'"),
                fault(
                        "# Regels",
                        "**Geldig vanaf.** 2026-01-02\n**Geldig tot en met.** 2026-01-01",
                        "2: de einddatum ligt voor de begindatum"),
                fault(
                        "# Regels",
                        "**Geldig vanaf.** 2026-01-02\n**Geldig vanaf.** 2026-01-03",
                        "2: deze datum staat er twee keer"));
    }

    private static Arguments fault(String from, String to, String expected) {
        return Arguments.of(from, to, expected);
    }

    @ParameterizedTest
    @MethodSource("faultsOfRules")
    void aFaultInARuleIsALoadErrorWithItsPlace(String from, String to, String expected) {
        assertThat(RuleTexts.faults(RuleTexts.with(RULES_FILE, from, to))).contains(RULES_FILE + ":" + expected);
    }

    static Stream<Arguments> faultsOfExamples() {
        return Stream.of(
                fault("| toestaan |", "| toestan |", "5: 'toestan' mag niet onder 'besluit'; bedoelde u 'toestaan'?"),
                fault("toestaan | R-2", "toestaan | R-9", "5: 'R-9' mag niet onder 'regels'; bedoelde u 'R-1'?"),
                fault("toestaan | R-2", "toestaan | N1", "5: 'N1' mag niet onder 'regels'"),
                fault("| groen |", "| groene |", "5: 'groene' is geen waarde van 'kleur'; bedoelde u 'groen'?"),
                fault("| Onbekend |", "| Groen |", "6: voorbeeld 'Groen' staat er al: 30-regels.voorbeelden.md:5"),
                fault("| Rood | Groen |", "| Rood | Goren |", "12: 'Goren' is geen voorbeeld; bedoelde u 'Groen'?"),
                fault("| Rood | Groen |", "| Rood | Rood |", "12: voorbeelden leunen in een kring op elkaar: Rood"),
                fault(
                        "kleur = rood",
                        "kluer = rood",
                        "12: 'kluer' is geen feit uit de woordenlijst; bedoelde u 'kleur'?"),
                fault("kleur = rood", "kleur = rod", "12: 'rod' is geen waarde van 'kleur'; bedoelde u 'rood'?"),
                fault("kleur = rood", "kleur = groen", "12: 'kleur' verandert zo niet, of twee keer"),
                fault("kleur = rood", "kleur = rood; kleur = blauw", "12: 'kleur' verandert zo niet, of twee keer"),
                fault("kleur = rood", "kleur rood", "12: onder 'maar' staat 'feit = waarde', en ; tussen twee"),
                fault("kleur = rood", "", "12: lege cel onder 'maar'"),
                fault(
                        "## Voorbeelden\n",
                        "**Geldig vanaf.** 2026-01-01\n\n## Voorbeelden\n",
                        "1: alleen een bestand met regels heeft een begin- of einddatum"));
    }

    @ParameterizedTest
    @MethodSource("faultsOfExamples")
    void aFaultInAnExampleIsALoadErrorWithItsPlace(String from, String to, String expected) {
        assertThat(RuleTexts.faults(RuleTexts.with(EXAMPLES_FILE, from, to))).contains(EXAMPLES_FILE + ":" + expected);
    }

    static Stream<Arguments> faultsOfWords() {
        return Stream.of(
                fault("| kleur |", "| grondslag |", "8: feit 'grondslag' staat er twee keer"),
                fault("rood, groen, blauw", "rood", "8: een feit heeft 2 tot 64 waarden"),
                fault("rood, groen, blauw", "rood, rood, blauw", "8: een waarde staat er twee keer"),
                fault(
                        "| rood | een kleur |",
                        "| roze | een kleur |",
                        "8: 'roze' is geen waarde van 'kleur'; bedoelde u 'rood'?"),
                fault("| een kleur |", "| - |", "8: onder 'betekenis' staat geen tekst"),
                fault(
                        "| kleur |",
                        "| code |",
                        "8: 'code' kan geen feit heten: hoogstens 40 letters, cijfers en streepjes, en geen "
                                + "naam van een vaste kolom"),
                fault(
                        "rood, groen, blauw",
                        "ro od, groen, blauw",
                        "8: 'ro od' kan geen waarde zijn: hoogstens 40 letters, cijfers en "
                                + "streepjes, en geen naam van een vaste kolom"));
    }

    @ParameterizedTest
    @MethodSource("faultsOfWords")
    void aFaultInTheWordListIsALoadErrorWithItsPlace(String from, String to, String expected) {
        assertThat(RuleTexts.faults(RuleTexts.with(WORDS_FILE, from, to))).contains(WORDS_FILE + ":" + expected);
    }

    static Stream<Arguments> faultsOfInvariants() {
        return Stream.of(
                fault("| V1 |", "| N1 |", "11: regel 'N1' staat er twee keer"),
                fault("| blauw | rood |", "| rood, blauw | rood |", "11: 'naar' staat ook onder 'van'"),
                fault("| V1 | kleur |", "| V1 | kluer |", "11: 'kluer' mag niet onder 'feit'; bedoelde u 'kleur'?"),
                fault(
                        "| blauw | rood |",
                        "| blauw | rod |",
                        "11: 'rod' is geen waarde van 'kleur'; bedoelde u 'rood'?"),
                fault("| nooit blauw |", "| - |", "5: onder 'waarom' staat geen tekst"));
    }

    @ParameterizedTest
    @MethodSource("faultsOfInvariants")
    void aFaultInAnInvariantIsALoadErrorWithItsPlace(String from, String to, String expected) {
        assertThat(RuleTexts.faults(RuleTexts.with(INVARIANTS_FILE, from, to)))
                .contains(INVARIANTS_FILE + ":" + expected);
    }

    @Test
    void rowsWithTheSameConditionsContradictOrAreOneRow() {
        assertThat(RuleTexts.faults(RuleTexts.with(RULES_FILE, "| R-2 | groen, rood |", "| R-2 | blauw |")))
                .contains(
                        "30-regels.md:13: regel 'R-2' heeft dezelfde voorwaarden als 'R-1' (30-regels.md:7), maar staat onder "
                                + "'Toestaan als' en die onder 'Weigeren als': zij spreken elkaar tegen");
        String row = "| R-2 | groen, rood | AVG 6 | Ja. | Yes. | LATER | beleid |";
        assertThat(RuleTexts.faults(RuleTexts.with(RULES_FILE, row, row + "\n" + row.replace("R-2", "R-3"))))
                .contains(
                        "30-regels.md:14: regel 'R-3' heeft dezelfde voorwaarden als 'R-2' (30-regels.md:13); schrijf er een rij van");
    }

    @Test
    void rowsOfDifferentPeriodsMayHaveTheSameConditions() {
        Map<String, String> files = RuleTexts.sound();
        String rules = files.get(RULES_FILE);
        files.put(RULES_FILE, "**Geldig tot en met.** 2026-12-31\n" + rules);
        files.put("31-later.md", "**Geldig vanaf.** 2027-01-01\n" + rules.replace("R-", "S-"));
        assertThat(RuleTexts.faults(files)).isEmpty();
        RuleBook book = RuleTexts.read(files);
        assertThat(book.on(LocalDate.of(2026, 12, 31)).rules())
                .extracting(Rule::id)
                .containsExactly("R-1", "R-2");
        assertThat(book.on(LocalDate.of(2027, 1, 1)).rules())
                .extracting(Rule::id)
                .containsExactly("S-1", "S-2");
        assertThat(ExampleRun.failures(book)).isEmpty();
    }

    @Test
    void soundRulesAreReadAndProved() {
        RuleBook book = RuleTexts.read(RuleTexts.sound());
        assertThat(book.rules()).extracting(Rule::id).containsExactly("R-1", "R-2", "N1");
        assertThat(book.examples()).extracting(Example::name).containsExactly("Groen", "Onbekend", "Rood");
        assertThat(ExampleRun.failures(book)).isEmpty();
        assertThat(Mutation.of(book).unguarded()).isEmpty();
        assertThat(Proofs.of(book, LocalDate.of(2026, 1, 1)))
                .extracting(Proof::claim)
                .contains("N1 nooit blauw", "V1 een kleur kiezen houdt niets tegen");
    }

    @Test
    void everyFaultOfASetIsListed() {
        Map<String, String> files = RuleTexts.with(RULES_FILE, "| NO |", "| NOO |");
        files.merge(RULES_FILE, "", (text, none) -> text.replace("| Nee. |", "| |"));
        assertThat(RuleTexts.faults(files)).hasSize(2);
    }

    @Test
    void aSetWithoutWordsIsFaulty() {
        assertThat(RuleTexts.faults(Map.of("20-a.md", "# Niets")))
                .anyMatch(fault -> fault.contains("er is geen woordenlijst"));
    }

    @Test
    void rulesHoldFromAndUntilTheirDaysInclusive() {
        RuleBook book = RuleTexts.read(RuleTexts.with(
                RULES_FILE, "# Regels", "**Geldig vanaf.** 2026-01-01\n**Geldig tot en met.** 2026-06-30\n"));
        assertThat(book.on(LocalDate.of(2025, 12, 31)).rules()).isEmpty();
        assertThat(book.on(LocalDate.of(2026, 1, 1)).rules()).hasSize(2);
        assertThat(book.on(LocalDate.of(2026, 6, 30)).rules()).hasSize(2);
        assertThat(book.on(LocalDate.of(2026, 7, 1)).rules()).isEmpty();
    }
}
