package nl.sluis.adapter.partners.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import nl.sluis.adapter.Sample;
import nl.sluis.adapter.profile.ProfileFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappingProfilesTest {

    private static final String HOUSING = Sample.of("housing-arrears.yaml", "").text();

    @ParameterizedTest
    @ValueSource(strings = {"housing-arrears.yaml", "school-concern.yaml", "creditor-arrears.yaml"})
    void readsTheSamples(String file) {
        assertThat(faults(Sample.of(file, "").text())).isEmpty();
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "birth-date:|birthdate:|29:5: UNKNOWN_KEY 'birthdate' is not known here; did you mean 'birth-date'?",
                "kind: ARREARS_SIGNAL|kind: AREARS_SIGNAL|14:9: UNKNOWN_CODE 'AREARS_SIGNAL' is no code of ours here; did you mean 'ARREARS_SIGNAL'?",
                "type: HOUSING|type: HOUSNG|5:7: UNKNOWN_CODE 'HOUSNG' is no code of ours here; did you mean 'HOUSING'?",
                "about: huurder|about: hurder|35:5: UNKNOWN_PERSON 'hurder' is none of 'persons'; did you mean 'huurder'?",
                "codes: reactie|codes: reacties|46:38: UNKNOWN_LIST There is no list 'reacties' under codes; did you mean 'reactie'?",
                "instead: HUA|instead: HUB|52:5: UNKNOWN_CODE 'HUB' is not in this list; did you mean 'HUA'?",
                "geen: NONE|geen: NON|46:13: UNKNOWN_CODE 'NON' is no code of ours here; did you mean 'NONE'?",
                "charset: UTF-8|charset: UTF8|9:12: UNKNOWN_CODE 'UTF8' is not one of: ISO-8859-1, ISO-8859-15, UTF-8, windows-1252; did you mean 'UTF-8'?",
                "profile: sluis-csv/1|profile: sluis-csv/2|2:10: VERSION Only profiles of version sluis-csv/1 are read.",
                "[d-M-yyyy, yyyy-MM-dd]|[d-M-yyyy, M-d-yyyy]|11:21: AMBIGUOUS 'M-d-yyyy' and 'd-M-yyyy' read one text as different days.",
                "[d-M-yyyy, yyyy-MM-dd]|[d-M-yy]|11:11: WRONG_FORM A date is written with d or dd, M or MM, and yyyy, such as d-M-yyyy.",
                "until: 2025-10-09|until: 2025-9-31|52:31: NOT_A_DATE A day is written as 2026-11-22 here.",
                "  day: Signaaldatum||20:1: REQUIRED Codes with 'from' or 'until' need 'rows: {day: Column}', the day on which they were used.",
                "birth-date: Geboortedatum|bsn: BSN|24:1: BSN_FORBIDDEN A HOUSING has no right to citizen service numbers: leave 'bsn' out.",
                "{column: Reactie, codes: reactie}|NONE|41:1: NO_EVIDENCE What is the same for every row is no evidence: each needs a column.",
                "basis: ARREARS_BGS_2|basis: WAMS|13:1: NOT_IN_FORCE WAMS is not in force.",
                "ignored: [Saldo waarborgsom]|ignored: [Bedrag]|58:1: CONTRADICTION 'Bedrag' is ignored and used.",
                "required: [Contract|required: &a [Contract|59:13: NOT_PLAIN Anchors, aliases and types are not used in a profile.",
                "number: Huurdernummer|number: !x Huurdernummer|27:13: NOT_PLAIN Anchors, aliases and types are not used in a profile.",
                "number: Huurdernummer|number: !!java.net.URL x|27:13: NOT_YAML This is no YAML: Global tag is not allowed: tag:yaml.org,2002:java.net.URL.",
            })
    void namesFileLineAndColumnAndWhatWasProbablyMeant(String right, String wrong, String fault) {
        String profile = HOUSING.replaceFirst(
                java.util.regex.Pattern.quote(right),
                wrong == null ? "" : java.util.regex.Matcher.quoteReplacement(wrong));
        assertThat(profile).isNotEqualTo(HOUSING);
        assertThat(faults(profile)).contains("profile.yaml:" + fault);
    }

    @Test
    void tellsEveryFaultAtOnce() {
        String profile = HOUSING.replace("type: HOUSING", "type: HUIS").replace("about: huurder", "about: bewoner");
        assertThat(faults(profile)).hasSize(2);
    }

    @Test
    void refusesAKeyThatOccursTwice() {
        assertThat(faults(HOUSING.replace("type: HOUSING", "type: HOUSING\ntype: SCHOOL")))
                .anyMatch(fault -> fault.startsWith("profile.yaml:6:1: DUPLICATE_KEY"));
    }

    @Test
    void needsEvidenceForAnArrearsSignal() {
        String profile = HOUSING.replaceFirst("(?s)preconditions:.*?\n\n", "");
        assertThat(faults(profile)).anyMatch(fault -> fault.contains("'preconditions' is missing"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# nothing",
                "- a\n- b",
                "a: [",
                "a: 'b",
                "\u0000",
                "a: \u0007",
                "\tprofile: x",
                "a: &a [*a]",
                "a: &a {b: *a}",
                "? {a: b} : c",
                "<<: {a: b}",
                "profile: {sluis-csv/1: [a]}",
                "profile: [[[[[[[[[[[[[[[[[[[a]]]]]]]]]]]]]]]]]]]",
                "--- a\n--- b",
                "codes: {a: {b: {means: {c: d}}}}",
                "persons: {a: b}\nsections: [c]",
            })
    void answersHostileProfilesWithAFault(String profile) {
        assertThat(faults(profile)).isNotEmpty();
    }

    @Test
    void answersAProfileThatGrowsWithoutEndWithAFault() {
        StringBuilder laughs = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            laughs.append("a" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + "]\n");
        }
        assertThat(faults(laughs.toString())).isNotEmpty();
        assertThat(faults("a: " + "x".repeat(MappingProfiles.MAX_CHARS)))
                .anyMatch(fault -> fault.contains("TOO_LARGE"));
    }

    /** Some thousand profiles with something cut, doubled or changed: each is answered, and nothing is thrown. */
    @Test
    void answersEveryBrokenProfile() {
        Random random = new Random(7);
        for (int i = 0; i < 1500; i++) {
            int from = random.nextInt(HOUSING.length());
            int until = Math.min(HOUSING.length(), from + random.nextInt(40));
            String with = List.of(
                            "",
                            "\n",
                            ": ",
                            "{",
                            "]",
                            "*",
                            "&a ",
                            "!x ",
                            "'",
                            "\u0000",
                            "- ",
                            HOUSING.substring(from, until).repeat(2))
                    .get(random.nextInt(12));
            MappingProfiles.read("p", HOUSING.substring(0, from) + with + HOUSING.substring(until));
        }
    }

    private static List<String> faults(String profile) {
        return MappingProfiles.read("profile.yaml", profile) instanceof MappingProfiles.Loaded.Faulty faulty
                ? faulty.faults().stream().map(ProfileFault::toString).toList()
                : List.of();
    }
}
