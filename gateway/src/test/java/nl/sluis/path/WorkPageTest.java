package nl.sluis.path;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.Urgency;
import nl.sluis.consent.ReceivedGrounds;
import nl.sluis.demo.Neighbourhood.Member;
import nl.sluis.feed.Feed;
import nl.sluis.feed.FeedItem;
import nl.sluis.feed.Viewer;
import nl.sluis.followup.TaskKind;
import nl.sluis.followup.Tasks;
import nl.sluis.policy.Ground;
import nl.sluis.testing.Chromium;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.transaction.support.TransactionTemplate;

/** A regisseur decides about what came in and settles what is open, in a real browser after a real login; without scripts. */
@ExtendWith({NodesExtension.class, Chromium.class})
class WorkPageTest {

    private static final String HOSTILE = RegisseurAtWork.HOSTILE;

    private final SchoolAlone node;
    private final RegisseurAtWork work;
    private final String regisseur;

    WorkPageTest(SchoolAlone node) {
        this.node = node;
        this.work = new RegisseurAtWork(node);
        this.regisseur = work.person();
    }

    @Test
    void whoTakesAMessageUpHasItAndSeesWhetherTheReporterHears() throws IOException {
        FeedItem item = work.arrives(Urgency.ROUTINE);
        try (BrowserContext context = Chromium.context("nl-NL", false)) {
            Page page = work.login(context, item.household());
            page.locator("#item-" + item.id() + " .card-foot a").first().focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("h1").textContent()).isEqualTo("Wat gebeurt er met dit bericht?");
            assertThat(page.locator("#person").count())
                    .as("who logged in is known")
                    .isZero();
            Chromium.picture(page, "regisseur-item.png");

            Page tab = open(context.newPage(), item);

            page.locator("#choice-TAKE_UP").focus();
            page.keyboard().press("Space");
            page.fill("#contact", "F. Boukhari");
            page.locator("#contact").press("Enter");

            assertThat(page.url()).contains("/households/" + item.household() + "?done=TAKE_UP");
            // The sender's node is away, and no consent covers word back
            assertThat(page.locator("[role=status]").innerText())
                    .isEqualTo("Opgepakt. De melder kreeg nog geen bericht. Daarvoor staat een taak open.");
            assertThat(page.locator("#tasks").innerText())
                    .contains("De melder laten horen wat er is besloten")
                    .doesNotContain("Bericht oppakken");
            FeedItem now = found(item);
            assertThat(now.state() + " " + now.owner()).isEqualTo("TAKEN_UP " + regisseur);

            tab.check("#choice-TAKE_UP");
            tab.locator("button.primary").click();
            assertThat(tab.url()).as("again by the same changes nothing").endsWith("?done=TAKE_UP");
            assertThat(tab.locator("[role=status]").innerText().strip()).isEqualTo("Opgepakt.");
        }
    }

    @Test
    void saysWhatIsInTheWayAndKeepsWhatWasFilledIn() throws IOException {
        FeedItem item = work.arrives(Urgency.ACUTE);
        try (BrowserContext context = Chromium.context("nl-NL", true)) {
            Page page = open(work.login(context, item.household()), item);
            page.locator("button.primary").click();
            assertThat(page.locator(".faults li").innerText()).isEqualTo("Wat is uw besluit?: vul dit in");
            assertThat(page.title()).startsWith("Fout:");

            page.check("#choice-PASS_ON");
            page.fill("#reason", HOSTILE);
            page.locator("button.primary").click();
            assertThat(page.locator(".faults li").innerText()).isEqualTo("Aan wie geeft u het door?: vul dit in");
            assertThat(page.locator("#reason").inputValue()).isEqualTo(HOSTILE);
            assertThat(page.isChecked("#choice-PASS_ON")).isTrue();
            assertThat(page.locator("main script, main b").count()).isZero();
            assertThat(Chromium.barriers(page)).isEmpty();

            page.locator("button.language").click();
            assertThat(page.locator("h1").textContent()).isEqualTo("What happens with this message?");
            assertThat(page.locator("#reason").inputValue()).isEqualTo(HOSTILE);
            assertThat(found(item).state().name()).isEqualTo("NEW");
            page.locator("button.primary").click();
            assertThat(page.locator(".faults").count()).isOne();

            page.check("#choice-CLOSE");
            page.locator("button.primary").click();
            assertThat(page.locator(".faults").innerText()).contains("This must happen first:", "acute danger");
            assertThat(found(item).state().name()).isEqualTo("NEW");

            page.check("#choice-PASS_ON");
            page.fill("#colleague", regisseur);
            page.locator("button.primary").click();
            assertThat(page.locator(".faults").innerText()).contains("round in a ring");
        }
    }

    @Test
    void aDecisionOnAcuteDangerIsRecordedWithItsReasonOnceAndOnlyByWhoSeesTheFamily() throws IOException {
        FeedItem item = work.arrives(Urgency.ACUTE);
        try (BrowserContext context = Chromium.context("nl-NL", false)) {
            Page page = work.login(context, item.household());
            page.getByText("Afhandelen: Besluiten over acuut gevaar").click();
            String address = page.url();
            page.locator("button.primary").click();
            assertThat(page.locator(".faults li").innerText()).isEqualTo("Wat is uw besluit?: vul dit in");
            Chromium.picture(page, "regisseur-task.png");
            Page tab = context.newPage();
            tab.navigate(address);
            page.check("#choice-REPORTED");
            page.locator("button.primary").click();
            assertThat(page.locator(".faults li").innerText()).isEqualTo("Waarom?: vul dit in");
            page.fill("#reason", "Gebeld met Veilig Thuis.");
            page.locator("button.primary").click();
            assertThat(page.locator("[role=status]").innerText()).isEqualTo("Afgehandeld.");
            assertThat(settled(item)).containsExactly("REPORTED " + regisseur);

            tab.locator("button.primary").click();
            assertThat(tab.locator("[role=status]").innerText()).isEqualTo("Deze taak was al afgehandeld.");
            assertThat(settled(item)).hasSize(1);

            try (BrowserContext other = Chromium.context("nl-NL", false)) {
                Page stranger = new RegisseurAtWork(node)
                        .login(other, work.arrives(Urgency.ROUTINE).household());
                for (String theirs : List.of(address, at(item))) {
                    stranger.navigate(theirs);
                    assertThat(stranger.locator("h1").textContent()).isEqualTo(nothing(other));
                }
            }
        }
    }

    @Test
    void wordBackThatMayNotGoIsShownWithItsReasonAndKeepsItsTextAndIsNotSent() throws IOException {
        FeedItem item = work.arrives(Urgency.ROUTINE, Member.WIJKTEAM.organisation());
        try (BrowserContext context = Chromium.context("nl-NL", true)) {
            Page page = open(work.login(context, item.household()), item);
            page.getByText("De melder meer laten weten").click();
            page.locator("button[value=CHECK]").click();
            assertThat(page.locator(".faults li").innerText()).endsWith(": vul dit in");
            page.locator("[name=about]").first().check();
            page.fill("#planning", "Wij bellen morgen. " + HOSTILE);
            page.setViewportSize(320, 640);
            fine(page);
            page.setViewportSize(1000, 800);
            page.locator("button[value=CHECK]").click();
            assertThat(page.locator(".faults li").innerText())
                    .as("it came by no node, so nothing can go back")
                    .endsWith("Vertel het op een andere manier");
            Message message = found(item).message();
            node.part(TransactionTemplate.class)
                    .executeWithoutResult(status -> node.part(ReceivedGrounds.class)
                            .keep(
                                    message.sender(),
                                    message.id(),
                                    message.thread(),
                                    new Ground(LegalBasis.CONSENT, List.of(), List.of())));
            page.locator("button[value=CHECK]").click();

            assertThat(page.locator("main").innerText()).startsWith("Controleer wat er meegaat");
            Chromium.picture(page, "regisseur-feedback.png");
            assertThat(page.locator(".decision").innerText()).startsWith("Dit mag niet naar");
            assertThat(page.locator("button[value=SEND]").count()).isZero();
            assertThat(page.locator("main script, main b").count()).isZero();
            page.setViewportSize(320, 640);
            fine(page);
            page.locator("button.language").click();
            assertThat(page.locator("#planning").inputValue())
                    .as("another language asks nothing anew and loses nothing")
                    .isEqualTo("Wij bellen morgen. " + HOSTILE);
            fine(page);
            page.locator("button[value=CHECK]").click();
            page.locator("button[value=EDIT]").click();
            assertThat(page.locator("#planning").inputValue()).isEqualTo("Wij bellen morgen. " + HOSTILE);
        }
    }

    @Test
    void whatIsDoneByDoingItCannotBeTickedAway() throws IOException {
        FeedItem item = work.arrives(Urgency.ROUTINE);
        try (BrowserContext context = Chromium.context("nl-NL", false)) {
            Page page = work.login(context, item.household());
            page.getByText("Afhandelen: Bericht oppakken").click();
            assertThat(page.locator("form#answers").count()).isZero();
            page.getByText("Besluit hierover bij het bericht").click();
            assertThat(page.url()).endsWith("/items/" + item.id());
        }
    }

    @Test
    void hasNoBarriersInEitherLanguageNorOnASmallScreen() throws IOException {
        FeedItem item = work.arrives(Urgency.ACUTE);
        for (String language : List.of("nl-NL", "en-GB")) {
            try (BrowserContext context = Chromium.context(language, true)) {
                Page page = open(work.login(context, item.household()), item);
                page.setViewportSize(320, 640);
                fine(page);
                page.navigate(node.address()
                        .resolve("/households/" + item.household())
                        .toString());
                page.locator("#tasks .card-foot a").first().click();
                fine(page);
            }
        }
    }

    @Test
    void aSessionThatEndsHalfwayLosesNothingAndDecidesNothing() throws IOException {
        FeedItem item = work.arrives(Urgency.ROUTINE);
        try (BrowserContext context = Chromium.context("nl-NL", false)) {
            Page page = open(work.login(context, item.household()), item);
            page.check("#choice-HAND_BACK");
            page.fill("#reason", "Een reden die lang was.");
            context.clearCookies();
            page.locator("button.primary").click();
            assertThat(page.content()).contains("Een reden die lang was.");
            assertThat(found(item).state().name()).isEqualTo("NEW");
        }
    }

    private static void fine(Page page) {
        assertThat(Chromium.barriers(page)).as(page.url()).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
        assertThat(page.content()).doesNotContain("??");
    }

    private Page open(Page page, FeedItem item) {
        page.navigate(at(item));
        return page;
    }

    private String at(FeedItem item) {
        return node.address()
                .resolve("/households/" + item.household() + "/items/" + item.id())
                .toString();
    }

    /** What is said of a page that is nowhere. */
    private String nothing(BrowserContext context) {
        Page page = context.newPage();
        page.navigate(node.address().resolve("/households/" + UUID.randomUUID()).toString());
        return page.locator("h1").textContent();
    }

    private FeedItem found(FeedItem item) {
        return node.part(Feed.class).find(item.id(), new Viewer.Organisation()).orElseThrow();
    }

    private List<String> settled(FeedItem item) {
        return node.part(Tasks.class).history(item.household()).stream()
                .filter(task -> task.kind() == TaskKind.ACUTE)
                .map(task -> Objects.requireNonNull(task.settled()))
                .map(settled -> settled.code() + " " + settled.by())
                .toList();
    }
}
