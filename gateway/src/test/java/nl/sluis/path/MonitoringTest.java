package nl.sluis.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The alert rules and the dashboard that come with Sluis watch figures that a node has, and the page says what to do at each alert. */
@ExtendWith(NodesExtension.class)
class MonitoringTest {

    private static final Path OPERATIONS = Path.of("..", "docs", "operations");
    private static final Path FILES = OPERATIONS.resolve("monitoring");
    private static final Pattern ALERT = Pattern.compile("(?m)^ +- alert: (\\w+)$");
    private static final Pattern EXPRESSION = Pattern.compile("(?m)^ +expr: (.+)$");
    private static final Pattern PAGE = Pattern.compile("page: \"monitoring\\.md#(\\w+)\"");

    /** What has no figure's name in an expression: selectors, ranges and what is grouped by. */
    private static final Pattern AROUND = Pattern.compile("\\{[^}]*\\}|\\[[^\\]]*\\]|by \\([^)]*\\)");

    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-z][a-z0-9_]*)[{ ]");

    /** Of the language of queries; and what Prometheus itself adds. */
    private static final Set<String> NOT_OURS = Set.of("sum", "min", "max", "rate", "or", "up");

    private final SchoolAlone school;

    MonitoringTest(SchoolAlone school) {
        this.school = school;
    }

    @Test
    void everyFigureThatIsWatchedIsOneThatANodeGives() throws IOException {
        school.caller("operator").get("/v1/undelivered");
        assertThat(school.caller(SchoolAlone.WITHOUT_ROLE)
                        .get("/v1/undelivered")
                        .status())
                .isEqualTo(403);
        String scraped = new Http(school.management(), school.system().tls())
                .get("/actuator/prometheus")
                .text();
        Set<String> given =
                SAMPLE.matcher(scraped).results().map(each -> each.group(1)).collect(Collectors.toSet());

        Set<String> watched = new TreeSet<>();
        Stream.concat(rules(EXPRESSION), dashboard().stream()).forEach(query -> watched.addAll(figures(query)));

        assertThat(watched).hasSizeGreaterThan(25).isSubsetOf(given);
    }

    @Test
    void theCheckSeesAFigureThatIsNotThere() {
        assertThat(figures("sum by (instance) (rate(sluis_nothing_total{status=\"403\"}[10m])) > 0.05"))
                .containsExactly("sluis_nothing_total");
    }

    @Test
    void everyAlertHasItsParagraphAndNoParagraphIsLeftOver() throws IOException {
        List<String> alerts = rules(ALERT).toList();
        List<String> paragraphs = Pattern.compile("(?m)^### (\\w+)$")
                .matcher(Files.readString(OPERATIONS.resolve("monitoring.md")))
                .results()
                .map(each -> each.group(1))
                .toList();
        assertThat(paragraphs).containsExactlyInAnyOrderElementsOf(alerts);
        assertThat(rules(PAGE))
                .containsExactlyElementsOf(alerts.stream()
                        .map(each -> each.toLowerCase(Locale.ROOT))
                        .toList());
    }

    @Test
    void theRulesFireWhenTheyMustAndNotBefore() throws IOException, InterruptedException {
        assumeTrue(hasPromtool(), "skipped: promtool (Debian: prometheus) is not installed");
        Process played = new ProcessBuilder("promtool", "test", "rules", "alerts-test.yml")
                .directory(FILES.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(played.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(played.waitFor()).as(said).isZero();
    }

    private static boolean hasPromtool() {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "promtool")));
    }

    private static Stream<String> rules(Pattern what) throws IOException {
        return what
                .matcher(Files.readString(FILES.resolve("alerts.yml")))
                .results()
                .map(each -> each.group(1))
                .toList()
                .stream();
    }

    private static Set<String> dashboard() throws IOException {
        JsonNode board = JsonMapper.shared().readTree(Files.readString(FILES.resolve("dashboard.json")));
        Set<String> queries = new HashSet<>();
        board.path("panels")
                .forEach(panel -> panel.path("targets")
                        .forEach(target -> queries.add(target.path("expr").asString())));
        return queries;
    }

    private static Set<String> figures(String query) {
        return WORD.matcher(AROUND.matcher(query).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .filter(word -> !NOT_OURS.contains(word))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
