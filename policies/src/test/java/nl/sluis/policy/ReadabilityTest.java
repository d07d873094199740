package nl.sluis.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A proxy for language level B1: the texts for people in 12-uitleg.md, all sentences of them. Bounds: at most 15 words a sentence,
 * at most 2.1 syllables a word on average in any text, no word of legal Dutch or English, and for all texts of a language together
 * Flesch-Douma (Dutch: 206.84 - 0.93 x words a sentence - 77 x syllables a word) or Flesch (English: 206.835 - 1.015 x words a sentence
 * - 84.6 x syllables a word) of at least 70, where B1 is usually put at 60 or more. Counts vowels for syllables. It cannot tell
 * whether a text is clear, only whether it is long-winded; people have to read it as well.
 */
class ReadabilityTest {

    private static final int MAX_WORDS = 15;
    private static final double MAX_SYLLABLES = 2.1;
    private static final double MIN_FLESCH = 70;

    private static final Pattern LEGALESE = Pattern.compile(
            "(?i)\\b(ingevolge|krachtens|derhalve|dientengevolge|onverminderd|alsmede|teneinde|betreffende|inzake|jegens"
                    + "|pursuant|hereby|thereof|notwithstanding|whereas|therein|herein|aforementioned)\\b");

    private static final String LAW_NL =
            "Onverminderd artikel 7.3.2, derde lid, tweede volzin, draagt de jeugdhulpverlener zorg"
                    + " dat aan anderen dan de betrokkene geen inlichtingen over de betrokkene dan wel inzage in of afschrift van"
                    + " de bescheiden, bedoeld in artikel 7.3.8, worden verstrekt dan met toestemming van de betrokkene.";
    private static final String LAW_EN =
            "The processing of special categories of personal data shall be prohibited, unless the"
                    + " data subject has given explicit consent to the processing of those personal data for one or more specified"
                    + " purposes, notwithstanding the applicable provisions of national legislation.";

    private static Stream<String> texts(int fromTheEnd) {
        return RuleSets.builtInText()
                .get("12-uitleg.md")
                .lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| Z-"))
                .map(line -> line.split("\\|"))
                .filter(cells -> !cells[cells.length - 1].strip().equals("text")
                        && !cells[cells.length - 1].strip().equals("waarom"))
                .map(cells -> cells[cells.length - fromTheEnd].strip());
    }

    static Stream<String> dutch() {
        return texts(2);
    }

    static Stream<String> english() {
        return texts(1);
    }

    @ParameterizedTest
    @MethodSource("dutch")
    void everyDutchTextIsShortAndPlain(String text) {
        assertThat(faults(text)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("english")
    void everyEnglishTextIsShortAndPlain(String text) {
        assertThat(faults(text)).isEmpty();
    }

    @Test
    void theTextsTogetherAreEasy() {
        assertThat(dutch().count()).isGreaterThan(90).isEqualTo(english().count());
        assertThat(fleschDouma(String.join(" ", dutch().toList()))).isGreaterThan(MIN_FLESCH);
        assertThat(flesch(String.join(" ", english().toList()))).isGreaterThan(MIN_FLESCH);
    }

    /** Shows that the bounds bite. */
    @Test
    void legaleseIsFound() {
        assertThat(faults(LAW_NL)).hasSizeGreaterThanOrEqualTo(2);
        assertThat(faults(LAW_EN)).hasSizeGreaterThanOrEqualTo(2);
        assertThat(fleschDouma(LAW_NL)).isLessThan(MIN_FLESCH);
        assertThat(flesch(LAW_EN)).isLessThan(MIN_FLESCH);
    }

    @Test
    void theLegalSentencesOfTheRulesWouldNotPass() {
        List<String> rows = RuleSets.builtIn().rules().stream()
                .map(rule -> rule.words().text())
                .filter(text -> !text.isEmpty())
                .toList();
        assertThat(rows.stream().filter(text -> !faults(text).isEmpty()).count())
                .isPositive();
        assertThat(fleschDouma(String.join(" ", rows))).isLessThan(fleschDouma(String.join(" ", dutch().toList())));
    }

    private static List<String> faults(String text) {
        Stream<String> tooLong = Arrays.stream(text.split("(?<=[.:?!])\\s+"))
                .filter(sentence -> words(sentence).size() > MAX_WORDS)
                .map(sentence -> "too long: " + sentence);
        Stream<String> legal = LEGALESE.matcher(text).results().map(hit -> "legalese: " + hit.group());
        boolean heavy = !words(text).isEmpty()
                && syllablesPerWord(text) > MAX_SYLLABLES
                && words(text).size() > 4;
        return Stream.of(tooLong, legal, heavy ? Stream.of("long words: " + text) : Stream.<String>empty())
                .flatMap(found -> found)
                .toList();
    }

    private static double fleschDouma(String text) {
        return 206.84 - 0.93 * wordsPerSentence(text) - 77 * syllablesPerWord(text);
    }

    private static double flesch(String text) {
        return 206.835 - 1.015 * wordsPerSentence(text) - 84.6 * syllablesPerWord(text);
    }

    private static double wordsPerSentence(String text) {
        long sentences = Arrays.stream(text.split("(?<=[.:?!])\\s+"))
                .filter(sentence -> !words(sentence).isEmpty())
                .count();
        return (double) words(text).size() / sentences;
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("[^\\p{L}\\p{M}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static double syllablesPerWord(String text) {
        return words(text).stream()
                .mapToInt(ReadabilityTest::syllables)
                .average()
                .orElse(0);
    }

    private static int syllables(String word) {
        long groups = Pattern.compile("[aeiouyàáèéëïöü]+")
                .matcher(word.toLowerCase(Locale.ROOT))
                .results()
                .count();
        // A silent e at the end of an English word counts too: the measure errs on the strict side.
        return (int) Math.max(1, groups);
    }
}
