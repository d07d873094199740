package nl.sluis.policyset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.sluis.policy.RuleSets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages in a real browser; skipped where there is none at {@code /usr/bin/chromium}. */
class ReadingBrowserTest {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    @TempDir
    static Path folder;

    private static Map<String, String> pages;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(Files.isExecutable(CHROMIUM), "no browser: install Debian's package chromium");
        pages = new ReadingRenderer().render(RuleSets.builtIn(), RuleSets.builtInText(), LocalDate.of(2026, 11, 22));
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Files.writeString(folder.resolve(page.getKey()), page.getValue());
        }
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    @AfterAll
    static void stop() {
        if (playwright != null) {
            playwright.close();
        }
    }

    private static Page open(BrowserContext context, String file) {
        Page page = context.newPage();
        page.navigate(folder.resolve(file).toUri().toString());
        return page;
    }

    @Test
    void everyPageHasNoBarriersAlsoOnASmallScreen() throws IOException {
        try (BrowserContext context = browser.newContext()) {
            for (String file : pages.keySet()) {
                Page page = open(context, file);
                // The largest page takes a while: what a wide screen shows, a small one shows too
                if (file.equals("index.html")) {
                    assertThat(barriers(page)).as(file).isEmpty();
                }
                page.setViewportSize(320, 640);
                assertThat(barriers(page)).as(file).isEmpty();
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .as(file)
                        .isEqualTo(320);
                page.close();
            }
        }
    }

    @Test
    void onPaperNothingIsCutOff() {
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1030, 700))) {
            for (String file : pages.keySet()) {
                Page page = open(context, file);
                page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .as(file)
                        .isEqualTo(1030);
                assertThat(page.locator("nav:visible").count()).as(file).isZero();
                page.close();
            }
        }
    }

    /** Shows that the check bites. */
    @Test
    void findsABarrierThatIsPutThere() throws IOException {
        try (BrowserContext context = browser.newContext()) {
            Page page = open(context, "index.html");
            page.evaluate("document.documentElement.removeAttribute('lang')");
            assertThat(barriers(page)).singleElement().asString().startsWith("html-has-lang");
        }
    }

    /** What axe-core finds, rule and place. */
    @SuppressWarnings("unchecked")
    private static List<String> barriers(Page page) throws IOException {
        try (InputStream axe = ReadingBrowserTest.class.getResourceAsStream("/axe.min.js")) {
            page.evaluate(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        }
        return (List<String>) page.evaluate("async () => (await axe.run()).violations.flatMap("
                + "rule => rule.nodes.map(node => rule.id + ' ' + node.target + ': ' + node.failureSummary))");
    }
}
