package nl.sluis.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page of requirements has each number once, and what it says to work has tests that exist. */
class RequirementsTest {

    private static final int LAST = 110;
    private static final Pattern ROW = Pattern.compile(
            "(?m)^\\| (R-\\d+) \\| [^|]+ \\| (works|partly: [^|]+|not yet: [B-H](?:, [B-H])*) \\| [^|]+ \\| ([^|]+) \\|$");
    private static final Pattern CASE =
            Pattern.compile("(?m)^\\| (T-\\d\\d) \\| [^|]+ \\| (yes|partly|no) \\| [^|]+ \\| ([^|]+) \\|$");
    private static final Pattern LETTER = Pattern.compile("\\([B-H](, [B-H])*\\)");
    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

    private static final Map<String, String> TESTS = new HashMap<>();

    @BeforeAll
    static void readTheTests() throws IOException {
        for (String module : List.of("policies", "adapters", "gateway")) {
            Path sources = Repository.root().resolve(module).resolve("src/test/java");
            try (Stream<Path> files = Files.walk(sources)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith("Test.java")).toList()) {
                    TESTS.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
                }
            }
        }
    }

    @Test
    void everyRequirementStandsOnceAndItsTestsExist() throws IOException {
        String page = page();
        assertThat(numbers(page)).isEqualTo(expected());
        assertThat(page.lines().filter(line -> line.startsWith("| R-"))).hasSize(LAST);
        assertThat(faults(page)).isEmpty();
    }

    @Test
    void theCountsAreThoseOfTheTable() throws IOException {
        String page = page();
        assertThat(page.replaceAll("\\s+", " "))
                .contains("Now %d work, %d partly, %d not yet."
                        .formatted(count(page, "works"), count(page, "partly"), count(page, "not yet")));
    }

    @Test
    void eachOfTheTenCasesStandsOnceAndItsTestsExist() throws IOException {
        List<MatchResult> cases = CASE.matcher(page()).results().toList();
        assertThat(cases.stream().map(row -> row.group(1)).toList())
                .isEqualTo(IntStream.rangeClosed(1, 10)
                        .mapToObj("T-%02d"::formatted)
                        .toList());
        assertThat(cases.stream()
                        .filter(row -> row.group(2).equals("no") ? !row.group(3).equals("-") : !shown(row.group(3)))
                        .map(MatchResult::group))
                .isEmpty();
    }

    @Test
    void theCheckBites() {
        assertThat(faults("| R-01 | a | works | b | nothing |\n")).hasSize(1);
        assertThat(faults("| R-01 | a | works | b | `RequirementsTest.thisIsNotThere` |\n"))
                .hasSize(1);
        assertThat(faults("| R-01 | a | partly: something | b | `RequirementsTest.theCheckBites` |\n"))
                .hasSize(1);
        assertThat(faults("| R-01 | a | not yet: F | - | later |\n")).hasSize(1);
        assertThat(faults("| R-01 | a | works | b | `RequirementsTest.theCheckBites` |\n"))
                .isEmpty();
        assertThat(numbers("| R-01 | a | nearly | b | c |\n")).isEmpty();
    }

    private static String page() throws IOException {
        return Files.readString(Repository.root().resolve("docs/requirements.md"));
    }

    private static List<String> expected() {
        return IntStream.rangeClosed(1, LAST).mapToObj("R-%02d"::formatted).toList();
    }

    private static List<String> numbers(String page) {
        return ROW.matcher(page).results().map(row -> row.group(1)).toList();
    }

    private static long count(String page, String state) {
        return ROW.matcher(page)
                .results()
                .filter(row -> row.group(2).startsWith(state))
                .count();
    }

    private static List<String> faults(String page) {
        List<String> faults = new ArrayList<>();
        ROW.matcher(page).results().forEach(row -> {
            String state = row.group(2);
            boolean shown = state.startsWith("not yet") ? row.group(3).startsWith("not yet: ") : shown(row.group(3));
            boolean says = !state.startsWith("partly") || LETTER.matcher(state).find();
            if (!shown || !says) {
                faults.add(row.group());
            }
        });
        return faults;
    }

    private static boolean shown(String tests) {
        Matcher named = NAMED.matcher(tests);
        boolean found = false;
        while (named.find()) {
            String method = Pattern.quote(named.group(2));
            Pattern declared = Pattern.compile("\\w[\\w<>]* " + method + "\\(");
            if (!declared.matcher(TESTS.getOrDefault(named.group(1), "")).find()) {
                return false;
            }
            found = true;
        }
        return found;
    }
}
