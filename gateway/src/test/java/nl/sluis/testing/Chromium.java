package nl.sluis.testing;

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
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Debian's Chromium, one for all tests of a run; who asks for it is skipped where there is none. */
public final class Chromium implements BeforeAllCallback {

    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final Path SCREENS = Path.of("..", "docs", "screens");

    /** Ended with the run. */
    private record Running(Playwright playwright, Browser browser) implements AutoCloseable {
        @Override
        public void close() {
            playwright.close();
        }
    }

    private static volatile Running running;

    @Override
    public void beforeAll(ExtensionContext test) {
        assumeTrue(Files.isExecutable(PROGRAM), "no browser: install Debian's package chromium");
        running = test.getRoot()
                .getStore(Namespace.create(Chromium.class))
                .computeIfAbsent(Running.class, none -> start(), Running.class);
    }

    private static Running start() {
        // A busy machine is no fault of a page
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(PROGRAM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
        return new Running(playwright, browser);
    }

    /** A browser of somebody who reads this language, such as {@code nl-NL}, and has no cookie of anybody. */
    public static BrowserContext context(String language, boolean scripts) {
        return running.browser()
                .newContext(new Browser.NewContextOptions()
                        .setLocale(language)
                        .setIgnoreHTTPSErrors(true)
                        .setJavaScriptEnabled(scripts)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setViewportSize(1000, 1100));
    }

    /** What axe-core finds by WCAG 2.2 AA and its best practices, rule and place; it needs scripts or not. */
    @SuppressWarnings("unchecked")
    public static List<String> barriers(Page page) {
        try (InputStream axe = Objects.requireNonNull(Chromium.class.getResourceAsStream("/axe.min.js"))) {
            page.evaluate(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return (List<String>) page.evaluate("async () => (await axe.run()).violations.flatMap("
                + "rule => rule.nodes.map(node => rule.id + ' ' + node.target + ': ' + node.failureSummary))");
    }

    /** A picture of the whole page for the documentation, in {@code docs/screens}. */
    public static void picture(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(SCREENS.resolve(name)).setFullPage(true));
    }
}
