package nl.sluis.policyset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.sluis.policy.RuleSets;
import nl.sluis.policy.rules.Effect;
import nl.sluis.policy.rules.Rule;
import nl.sluis.policy.rules.RuleBook;
import nl.sluis.policy.rules.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingPagesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final RuleBook BOOK = RuleSets.builtIn();
    private static final Map<String, String> PAGES = new ReadingRenderer().render(BOOK, RuleSets.builtInText(), DAY);

    private static String page(String basis) {
        return "grondslag-" + basis.toLowerCase(java.util.Locale.ROOT).replace('_', '-') + ".html";
    }

    private static List<String> pagesWith(String text) {
        return PAGES.entrySet().stream()
                .filter(page -> page.getValue().contains(text))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static List<String> bases() {
        return Statement.asked(BOOK.vocabulary(), "grondslag", anyBasis()).values();
    }

    private static Rule anyBasis() {
        return BOOK.rules().stream()
                .filter(rule -> !rule.conditions(BOOK.vocabulary()).contains("grondslag"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyBasisHasAPageAndTheIndexLinksToAll() {
        assertThat(PAGES.keySet()).contains("index.html", ReadingPages.GENERAL);
        assertThat(PAGES).hasSize(bases().size() + 2);
        for (String basis : bases()) {
            assertThat(PAGES).containsKey(page(basis));
            assertThat(PAGES.get("index.html")).contains("href=\"" + page(basis) + "\"");
        }
    }

    @Test
    void everyRowStandsOnThePagesOfTheBasesThatItNamesAndNowhereElse() {
        List<Rule> rows = new ArrayList<>(BOOK.on(DAY).rules());
        BOOK.rules().stream().filter(rule -> rule.effect() == Effect.NEVER).forEach(rows::add);
        for (Rule rule : rows) {
            List<String> named =
                    Statement.asked(BOOK.vocabulary(), "grondslag", rule).values();
            List<String> expected = named.size() * 2 > bases().size()
                    ? List.of(ReadingPages.GENERAL)
                    : named.stream().map(ReadingPagesTest::page).sorted().toList();
            assertThat(pagesWith("id=\"r-" + rule.id() + "\"")).as(rule.id()).isEqualTo(expected);
        }
    }

    @Test
    void everyRowOfExamplesStandsOnceOnThePagesOfItsBasesAlone() {
        Map<String, Set<String>> pages = new HashMap<>();
        BOOK.examples()
                .forEach(example -> pages.computeIfAbsent(example.source(), source -> new TreeSet<>())
                        .add(page(Statement.at(BOOK.vocabulary(), "grondslag", example.point())
                                .values()
                                .getFirst())));
        pages.forEach((source, expected) ->
                assertThat(pagesWith(">" + source + "<")).as(source).containsExactlyElementsOf(expected));
        String consent = PAGES.get(page("CONSENT"));
        assertThat(consent.split("class=\"example\"", -1)).hasSizeLessThan(pages.size());
    }

    @Test
    void everyRowIsThereWithItsConditionsInWordsItsArticleAndItsConfidence() {
        String consent = PAGES.get(page("CONSENT"));
        Rule row = BOOK.rules().stream()
                .filter(rule -> rule.id().equals("T-H4"))
                .findFirst()
                .orElseThrow();
        assertThat(consent)
                .contains("de betrokkene is 12 tot en met 15 jaar", "voor de verstrekker geldt de Jeugdwet of de WGBO")
                .contains(row.words().text(), row.words().article(), row.words().confidence(), row.source())
                .contains("REVIEW_CONSENT_BEFORE: Praat voor die dag met wie toestemming gaf.");
        assertThat(PAGES.get(ReadingPages.GENERAL)).contains("de ontvanger is een school");
    }

    @Test
    void proofsAndOpenQuestionsAreThere() {
        String index = PAGES.get("index.html");
        assertThat(index).contains("N1 zonder grondslag nooit delen").doesNotContain("niet bewezen");
        RuleSets.builtInText().forEach((file, text) -> {
            long asked = Pattern.compile("(?m)^\\*\\*Open vraag aan de jurist\\.\\*\\*")
                    .matcher(text)
                    .results()
                    .count();
            long shown = Pattern.compile(Pattern.quote("(" + file + ")"))
                    .matcher(index)
                    .results()
                    .count();
            assertThat(shown).as(file).isEqualTo(asked);
        });
        assertThat(PAGES.get(page("MELDRECHT_WMO_5_2_6"))).contains("Veilig Thuis zelf, de Raad, werk en inkomen");
        assertThat(PAGES.get(page("CONSENT"))).doesNotContain("Veilig Thuis zelf, de Raad, werk en inkomen");
    }

    @Test
    void everyLinkLeadsSomewhere() {
        Map<String, String> broken = new TreeMap<>();
        PAGES.forEach((file, html) -> Pattern.compile("href=\"([^\"]*)\"")
                .matcher(html)
                .results()
                .map(hit -> hit.group(1))
                .forEach(link -> {
                    int anchor = link.indexOf('#');
                    String target = anchor < 0 ? link : link.substring(0, anchor);
                    String there = PAGES.getOrDefault(target.isEmpty() ? file : target, "");
                    String id = anchor < 0 ? "" : "id=\"" + link.substring(anchor + 1) + "\"";
                    if (there.isEmpty() || !there.contains(id)) {
                        broken.put(link, file);
                    }
                }));
        assertThat(broken).isEmpty();
    }

    @Test
    void pagesNeedNothingFromElsewhere() {
        PAGES.forEach((file, html) -> assertThat(html)
                .as(file)
                .contains("lang=\"nl\"")
                .doesNotContain("http://", "https://", "src=", "<script", " th:", "@import", "{}"));
    }

    @Test
    void whatStandsInARuleIsTextAndNeverMarkup() {
        Map<String, String> texts = new HashMap<>(RuleSets.builtInText());
        texts.computeIfPresent(
                "60-conflict-van-plichten.md",
                (file, text) ->
                        text.replace("Een conflict van plichten beslist een mens.", "<script>alert(1)</script>"));
        Map<String, String> pages = new ReadingRenderer().render(RuleSets.read(texts), texts, DAY);
        assertThat(pages.get(page("DUTY_CONFLICT")))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>");
    }

    private static int run(PrintStream err, String... args) {
        PrintStream out = new PrintStream(new ByteArrayOutputStream());
        return PolicyCommand.run(args, new ByteArrayInputStream(new byte[0]), out, err);
    }

    @Test
    void theCommandWritesThePages(@TempDir Path folder) throws IOException {
        PrintStream quiet = new PrintStream(new ByteArrayOutputStream());
        assertThat(run(quiet, "read", "--to", folder.resolve("pages").toString(), "--at", "2026-11-22"))
                .isEqualTo(PolicyCommand.OK);
        try (Stream<Path> files = Files.list(folder.resolve("pages"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(PAGES.keySet());
        }
        assertThat(folder.resolve("pages").resolve("index.html")).hasContent(PAGES.get("index.html"));
    }

    @Test
    void anotherSetIsReadFromItsFolderAndAFaultyOneIsRefused(@TempDir Path folder, @TempDir Path pages)
            throws IOException {
        for (Map.Entry<String, String> file : RuleSets.builtInText().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        String to = pages.toString();
        assertThat(run(new PrintStream(said), "read", "--to", to, "--set", folder.toString()))
                .isEqualTo(PolicyCommand.OK);
        Files.delete(folder.resolve("11-zinnen.md"));
        assertThat(run(new PrintStream(said), "read", "--to", to, "--set", folder.toString()))
                .isEqualTo(PolicyCommand.FAILED);
        assertThat(said.toString()).contains("er is geen tabel 'Zinnen'");
        assertThat(run(new PrintStream(said), "read", "--to", to, "--at", "gisteren"))
                .isEqualTo(PolicyCommand.BAD_INPUT);
        assertThat(run(new PrintStream(said), "read", "--at", "2026-01-01")).isEqualTo(PolicyCommand.BAD_INPUT);
        assertThat(run(new PrintStream(said), "read", "--to", to, "--in", to)).isEqualTo(PolicyCommand.BAD_INPUT);
    }
}
