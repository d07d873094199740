package nl.sluis.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.sluis.custody.PersonRegister;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page of a person of a family in a real browser, after a real login; skipped where there is none. */
@ExtendWith(NodesExtension.class)
class MyPageTest {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path SCREEN = Path.of("..", "docs", "screens", "family-shared.png");

    private static Playwright playwright;
    private static com.microsoft.playwright.Browser browser;

    private final SchoolAlone school;
    private final String ref = "gezin-" + UUID.randomUUID();

    MyPageTest(SchoolAlone school) {
        this.school = school;
    }

    @BeforeAll
    static void startBrowser() {
        assumeTrue(Files.isExecutable(CHROMIUM), "no browser: install Debian's package chromium");
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run")));
    }

    @AfterAll
    static void stopBrowser() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @Test
    void aMotherReadsInDutchWhoWasToldWhatAboutHerAndNothingOfWhatIsShielded() throws IOException {
        UUID person = registered();
        disclosed(person, "CONSENT", 1, false);
        disclosed(person, "FAMILY_PRESENT", 30, false);
        disclosed(person, "MELDRECHT_WMO_5_2_6", 2, true);
        try (BrowserContext context = context("nl-NL", false)) {
            Page page = login(context);

            assertThat(page.url()).endsWith("/my");
            assertThat(page.locator("h1").textContent()).isEqualTo("Wat er over u gedeeld is");
            assertThat(page.locator(".card"))
                    .satisfies(cards -> assertThat(cards.count()).isEqualTo(2));
            assertThat(page.locator(".card").first().innerText())
                    .contains("Er is toestemming voor gegeven.", "Waarneming", "Signaal", "heeft ze ontvangen");
            assertThat(page.locator(".card").last().innerText()).contains("Het is gedeeld waar uw gezin bij was.");
            assertThat(page.content()).doesNotContain("Meldrecht", ref, person.toString(), "??");
            Files.createDirectories(SCREEN.getParent());
            page.screenshot(new Page.ScreenshotOptions().setPath(SCREEN).setFullPage(true));
        }
    }

    @Test
    void hasNoBarriersInEitherLanguageNorOnASmallScreenAndIsWholeOnPaper() throws IOException {
        disclosed(registered(), "CONSENT", 1, false);
        for (String language : List.of("nl-NL", "en-GB")) {
            try (BrowserContext context = context(language, true)) {
                Page page = login(context);
                assertThat(page.locator("h1").textContent())
                        .isEqualTo(language.equals("en-GB") ? "What was shared about you" : "Wat er over u gedeeld is");
                assertThat(barriers(page)).isEmpty();
                page.setViewportSize(320, 640);
                assertThat(barriers(page)).isEmpty();
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .isEqualTo(320);
                page.keyboard().press("Tab");
                assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip");
                page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
                assertThat(page.locator(".card:visible").count()).isEqualTo(1);
                assertThat(page.locator(".out:visible").count()).isZero();
            }
        }
    }

    @Test
    void whoHasOnlyShieldedThingsSeesThePageOfWhoHasNothing() throws IOException {
        disclosed(registered(), "MELDRECHT_WMO_5_2_6", 1, true);
        try (BrowserContext context = context("nl-NL", false)) {
            String shielded = login(context).locator("main").innerHTML();
            school.provider()
                    .next(new Provider.Person(
                            UUID.randomUUID().toString(),
                            List.of("family"),
                            Provider.TWO_FACTORS,
                            "niemand-" + UUID.randomUUID()));
            try (BrowserContext other = context("nl-NL", false)) {
                assertThat(open(other, "/").locator("main").innerHTML())
                        .isEqualTo(shielded)
                        .contains("Hier staat nog niets");
            }
        }
    }

    @Test
    void isForNobodyWhoWorksHere() throws IOException {
        assertThat(school.person(UUID.randomUUID().toString(), "team")
                        .get("/my", Browser.PAGE)
                        .status())
                .isEqualTo(403);
    }

    private UUID registered() throws IOException {
        assertThat(school.system()
                        .put("/v1/persons/" + ref, Samples.person("1992-05-04"))
                        .status())
                .isEqualTo(200);
        return school.part(PersonRegister.class).find(ref).orElseThrow().value();
    }

    private void disclosed(UUID person, String basis, int hours, boolean shielded) {
        UUID message = UUID.randomUUID();
        JdbcClient jdbc = school.part(JdbcClient.class);
        jdbc.sql("INSERT INTO kept_acceptance (sender, id, recipient, kind, state, accepted, created_at) VALUES"
                        + " ('de-wilgenhof', ?, 'wijkteam-noord', 'SIGNAL', 'DELIVERED', '', now())")
                .param(message)
                .update();
        jdbc.sql("INSERT INTO disclosure (sender, message, person_id, at, recipient, kind, basis, purpose, categories,"
                        + " shielded) VALUES ('de-wilgenhof', ?, ?, now() - ? * interval '1 hour', 'wijkteam-noord',"
                        + " 'SIGNAL', ?, 'YOUTH_SUPPORT', ARRAY['IDENTITY', 'OBSERVATION'], ?)")
                .params(message, person, hours, basis, shielded)
                .update();
    }

    private Page login(BrowserContext context) {
        school.provider()
                .next(new Provider.Person(UUID.randomUUID().toString(), List.of("family"), Provider.TWO_FACTORS, ref));
        return open(context, "/");
    }

    private Page open(BrowserContext context, String path) {
        Page page = context.newPage();
        page.navigate(school.address().resolve(path).toString());
        return page;
    }

    // The check itself is a script; the page has none and needs none
    private static BrowserContext context(String language, boolean scripts) {
        return browser.newContext(new NewContextOptions()
                .setLocale(language)
                .setIgnoreHTTPSErrors(true)
                .setJavaScriptEnabled(scripts)
                .setViewportSize(1000, 1100));
    }

    /** What axe-core finds, rule and place. */
    @SuppressWarnings("unchecked")
    private static List<String> barriers(Page page) throws IOException {
        try (InputStream axe = MyPageTest.class.getResourceAsStream("/axe.min.js")) {
            page.evaluate(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        }
        return (List<String>) page.evaluate("async () => (await axe.run()).violations.flatMap("
                + "rule => rule.nodes.map(node => rule.id + ' ' + node.target + ': ' + node.failureSummary))");
    }
}
