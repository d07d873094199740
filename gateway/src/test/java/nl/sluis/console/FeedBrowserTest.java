package nl.sluis.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.sluis.canonical.AssertionType;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.Urgency;
import nl.sluis.feed.Feed;
import nl.sluis.feed.Viewer;
import nl.sluis.testing.Chromium;
import nl.sluis.testing.Family;
import nl.sluis.testing.FeedSlice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestConstructor;
import org.springframework.transaction.support.TransactionTemplate;

/** The page in a real browser; skipped where there is none at {@code /usr/bin/chromium}. */
@FeedSlice
@ExtendWith(Chromium.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class FeedBrowserTest {

    private static final Viewer TEAM = new Viewer.Organisation();

    private static final Path SCREEN = Path.of("..", "docs", "screens", "wijkteam-feed.png");

    private final Feed feed;
    private final TransactionTemplate transaction;
    private final int port;

    FeedBrowserTest(Feed feed, TransactionTemplate transaction, @LocalServerPort int port) {
        this.feed = feed;
        this.transaction = transaction;
        this.port = port;
    }

    @Test
    void showsAnItemThatArrivesWhileSomebodyLooks() {
        try (BrowserContext context = Chromium.context("nl-NL", true)) {
            Page page = open(context, "/");
            assertThat(page.locator("#live")).hasText("Nieuwe berichten verschijnen vanzelf");

            UUID id = add(Family.concern("Komt net binnen.").build());

            assertThat(page.locator("#feed > li").first()).hasId("item-" + id);
            assertThat(page.locator("#item-" + id)).containsText("Komt net binnen.");
            assertThat(page.getByRole(AriaRole.STATUS)).hasText("Nieuw: Signaal van Basisschool De Wilgenhof");
        }
    }

    @Test
    void addsTheFirstItemToAnEmptyPageAndNothingOfAnotherHousehold() {
        UUID first = add(jay("een"));
        UUID household = feed.find(first, TEAM).orElseThrow().household();
        try (BrowserContext context = Chromium.context("nl-NL", true)) {
            Page page = open(context, "/?household=" + household);
            assertThat(page.locator("#feed > li")).hasCount(1);

            add(Family.concern("van een ander").build());
            UUID second = add(jay("twee"));

            assertThat(page.locator("#item-" + second)).isVisible();
            assertThat(page.locator("#feed > li")).hasCount(2);
            page = open(context, "/?household=" + UUID.randomUUID());
            assertThat(page.getByText("Er is nog niets binnengekomen")).isVisible();
        }
    }

    @Test
    void showsEverythingWithoutScripts() {
        UUID id = add(Family.concern("Zonder script.").build());
        try (BrowserContext context = Chromium.context("nl-NL", false)) {
            Page page = open(context, "/");

            assertThat(page.locator("#item-" + id)).containsText("Zonder script.");
            assertThat(page.locator("#live a")).isVisible();
        }
    }

    @Test
    void canBeUsedWithTheKeyboardAlone() {
        UUID id = add(Family.concern("Toetsenbord.").build());
        try (BrowserContext context = Chromium.context("nl-NL", true)) {
            Page page = open(context, "/");

            page.keyboard().press("Tab");
            assertThat(page.getByText("Naar de berichten")).isFocused();
            assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                    .isEqualTo("solid");
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            assertThat(page.locator("#item-" + id + " summary")).isFocused();
            page.keyboard().press("Enter");
            assertThat(page.locator("#item-" + id + " details")).hasAttribute("open", "");
        }
    }

    @Test
    void hasNoBarriersInEitherLanguageNorOnASmallScreen() throws IOException {
        UUID household = addStory();
        for (String language : List.of("nl-NL", "en-GB")) {
            try (BrowserContext context = Chromium.context(language, true)) {
                Page page = open(context, "/?household=" + household);
                assertThat(page.locator("#live")).hasAttribute("data-state", "on");
                page.locator("details").evaluateAll("all => all.forEach(one => one.open = true)");
                assertThat(Chromium.barriers(page)).isEmpty();
                page.setViewportSize(320, 640);
                assertThat(Chromium.barriers(page)).isEmpty();
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .isEqualTo(320);
            }
        }
    }

    @Test
    void hasNoBarriersWhenThereIsNothing() throws IOException {
        try (BrowserContext context = Chromium.context("nl-NL", true)) {
            assertThat(Chromium.barriers(open(context, "/?household=" + UUID.randomUUID())))
                    .isEmpty();
        }
    }

    /** Shows that the check bites. */
    @Test
    void findsABarrierThatIsPutThere() throws IOException {
        try (BrowserContext context = Chromium.context("nl-NL", true)) {
            Page page = open(context, "/?household=" + UUID.randomUUID());
            page.evaluate("document.querySelector('.mark').removeAttribute('alt')");

            assertThat(Chromium.barriers(page)).singleElement().asString().startsWith("image-alt");
        }
    }

    @Test
    void isPicturedForTheDocumentation() throws IOException {
        addStory();
        try (BrowserContext context = Chromium.context("nl-NL", true)) {
            Page page = open(context, "/");
            assertThat(page.locator("#live")).hasAttribute("data-state", "on");

            page.setViewportSize(1000, 1400);
            page.screenshot(new Page.ScreenshotOptions().setPath(SCREEN));
        }

        assertThat(SCREEN).isNotEmptyFile();
    }

    private Page open(BrowserContext context, String path) {
        Page page = context.newPage();
        page.navigate("http://127.0.0.1:" + port + path);
        return page;
    }

    /** Three partners about one household. */
    private UUID addStory() {
        add(Family.message()
                .from("de-eik")
                .kind(MessageKind.ARREARS_SIGNAL)
                .person("sanne", HouseholdRole.PARENT)
                .named("sanne", "Sanne", "van Rijn", "1992-02-02")
                .section(
                        "sanne",
                        DataCategory.DEBT_AMOUNT,
                        LifeDomain.FIN,
                        new Content.Amount(new BigDecimal("1250.00"), PartialDate.parse("2026-08-01")))
                .build());
        add(Family.message()
                .from("de-horizon")
                .kind(MessageKind.PLAN_SUMMARY)
                .urgency(Urgency.PRIORITY)
                .person("sanne", HouseholdRole.PARENT)
                .named("sanne", "Sanne", "van Rijn", "1992-02-02")
                .section(
                        "sanne",
                        DataCategory.GOALS,
                        LifeDomain.GGZ,
                        new Content.Goal(
                                "Vaste dagindeling, rust in de avond", "loopt", PartialDate.parse("2027-02-01")))
                .section(
                        "sanne",
                        DataCategory.PLANNING,
                        LifeDomain.GGZ,
                        new Content.Planned(
                                "Evaluatie met het wijkteam", PartialDate.parse("2027-01-12"), null, "I. Meijer"))
                .build());
        UUID id = add(Family.message()
                .from("t-kompas")
                .urgency(Urgency.ACUTE)
                .person("noah", HouseholdRole.CHILD)
                .named("noah", "Noah", "Demir", "2012-05-01")
                .bsn("noah", Family.BSN_NOAH)
                .person("sanne", HouseholdRole.PARENT)
                .named("sanne", "Sanne", "van Rijn", "1992-02-02")
                .person("lieke", HouseholdRole.CHILD)
                .said(
                        "noah",
                        AssertionType.OBSERVED,
                        "Noah viel deze maand vier keer in slaap in de les en had geen eten bij zich.")
                .section(
                        "noah",
                        DataCategory.OBSERVATION,
                        LifeDomain.NET,
                        new Content.Statement(
                                "Noah zegt dat hij 's nachts voor zijn zusje zorgt.",
                                AssertionType.REPORTED_BY,
                                PartialDate.parse("2026-11-18"),
                                "Noah"))
                .said(
                        "noah",
                        AssertionType.PROFESSIONAL_OPINION,
                        "Noah slaapt te weinig en voelt zich verantwoordelijk.")
                .said("lieke", AssertionType.SUSPICION, "Mogelijk is er 's nachts te weinig toezicht op de baby.")
                .file("noah", UUID.randomUUID(), "Tekening van Noah")
                .build());
        return feed.find(id, TEAM).orElseThrow().household();
    }

    private static Message jay(String text) {
        return Family.message()
                .person("jay", HouseholdRole.CHILD)
                .named("jay", "Jay", "Jansen", "2023-01-05")
                .said("jay", AssertionType.OBSERVED, text)
                .build();
    }

    private UUID add(Message message) {
        return transaction.execute(status -> feed.add(message, Instant.parse("2026-11-20T09:15:00Z")));
    }
}
