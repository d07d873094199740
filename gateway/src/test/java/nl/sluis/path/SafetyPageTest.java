package nl.sluis.path;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import nl.sluis.canonical.Urgency;
import nl.sluis.feed.FeedItem;
import nl.sluis.followup.Task;
import nl.sluis.followup.TaskKind;
import nl.sluis.followup.Tasks;
import nl.sluis.testing.Chromium;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody says how safe a child is, or why nobody estimated it, in a real browser after a real login; without scripts. */
@ExtendWith({NodesExtension.class, Chromium.class})
class SafetyPageTest {

    private final SchoolAlone node;
    private final RegisseurAtWork work;

    SafetyPageTest(SchoolAlone node) {
        this.node = node;
        this.work = new RegisseurAtWork(node);
    }

    @Test
    void anEstimateIsRecordedAndSettlesWhatWasOpenAndTwiceIsOnce() throws IOException {
        FeedItem item = work.arrives(Urgency.ROUTINE);
        assertThat(open(item)).isTrue();
        try (BrowserContext context = Chromium.context("nl-NL", false)) {
            Page page = work.login(context, item.household());
            page.locator("#safety a").first().click();
            assertThat(page.locator("h1").textContent()).isEqualTo("Is er een inschatting van de veiligheid gemaakt?");
            page.locator("button[value=MADE]").click();
            Chromium.picture(page, "regisseur-safety.png");
            filled(page);
            String form = page.url();
            Page tab = context.newPage();
            tab.navigate(form);
            filled(tab);

            page.locator("button[value=RECORD]").click();

            assertThat(page.url()).endsWith("/households/" + item.household() + "?done=SAFETY_MADE");
            assertThat(page.locator("[role=status]").innerText().strip()).isEqualTo("De inschatting is vastgelegd.");
            assertThat(page.locator("#safety").innerText())
                    .contains(
                            "Veiligheid ingeschat",
                            "er zijn zorgen",
                            "Mila at weinig en was stil.",
                            "het kind, school");
            assertThat(open(item)).isFalse();

            tab.locator("button[value=RECORD]").click();
            assertThat(tab.url()).endsWith("?done=SAFETY_MADE");
            assertThat(tab.locator("#safety").innerText())
                    .as("pressing twice is no second estimate")
                    .contains("Er is één inschatting");
            assertThat(records(item)).isEqualTo(1);
        }
    }

    @Test
    void whyThereIsNoneIsRecordedAndLeavesTheTaskOpen() throws IOException {
        FeedItem item = work.arrives(Urgency.ROUTINE);
        try (BrowserContext context = Chromium.context("nl-NL", false)) {
            Page page = work.login(context, item.household());
            page.getByText("Afhandelen: Veiligheid inschatten").first().click();
            page.getByText("Veiligheid inschatten, of zeggen waarom niet").click();
            page.locator("button[value=NOT_MADE]").click();
            page.locator("button[value=RECORD]").click();
            assertThat(page.locator(".faults li").allInnerTexts()).containsExactly("Over wie gaat dit?: vul dit in");
            assertThat(page.title()).startsWith("Fout:");
            page.locator("[name=members]").first().check();
            page.locator("button[value=RECORD]").click();
            assertThat(page.locator(".faults li").allInnerTexts())
                    .containsExactly(
                            "Door wie?: vul dit in", "Wat is de reden?: vul dit in", "Leg kort uit: vul dit in");
            assertThat(page.locator("[name=members]").first().isChecked()).isTrue();
            page.fill("#maker", "F. Boukhari");
            page.check("#reason-NO_CONTACT");
            page.fill("#why", "Drie keer gebeld. " + RegisseurAtWork.HOSTILE);

            page.locator("button[value=RECORD]").click();

            assertThat(page.locator("[role=status]").innerText())
                    .startsWith("Vastgelegd waarom er geen inschatting is. De taak blijft open.");
            assertThat(page.locator("#safety").innerText())
                    .contains("NIET ingeschat door F. Boukhari", "geen contact met het gezin", "Drie keer gebeld.");
            assertThat(page.locator("main script, main b").count()).isZero();
            assertThat(open(item)).isTrue();
        }
    }

    @Test
    void aDayThatHasYetToComeIsRefusedAndASessionThatEndedLosesNothing() throws IOException {
        FeedItem item = work.arrives(Urgency.ROUTINE);
        try (BrowserContext context = Chromium.context("nl-NL", false)) {
            Page page = at(work.login(context, item.household()), item, "MADE");
            filled(page);
            page.fill("#on", "2999-01-01");
            page.locator("button[value=RECORD]").click();
            assertThat(page.locator(".faults li").allInnerTexts())
                    .containsExactly("Op welke dag?: deze dag moet nog komen");
            assertThat(page.locator("#seen").inputValue()).isEqualTo("Mila at weinig en was stil.");
            context.clearCookies();
            page.locator("button[value=RECORD]").click();
            assertThat(page.content()).contains("Mila at weinig en was stil.");
            assertThat(records(item)).isZero();
        }
    }

    @Test
    void whoIsNotInvolvedFindsNothing() throws IOException {
        FeedItem theirs = work.arrives(Urgency.ROUTINE);
        FeedItem own = work.arrives(Urgency.ROUTINE);
        try (BrowserContext context = Chromium.context("nl-NL", false)) {
            Page page = work.login(context, own.household());
            String heading = at(page, UUID.randomUUID(), "MADE").locator("h1").textContent();
            assertThat(at(page, theirs, "MADE").locator("h1").textContent()).isEqualTo(heading);
            assertThat(at(page, own, "MADE").locator("h1").textContent()).isEqualTo("Hoe veilig is het?");
        }
    }

    @Test
    void hasNoBarriersInEitherLanguageNorOnASmallScreen() throws IOException {
        FeedItem item = work.arrives(Urgency.ROUTINE);
        for (String language : List.of("nl-NL", "en-GB")) {
            try (BrowserContext context = Chromium.context(language, true)) {
                Page page = work.login(context, item.household());
                page.setViewportSize(320, 640);
                for (String outcome : List.of("", "MADE", "NOT_MADE")) {
                    at(page, item, outcome);
                    fine(page);
                    assertThat(page.locator("p.lead").textContent())
                            .as("never a question for some families only")
                            .isIn(
                                    "Veiligheid: altijd bij kinderen in het gezin.",
                                    "Safety: always, where there are children in the family.");
                    if (!outcome.isEmpty()) {
                        page.locator("button[value=RECORD]").click();
                        fine(page);
                    }
                }
            }
        }
    }

    private static void fine(Page page) {
        assertThat(Chromium.barriers(page)).as(page.url()).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
        assertThat(page.content()).doesNotContain("??");
    }

    private static void filled(Page page) {
        page.locator("[name=members]").first().check();
        page.fill("#maker", "F. Boukhari, wijkteam");
        page.check("#judgement-WORRIES");
        page.fill("#seen", "Mila at weinig en was stil.");
        page.check("#sources-CHILD");
        page.check("#sources-SCHOOL");
        page.check("#instrument-LIRIK");
        page.check("#weight-LIGHT");
    }

    private Page at(Page page, FeedItem item, String outcome) {
        return at(page, item.household(), outcome);
    }

    private Page at(Page page, UUID household, String outcome) {
        page.navigate(node.address()
                .resolve("/households/" + household + "/safety?outcome=" + outcome)
                .toString());
        return page;
    }

    /** Whether somebody must still estimate. */
    private boolean open(FeedItem item) {
        return node.part(Tasks.class).of(item.household()).stream()
                .map(Task::kind)
                .anyMatch(TaskKind.SAFETY_ESTIMATE::equals);
    }

    /** How many estimates were recorded of one family. */
    private long records(FeedItem item) {
        return node.part(JdbcClient.class)
                .sql("SELECT count(*) FROM household_record WHERE household_id = ? AND kind = 'SAFETY_MADE'")
                .param(item.household())
                .query(Long.class)
                .single();
    }
}
