package nl.sluis.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The threat model and the table of ASVS claim nothing that is not there, and leave nothing out. */
class SecurityPagesTest {

    private static final Pattern THREAT = Pattern.compile("^\\| [STRIDE] \\|.*");
    private static final Pattern OPEN = Pattern.compile("\\*\\*None\\*\\*.*D[1-8].*");
    private static final Pattern REQUIREMENT = Pattern.compile("^\\| (\\d+\\.\\d+)\\.(\\d+) \\|.*");
    private static final Set<String> ANSWERS = Set.of("met", "partly", "not met", "not applicable");

    /** How many requirements each section of ASVS 5.0.0 has; 345 together. */
    private static final String SECTIONS = "1.1:2 1.2:10 1.3:12 1.4:3 1.5:3 2.1:3 2.2:3 2.3:5 2.4:2 "
            + "3.1:1 3.2:3 3.3:5 3.4:8 3.5:8 3.6:1 3.7:5 4.1:5 4.2:5 4.3:2 4.4:4 5.1:1 5.2:6 5.3:3 5.4:3 "
            + "6.1:3 6.2:12 6.3:8 6.4:6 6.5:8 6.6:4 6.7:2 6.8:4 7.1:3 7.2:4 7.3:2 7.4:5 7.5:3 7.6:2 "
            + "8.1:4 8.2:4 8.3:3 8.4:2 9.1:3 9.2:4 10.1:2 10.2:3 10.3:5 10.4:16 10.5:5 10.6:2 10.7:3 "
            + "11.1:4 11.2:5 11.3:5 11.4:4 11.5:2 11.6:2 11.7:2 12.1:5 12.2:2 12.3:5 13.1:4 13.2:6 13.3:4 13.4:7 "
            + "14.1:2 14.2:8 14.3:3 15.1:5 15.2:5 15.3:7 15.4:4 16.1:1 16.2:5 16.3:4 16.4:3 16.5:4 17.1:2 17.2:8 17.3:2";

    @Test
    void everyThreatHasATestThatIsThereOrSaysWhatWillCloseIt() throws IOException {
        String page = page("docs/threat-model.md");
        List<String> threats = threats(page);
        assertThat(threats).hasSizeGreaterThan(100);
        assertThat(threats.stream().filter(SecurityPagesTest::claimsNothing)).isEmpty();
        assertThat(Evidence.ofTheWorkingCopy().missing(page)).isEmpty();
    }

    @Test
    void everyRequirementIsAnsweredOnceAndWhatIsMetSaysHow() throws IOException {
        String page = page("docs/security/asvs.md");
        assertThat(numbers(page)).isEqualTo(expected());
        assertThat(requirements(page).filter(SecurityPagesTest::isWithoutEvidence))
                .isEmpty();
        assertThat(Evidence.ofTheWorkingCopy().missing(page)).isEmpty();
    }

    @Test
    void theCountsOfTheRequirementsAreRight() throws IOException {
        String page = page("docs/security/asvs.md");
        Map<String, Long> counts =
                requirements(page).collect(Collectors.groupingBy(line -> cell(line, 2), Collectors.counting()));
        String said = ANSWERS.stream()
                .sorted()
                .map(answer -> answer + " " + counts.getOrDefault(answer, 0L))
                .collect(Collectors.joining(", "));
        assertThat(page).contains(said);
    }

    @Test
    void theChecksBite() throws IOException {
        assertThat(claimsNothing("| S | threat | `access.Callers` |  | nothing |"))
                .isTrue();
        assertThat(claimsNothing("| S | threat | **None**: for ever | | nothing |"))
                .isTrue();
        assertThat(claimsNothing("| S | threat | **None** (D4) | | nothing |")).isFalse();
        assertThat(isWithoutEvidence("| 1.1.1 | met | because |")).isTrue();
        assertThat(isWithoutEvidence("| 1.1.1 | splendid | `access.Callers` |")).isTrue();
        assertThat(isWithoutEvidence("| 1.1.1 | met | `access.Callers` |")).isFalse();
        assertThat(
                        Evidence.ofTheWorkingCopy()
                                .missing(
                                        "`SecurityPagesTest.theChecksBite` `SecurityPagesTest.no` `access.Callers` `access.Nobody`"))
                .containsExactly("`SecurityPagesTest.no`", "`access.Nobody`");
    }

    private static boolean claimsNothing(String threat) {
        return Evidence.named(threat) == 0 && !OPEN.matcher(threat).find();
    }

    private static boolean isWithoutEvidence(String requirement) {
        String answer = cell(requirement, 2);
        String how = cell(requirement, 3);
        boolean claims = answer.equals("met") || answer.equals("partly");
        boolean named = Evidence.named(how) + Evidence.classesNamed(how) > 0 || how.contains("](") || how.contains("`");
        return !ANSWERS.contains(answer) || how.isBlank() || claims && !named;
    }

    private static List<String> threats(String page) {
        return page.lines().filter(line -> THREAT.matcher(line).matches()).toList();
    }

    private static Stream<String> requirements(String page) {
        return page.lines().filter(line -> REQUIREMENT.matcher(line).matches());
    }

    private static Map<String, List<Integer>> numbers(String page) {
        Map<String, List<Integer>> numbers = new TreeMap<>();
        requirements(page).forEach(line -> {
            var found = REQUIREMENT.matcher(line).results().findFirst().orElseThrow();
            numbers.computeIfAbsent(found.group(1), section -> new ArrayList<>())
                    .add(Integer.valueOf(found.group(2)));
        });
        return numbers;
    }

    private static Map<String, List<Integer>> expected() {
        Map<String, List<Integer>> expected = new TreeMap<>();
        Arrays.stream(SECTIONS.split(" "))
                .map(each -> each.split(":"))
                .forEach(each -> expected.put(
                        each[0],
                        Stream.iterate(1, n -> n + 1)
                                .limit(Integer.parseInt(each[1]))
                                .toList()));
        return expected;
    }

    private static String cell(String line, int number) {
        String[] cells = line.split("\\|");
        return cells.length > number ? cells[number].strip() : "";
    }

    private static String page(String path) throws IOException {
        return Files.readString(Repository.root().resolve(path));
    }
}
