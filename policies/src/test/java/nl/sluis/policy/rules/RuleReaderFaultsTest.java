package nl.sluis.policy.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RuleReaderFaultsTest {

    private static final String WORDS = """
            # Woordenlijst

            ## Feiten

            | feit | waarden | over | onbekend = | gewoon = | betekenis |
            |---|---|---|---|---|---|
            | grondslag | CONSENT, NONE | bericht | - | CONSENT | waarop |
            | kleur | rood, groen, blauw | gegeven | blauw | rood | een kleur |
            """;

    private static final String TERMS = """
            ## Termijnen

            | plicht | aantal | eenheid | betekenis | zekerheid |
            |---|---|---|---|---|
            | LATER | 5 | werkdagen-na-verzending | later | beleid |

            ## In werking

            | grondslag | vanaf | tot en met | artikel | zekerheid |
            |---|---|---|---|---|
            | CONSENT | - | - | AVG 6 | beleid |
            | NONE | uit | - | AVG 6 | beleid |
            """;

    private static final String RULES = """
            # Regels

            ## Weigeren als

            | regel | kleur | code | artikel | reden | reason | zichtbaar | zekerheid |
            |---|---|---|---|---|---|---|---|
            | R-1 | niet groen, rood | NO | AVG 6 | Nee. | No. | afzender, fg | beleid |

            ## Toestaan als

            | regel | kleur | artikel | reden | reason | plicht | zekerheid |
            |---|---|---|---|---|---|---|
            | R-2 | groen, rood | AVG 6 | Ja. | Yes. | LATER | beleid |

            ## Voorbeelden

            | voorbeeld | kleur | besluit | regels |
            |---|---|---|---|
            | Groen | groen | toestaan | R-2 |
            | Onbekend | | weigeren | R-1 |
            """;

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("kleur | code", "kleurr | code", "30.md:5: 'kleurr' is geen feit uit de woordenlijst"),
                fault("niet groen, rood", "niet groen, ros", "30.md:7: 'ros' is geen waarde van 'kleur'"),
                fault("niet groen, rood", "", "30.md:7: lege cel onder 'kleur'"),
                fault("niet groen, rood", "rood, rood", "30.md:7: 'rood' staat er twee keer"),
                fault("niet groen, rood", "rood, groen, blauw", "30.md:7: 'kleur' noemt alle waarden; schrijf -"),
                fault("| R-2 |", "| R-1 |", "30.md:13: regel 'R-1' staat er twee keer"),
                fault("| Nee. |", "| |", "30.md:7: lege cel onder 'reden'"),
                fault("| NO |", "| NOO |", "30.md:7: 'NOO' mag niet onder 'code'"),
                fault("| NO |", "| - |", "30.md:7: '-' mag niet onder 'code'"),
                fault("afzender, fg", "iedereen", "30.md:7: 'iedereen' mag niet onder 'zichtbaar'"),
                fault("| LATER |", "| NOOIT |", "30.md:13: 'NOOIT' mag niet onder 'plicht'"),
                fault("afzender, fg | beleid", "afzender, fg | zeker", "30.md:7: 'zeker' mag niet onder 'zekerheid'"),
                fault("## Weigeren als", "## Weigeren", "30.md:5: onbekende kop 'Weigeren'"),
                fault("## Weigeren als", "### Weigeren als", "30.md:3: alleen '# ' en '## ' zijn koppen"),
                fault(
                        "| artikel | reden | reason | zichtbaar",
                        "| bron | reden | reason | zichtbaar",
                        "30.md:5: kolom 'artikel' ontbreekt"),
                fault(
                        "|---|---|---|---|---|---|---|---|",
                        "|---|---|",
                        "30.md:6: onder de koppen van een tabel hoort een regel |---| met evenveel kolommen"),
                fault("| afzender, fg | beleid |", "| beleid |", "30.md:7: 7 cellen, verwacht 8"),
                fault("| afzender, fg | beleid |", "| afzender, fg | beleid", "30.md:7: een tabelregel eindigt met |"),
                fault("# Regels", "R-9 | rood", "30.md:1: een tabelregel begint met |"),
                fault("| toestaan |", "| mag |", "30.md:19: 'mag' mag niet onder 'besluit'"),
                fault("toestaan | R-2", "toestaan | R-9", "30.md:19: 'R-9' mag niet onder 'regels'"),
                fault("# Regels", "**Geldig vanaf.** 2026-02-30", "30.md:1: geen datum van de vorm JJJJ-MM-DD"));
    }

    private static Arguments fault(String from, String to, String expected) {
        return Arguments.of(from, to, expected);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void everyFaultIsALoadErrorWithItsPlace(String from, String to, String expected) {
        assertThat(RULES).contains(from);
        int at = RULES.indexOf(from);
        String broken = RULES.substring(0, at) + to + RULES.substring(at + from.length());
        assertThatThrownBy(() -> read(Map.of("30.md", broken)))
                .isInstanceOfSatisfying(
                        FaultyRules.class,
                        faulty -> assertThat(faulty.faults().stream().map(Fault::toString))
                                .contains(expected));
    }

    @Test
    void soundRulesAreRead() {
        assertThat(read(Map.of()).rules()).hasSize(2);
    }

    @Test
    void everyFaultOfASetIsListed() {
        String broken = RULES.replace("| NO |", "| NOO |").replace("| Nee. |", "| |");
        assertThatThrownBy(() -> read(Map.of("30.md", broken)))
                .isInstanceOfSatisfying(
                        FaultyRules.class, faulty -> assertThat(faulty.faults()).hasSize(2));
    }

    @Test
    void aSetWithoutWordsIsFaulty() {
        assertThatThrownBy(() -> RuleBook.read(Map.of("a.md", "# Niets"), Set.of()))
                .hasMessageContaining("er is geen woordenlijst");
    }

    @Test
    void aWordThatStandsTwiceIsFaulty() {
        String twice = WORDS + "| kleur | geel, wit | gegeven | wit | wit | nog een |\n";
        assertThatThrownBy(() -> read(Map.of("10.md", twice)))
                .hasMessageContaining("10.md:9: feit 'kleur' staat er twee keer");
    }

    @Test
    void rulesHoldFromAndUntilTheirDaysInclusive() {
        String dated = "**Geldig vanaf.** 2026-01-01\n**Geldig tot en met.** 2026-06-30\n" + RULES;
        RuleBook book = read(Map.of("30.md", dated));
        assertThat(book.on(java.time.LocalDate.of(2025, 12, 31)).rules()).isEmpty();
        assertThat(book.on(java.time.LocalDate.of(2026, 1, 1)).rules()).hasSize(2);
        assertThat(book.on(java.time.LocalDate.of(2026, 6, 30)).rules()).hasSize(2);
        assertThat(book.on(java.time.LocalDate.of(2026, 7, 1)).rules()).isEmpty();
    }

    private static RuleBook read(Map<String, String> changed) {
        Map<String, String> files = new HashMap<>(Map.of("10.md", WORDS, "15.md", TERMS, "30.md", RULES));
        files.putAll(changed);
        return RuleBook.read(files, Set.of("NO"));
    }
}
