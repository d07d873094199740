package nl.sluis.policy.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluis.policy.RuleSets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PhrasesTest {

    private static final String WORDS = """
            ## Feiten

            | feit | waarden | over | onbekend = | gewoon = | betekenis |
            |---|---|---|---|---|---|
            | kleur | rood, groen, blauw, grijs | gegeven | grijs | rood | een kleur |
            | nat | nee, ja | gegeven | nee | nee | of het nat is |
            """;

    private static final String PHRASES = """
            ## Zinnen

            | feit | waarde | zin | sentence | wie |
            |---|---|---|---|---|
            | kleur | * | het is {} | it is {} | afzender |
            | kleur | grijs | de kleur is niet bekend | the colour is not known | niemand |
            | nat | nee | het is droog | it is dry | niemand |
            | nat | ja | het is nat | it is wet | register |

            ## Namen van codes

            | feit | code | naam | name |
            |---|---|---|---|
            | kleur | rood | rood | red |
            | kleur | groen | groen | green |
            | kleur | blauw | blauw | blue |

            ## Wie

            | wie | naam | name |
            |---|---|---|
            """
            + Contributor.words().stream()
                    .map(word -> "| %s | naam %s | name %s |\n".formatted(word, word, word))
                    .collect(Collectors.joining());

    private static final String RULES = """
            ## Weigeren als

            | regel | kleur | nat | code | artikel | reden | reason | zichtbaar | zekerheid |
            |---|---|---|---|---|---|---|---|---|
            | R-1 | rood, blauw | ja | NO | AVG 6 | Nee. | No. | afzender, fg | beleid |
            | R-2 | niet groen | - | NO | AVG 6 | Nee. | No. | afzender, fg | beleid |
            """;

    private static RuleBook read(String phrases) {
        return RuleBook.read(Map.of("10.md", WORDS, "11.md", phrases, "30.md", RULES), Set.of("NO"));
    }

    @Test
    void saysAValueInBothLanguages() {
        Phrases phrases = read(PHRASES).phrases();
        assertThat(phrases.sentence("kleur", "rood", Language.NL)).isEqualTo("het is rood");
        assertThat(phrases.sentence("kleur", "rood", Language.EN)).isEqualTo("it is red");
        assertThat(phrases.sentence("kleur", "grijs", Language.EN)).isEqualTo("the colour is not known");
        assertThat(phrases.who("kleur", "blauw")).isEqualTo(Contributor.SENDER);
        assertThat(phrases.who("kleur", "grijs")).isEqualTo(Contributor.NOBODY);
        assertThat(phrases.name(Contributor.REGISTER, Language.EN)).isEqualTo("name register");
    }

    @Test
    void saysTheConditionsOfARow() {
        RuleBook book = read(PHRASES);
        assertThat(book.phrases().conditions(book.rules().get(0), Language.NL))
                .containsExactly("het is rood of blauw", "het is nat");
        assertThat(book.phrases().conditions(book.rules().get(1), Language.EN))
                .containsExactly("it is red or it is blue or the colour is not known");
    }

    @Test
    void saysALongListByWhatIsNotInIt() {
        Phrases phrases = RuleSets.builtIn().phrases();
        List<String> all = RuleSets.builtIn().vocabulary().facts().stream()
                .filter(fact -> fact.name().equals("ontvanger"))
                .flatMap(fact -> fact.values().stream())
                .toList();
        List<String> others = all.stream()
                .filter(value -> !Set.of("SCHOOL", "VEILIG_THUIS", "RAAD").contains(value))
                .toList();
        assertThat(phrases.sentence("ontvanger", others, Language.NL))
                .isEqualTo("de ontvanger is iets anders dan een school, Veilig Thuis of de Raad voor de"
                        + " Kinderbescherming");
    }

    @Test
    void aSetWithoutPhrasesSpeaksInItsOwnWords() {
        RuleBook book = RuleBook.read(Map.of("10.md", WORDS, "30.md", RULES), Set.of("NO"));
        assertThat(book.phrases().conditions(book.rules().get(0), Language.NL))
                .containsExactly("kleur = rood of kleur = blauw", "nat = ja");
    }

    @Test
    void theShippedSetCannotDoWithoutPhrases() {
        Map<String, String> files = new java.util.HashMap<>(RuleSets.builtInText());
        files.remove("11-zinnen.md");
        assertThatThrownBy(() -> RuleSets.read(files)).hasMessageContaining("er is geen tabel 'Zinnen'");
    }

    @Test
    void everyFactAndValueOfTheShippedSetIsSaidInTwoLanguages() {
        RuleBook book = RuleSets.builtIn();
        for (Fact fact : book.vocabulary().facts()) {
            for (String value : fact.values()) {
                for (Language language : Language.values()) {
                    assertThat(book.phrases().sentence(fact.name(), value, language))
                            .as("%s = %s", fact.name(), value)
                            .isNotBlank()
                            .doesNotContain("{}", "_")
                            .doesNotEndWith(".");
                }
            }
        }
    }

    @Test
    void refusesAWordThatIsNotInTheWordList() {
        Phrases phrases = read(PHRASES).phrases();
        assertThatThrownBy(() -> phrases.sentence("kleur", "paars", Language.NL))
                .isInstanceOf(IllegalArgumentException.class);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault(
                        "| nat | ja | het is nat | it is wet | register |\n",
                        "",
                        "11.md:3: 'ja' van 'nat' heeft geen zin"),
                fault("| kleur | rood | rood | red |\n", "", "11.md:3: 'rood' van 'kleur' heeft geen naam"),
                fault("| wie | naam", "| wi | naam", "11.md:20: kolom 'wie' ontbreekt"),
                fault(
                        "| niemand | naam niemand | name niemand |\n",
                        "",
                        "11.md:3: 'niemand' heeft geen naam onder 'Wie'"),
                fault("| nat | nee | het", "| nat | neen | het", "11.md:7: 'neen' is geen waarde van 'nat'"),
                fault("| nat | nee | het", "| nad | nee | het", "11.md:7: 'nad' is geen feit uit de woordenlijst"),
                fault("| nat | nee | het", "| nat | ja | het", "11.md:8: 'ja' van 'nat' heeft twee zinnen"),
                fault("het is {} |", "het is |", "11.md:5: bij * hoort {} een keer in beide talen, en anders niet"),
                fault("it is wet", "it is {}", "11.md:8: bij * hoort {} een keer in beide talen, en anders niet"),
                fault("| register |", "| iemand |", "11.md:8: 'iemand' mag niet onder 'wie'"),
                fault("| it is wet |", "| |", "11.md:8: lege cel onder 'sentence'"),
                fault("| kleur | blauw |", "| kleur | rood |", "11.md:16: 'rood' van 'kleur' heeft twee namen"),
                fault(
                        "| kleur | blauw | blauw | blue |",
                        "| kleur | blauw | blauw | blue |\n| nat | ja | nat | wet |",
                        "11.md:17: de naam van 'ja' van 'nat' staat in geen zin"));
    }

    private static Arguments fault(String from, String to, String expected) {
        return Arguments.of(from, to, expected);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void everyFaultIsALoadErrorWithItsPlace(String from, String to, String expected) {
        assertThat(PHRASES).contains(from);
        int at = PHRASES.indexOf(from);
        String broken = PHRASES.substring(0, at) + to + PHRASES.substring(at + from.length());
        assertThatThrownBy(() -> read(broken))
                .isInstanceOfSatisfying(
                        FaultyRules.class,
                        faulty -> assertThat(faulty.faults().stream().map(Fault::toString))
                                .contains(expected));
    }
}
