package nl.sluis.console.regisseur;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.sluis.canonical.AssertionType;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.Urgency;
import nl.sluis.testing.Care;
import nl.sluis.testing.CareSlice;
import nl.sluis.testing.Family;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The pages of a regisseur in a real browser; skipped where there is none at {@code /usr/bin/chromium}. */
@CareSlice
class HouseholdBrowserTest {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path SCREENS = Path.of("..", "docs", "screens");

    private static Playwright playwright;
    private static Browser browser;
    private static @Nullable UUID told;

    private final Care team;
    private final int port;

    HouseholdBrowserTest(ApplicationContext context, @LocalServerPort int port) {
        this.team = new Care(context);
        this.port = port;
    }

    @BeforeAll
    static void startBrowser() {
        assumeTrue(Files.isExecutable(CHROMIUM), "no browser: install Debian's package chromium");
        // A busy machine is no fault of the page.
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        told = null;
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
    void aRegisseurFindsTheFamilyThatCannotWaitAndReadsItWithTheKeyboardAndWithoutScripts() {
        UUID household = story();
        try (BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setLocale("nl-NL").setJavaScriptEnabled(false))) {
            Page page = open(context, "/households");
            page.keyboard().press("Tab");
            assertThat(page.getByText("Naar de inhoud")).isFocused();
            page.locator("#household-" + household + " a").focus();
            page.keyboard().press("Enter");

            page.waitForURL("**/households/" + household);
            assertThat(page.locator("#safety")).containsText("Veiligheid NIET ingeschat");
            assertThat(page.locator("#timeline")).containsText("Is bang om naar huis te gaan.");
            page.getByText("Acuut gevaar gemeld").press("Enter");
            page.waitForURL("**#timeline");
        }
    }

    @Test
    void hasNoBarriersInEitherLanguageNorOnASmallScreen() throws IOException {
        UUID household = story();
        for (String language : List.of("nl-NL", "en-GB")) {
            try (BrowserContext context = context(language)) {
                for (String path : List.of("/households", "/households/" + household)) {
                    Page page = open(context, path);
                    page.locator("details").evaluateAll("all => all.forEach(one => one.open = true)");
                    assertThat(barriers(page)).as(path + language).isEmpty();
                    page.setViewportSize(320, 640);
                    assertThat(barriers(page)).isEmpty();
                    assertThat(page.evaluate("document.documentElement.scrollWidth"))
                            .isEqualTo(320);
                }
            }
        }
    }

    @Test
    void isPicturedForTheDocumentation() throws IOException {
        UUID household = story();
        Files.createDirectories(SCREENS);
        Path screen = SCREENS.resolve("regisseur-household.png");
        try (BrowserContext context = context("nl-NL")) {
            open(context, "/households/" + household).screenshot(new Page.ScreenshotOptions().setPath(screen));
        }

        assertThat(screen).isNotEmptyFile();
    }

    private BrowserContext context(String language) {
        return browser.newContext(new Browser.NewContextOptions()
                .setLocale(language)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(1000, 1400));
    }

    private Page open(BrowserContext context, String path) {
        Page page = context.newPage();
        page.navigate("http://127.0.0.1:" + port + path);
        return page;
    }

    /** What axe-core finds, rule and place. */
    @SuppressWarnings("unchecked")
    private static List<String> barriers(Page page) throws IOException {
        try (InputStream axe = HouseholdBrowserTest.class.getResourceAsStream("/axe.min.js")) {
            page.evaluate(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        }
        return (List<String>) page.evaluate("async () => (await axe.run()).violations.flatMap("
                + "rule => rule.nodes.map(node => rule.id + ' ' + node.target + ': ' + node.failureSummary))");
    }

    /** A family with acute danger, a plan, regie and an estimate of one of two children. */
    private UUID story() {
        if (told != null) {
            return told;
        }
        String name = "van Rijn";
        Family family = Family.message()
                .urgency(Urgency.ACUTE)
                .person("noah", HouseholdRole.CHILD)
                .named("noah", "Noah", name, "2012-05-01")
                .person("lieke", HouseholdRole.CHILD)
                .named("lieke", "Lieke", name, "2026-06-11")
                .person("sanne", HouseholdRole.PARENT)
                .named("sanne", "Sanne", name, "1992-02-02");
        UUID household = team.arrives(family.said("noah", AssertionType.OBSERVED, "Is bang om naar huis te gaan.")
                        .kind(MessageKind.REFERRAL)
                        .build())
                .household();
        String path = "/v1/households/" + household;
        team.put(path + "/involved/fatima", "");
        team.put(path + "/regie", "{\"holder\": \"PROFESSIONAL\", \"professional\": \"fatima\"}");
        for (String on : List.of("2026-11-10", "2026-11-19")) {
            team.post(path + "/safety/estimates", """
                    {"members": ["%s"], "on": "%s", "maker": "F. Boukhari", "made": {"instrument": "LIRIK", "judgement": "WORRIES",
                     "weight": "HEAVY", "sources": ["CHILD", "SCHOOL"], "seen": "Noah vertelt weinig."}}""".formatted(team.member(household, "Noah"), on));
        }
        team.post(path + "/plans", """
                {"name": "Gezinsplan", "evaluation": "2027-03-01", "owner": "fatima",
                 "goals": [{"code": "rust", "effect": "Noah slaapt de nacht door."}],
                 "actions": [{"text": "Vaste bedtijd.", "goal": "rust"}]}""");
        told = household;
        return household;
    }
}
