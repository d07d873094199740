package nl.sluis.path;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.MessageKind;
import nl.sluis.demo.Neighbourhood.Member;
import nl.sluis.feed.Feed;
import nl.sluis.testing.Chromium;
import nl.sluis.testing.Family;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The form of a reporter in a real browser, after a real login; skipped where there is none. */
@ExtendWith({NodesExtension.class, Chromium.class})
class ReportPageTest {

    private static final String HOSTILE =
            "<script>alert(1)</script>\"'><img src=x onerror=alert(2)> &amp; ${7*7} 👩‍👧 שלום";

    private final SchoolAlone school;
    private final String pupil = "leerling-" + UUID.randomUUID();

    ReportPageTest(SchoolAlone school) {
        this.school = school;
    }

    @Test
    void aTeacherReportsWithConsentWithoutScriptsAndTwiceIsOnce() throws IOException {
        consented();
        long before = messages();
        try (BrowserContext context = Chromium.context("nl-NL", false)) {
            Page page = toTheCheck(context, "Iris viel vijf keer in slaap.", "wijkteam-noord");

            assertThat(page.locator("#decision-title").textContent()).startsWith("Dit mag naar ");
            assertThat(page.locator(".decision").textContent()).contains("Toestemming");
            assertThat(page.locator(".goes").textContent()).contains("Iris", "Iris viel vijf keer in slaap.");
            assertThat(page.locator(".stays").textContent())
                    .contains("Ik maak mij zorgen.", "De toestemming gaat niet over dit soort gegevens.");
            assertThat(page.locator(".goes").textContent()).doesNotContain("Ik maak mij zorgen.");
            assertThat(messages()).isEqualTo(before);
            Chromium.picture(page, "reporter-check.png");
            page.locator("button[value=SEND]").click();
            assertThat(page.locator("h1").textContent()).isEqualTo("Uw melding is verstuurd");
            String id = page.locator("code").textContent();

            page.reload();
            assertThat(page.locator("code").textContent()).isEqualTo(id);
            assertThat(messages()).isEqualTo(before + 1);
            assertThat(school.system().get("/v1/messages/" + id).text("outcome"))
                    .isEqualTo("PERMIT");
            assertThat(page.content()).doesNotContain("??");
        }
    }

    @Test
    void withoutConsentItWaitsAndSaysWhyAndHostileTextStaysText() throws IOException {
        try (BrowserContext context = Chromium.context("nl-NL", true)) {
            String lines = HOSTILE
                    + "\nIris viel <b>in slaap</b> & droomde. ".repeat(299).stripTrailing();
            Page page = toTheCheck(context, lines, "wijkteam-noord");

            assertThat(page.locator("#decision-title").textContent()).contains("mag nog niet");
            assertThat(page.locator(".reasons li").count()).isPositive();
            assertThat(page.locator(".ways li").count()).isGreaterThan(1);
            assertThat(page.locator(".goes").textContent()).contains(HOSTILE);
            assertThat(page.locator("main script, main img").count()).isZero();
            page.locator("button[value=SEEN]").click();
            assertThat(page.locator("#facts").inputValue()).isEqualTo(lines);
            for (int i = 0; i < 3; i++) {
                next(page);
            }
            page.locator("button[value=SEND]").click();
            assertThat(page.locator("h1").textContent()).isEqualTo("Uw melding wacht op toestemming");
            assertThat(school.system()
                            .get("/v1/messages/" + page.locator("code").textContent())
                            .text("state"))
                    .isEqualTo("HOLD");
        }
    }

    @Test
    void veiligThuisWithoutMeldcodeIsRefusedBeforehandAndOffersNoSending() throws IOException {
        try (BrowserContext context = Chromium.context("nl-NL", false)) {
            Page page = toTheCheck(context, "Iris heeft blauwe plekken.", Member.VEILIG_THUIS.organisation());

            assertThat(page.locator("#decision-title").textContent()).startsWith("Dit mag niet naar ");
            assertThat(page.locator("button[value=SEND]").count()).isZero();
            assertThat(page.locator(".ways").textContent()).contains("0800 2000");
            page.locator("button[value=SENDING]").click();
            assertThat(page.locator("h1").textContent()).isEqualTo("Naar wie gaat de melding?");
        }
    }

    @Test
    void saysWhatIsWrongWithALinkToTheFieldAndKeepsTheRest() throws IOException {
        try (BrowserContext context = Chromium.context("nl-NL", true)) {
            Page page = login(context);
            page.fill("#given", HOSTILE);
            page.fill("#family", "Zomer");
            page.fill("#birth", "31-2-2017");
            page.fill("#number", pupil);
            page.fill("#bsn", "123456789");
            next(page);

            assertThat(page.locator(".faults a").allTextContents())
                    .containsExactly(
                            "Geboortedatum: Dit is geen datum. Schrijf dag-maand-jaar.",
                            "Burgerservicenummer (mag leeg): Dit is geen burgerservicenummer. Het heeft negen cijfers.");
            assertThat(page.title()).startsWith("Fout:");
            assertThat(page.locator("#given").inputValue()).isEqualTo(HOSTILE);
            assertThat(Chromium.barriers(page)).isEmpty();
            page.locator(".faults a").first().press("Enter");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("birth");
        }
    }

    @Test
    void hasNoBarriersInEitherLanguageNorOnASmallScreenAndCanBeDoneByKeyboard() throws IOException {
        for (String language : List.of("nl-NL", "en-GB")) {
            try (BrowserContext context = Chromium.context(language, true)) {
                Page page = login(context);
                page.setViewportSize(320, 640);
                page.keyboard().press("Tab");
                assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip");
                fine(page);
                page.focus("#given");
                for (String value : List.of("Iris", "", "Zomer", "4-5-2008", pupil, "")) {
                    page.keyboard().type(value);
                    page.keyboard().press("Tab");
                }
                page.keyboard().press("Enter");
                page.locator("#adult1given").waitFor();
                fine(page);
                next(page);
                fine(page);
                seen(page, "Iris viel in slaap.");
                next(page);
                fine(page);
                next(page);
                fine(page);
                sending(page, "wijkteam-noord");
                next(page);
                fine(page);
                page.locator("button[value=SEND]").click();
                assertThat(page.locator("code").count()).isEqualTo(1);
                fine(page);
            }
        }
    }

    @Test
    void aSessionThatEndsHalfwayLosesNothingAndSendsNothing() throws IOException {
        try (BrowserContext context = Chromium.context("nl-NL", true)) {
            Page page = toTheCheck(context, HOSTILE, "wijkteam-noord");
            long before = messages();
            context.clearCookies();
            page.locator("button[value=SEND]").click();
            assertThat(page.locator("h1").textContent()).startsWith("U bent uitgelogd");
            assertThat(page.locator("main script, main img").count()).isZero();
            assertThat(Chromium.barriers(page)).isEmpty();

            login(context).close();
            next(page);
            assertThat(page.locator("h1").textContent()).isEqualTo("U bent weer ingelogd");
            assertThat(Chromium.barriers(page)).isEmpty();
            next(page);
            assertThat(page.locator("h1").textContent()).isEqualTo("Controleer voordat u verstuurt");
            assertThat(page.locator(".goes").textContent()).contains(HOSTILE);
            assertThat(messages()).isEqualTo(before);
        }
    }

    @Test
    void nothingIsSentWithoutTheTokenOfThePageNorAboutAnUnfinishedForm() throws IOException {
        Browser person = school.person(UUID.randomUUID().toString(), "reporter");
        Map<String, String> form = Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "text/html");
        long before = messages();
        assertThat(person.send("POST", "/report", form, "to=SEND").status()).isEqualTo(403);
        Http.Reply unfinished = person.send("POST", "/report", form, "to=SEND&step=CHECK&_csrf=" + person.token());
        assertThat(unfinished.status()).isEqualTo(200);
        assertThat(unfinished.text()).contains("Over welk kind gaat het?", "Vul dit in.");
        assertThat(unfinished.header("Content-Security-Policy")).contains("default-src 'none'", "form-action 'self'");
        assertThat(person.send("POST", "/report", form, "facts=" + "a".repeat(3_000_000) + "&_csrf=" + person.token())
                        .status())
                .isIn(400, 403, 413);
        assertThat(messages()).isEqualTo(before);
        assertThat(school.person(UUID.randomUUID().toString(), "family")
                        .get("/report", Browser.PAGE)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aReporterFindsTheirOwnReportsAgainWithWordOfTheTeamAndNobodyElses() throws IOException {
        consented();
        try (BrowserContext context = Chromium.context("nl-NL", true)) {
            Page page = toTheCheck(context, "Iris viel vijf keer in slaap.", "wijkteam-noord");
            page.locator("button[value=SEND]").click();
            String id = page.locator("code").textContent();
            page.locator("main a[href='/report/mine']").click();
            assertThat(page.locator(".card").innerText())
                    .contains("Aan Wijkteam Lindedam-Noord", "Onderweg", id)
                    .doesNotContain("Iris");

            delivered(id);
            page.reload();
            assertThat(page.locator(".card").innerText())
                    .contains("Aangekomen bij de ontvanger", "hoort u iets te laten weten");
            daysPass(id);
            page.reload();
            assertThat(page.locator(".notice").innerText()).contains("Bel en vraag wat er is gebeurd.");
            told(id);
            page.reload();
            assertThat(page.locator(".card").innerText())
                    .contains("Er is iemand mee bezig", "U kunt praten met F. Boukhari.");
            assertThat(page.locator(".notice").count()).isZero();
            Chromium.picture(page, "reporter-mine.png");
            assertThat(Chromium.barriers(page)).isEmpty();
            page.setViewportSize(320, 640);
            fine(page);
        }
        try (BrowserContext context = Chromium.context("en-GB", true)) {
            Page page = login(context);
            page.navigate(school.address().resolve("/report/mine").toString());
            assertThat(page.locator(".card").count()).isZero();
            assertThat(page.locator(".empty").textContent()).contains("You have reported nothing here yet");
            assertThat(Chromium.barriers(page)).isEmpty();
        }
    }

    private void consented() throws IOException {
        assertThat(school.system()
                        .put("/v1/persons/" + pupil, Samples.person("2008-05-04"))
                        .status())
                .isEqualTo(200);
        assertThat(school.system()
                        .post(
                                "/v1/consents",
                                Samples.consent(pupil, Samples.today().plusMonths(3)))
                        .status())
                .isEqualTo(201);
    }

    // Its partners are away: what the receipt does
    private void delivered(String id) {
        JdbcClient jdbc = school.part(JdbcClient.class);
        jdbc.sql("UPDATE outgoing SET state = 'DELIVERED' WHERE id = CAST(? AS uuid)")
                .param(id)
                .update();
        jdbc.sql(
                        "INSERT INTO outgoing_history (sender, id, at, state) VALUES ('de-wilgenhof', CAST(? AS uuid), ?, 'DELIVERED')")
                .params(id, Timestamp.from(school.clock().instant()))
                .update();
    }

    private void daysPass(String id) {
        school.part(JdbcClient.class)
                .sql("UPDATE outgoing_history SET at = at - interval '60 days' WHERE id = CAST(? AS uuid)")
                .param(id)
                .update();
    }

    // What the team's node would have sent
    private void told(String id) {
        Message word = Family.message()
                .from("wijkteam-noord")
                .kind(MessageKind.FEEDBACK)
                .person("p1", HouseholdRole.CHILD)
                .section("p1", DataCategory.PLANNING, null, new Content.Coded("urn:sluis:follow-up", "TAKEN_UP", null))
                .section(
                        "p1",
                        DataCategory.PLANNING,
                        null,
                        new Content.Planned("Contactpersoon", null, null, "F. Boukhari"))
                .answering(MessageId.parse(id))
                .build();
        school.part(TransactionTemplate.class)
                .executeWithoutResult(status ->
                        school.part(Feed.class).add(word, school.clock().instant()));
    }

    private Page toTheCheck(BrowserContext context, String facts, String recipient) {
        Page page = login(context);
        page.fill("#given", "Iris");
        page.fill("#family", "Zomer");
        page.fill("#birth", "4-5-2008");
        page.fill("#number", pupil);
        next(page);
        next(page);
        seen(page, facts);
        next(page);
        next(page);
        sending(page, recipient);
        next(page);
        return page;
    }

    private static void seen(Page page, String facts) {
        page.selectOption("#domain", "LGZ");
        page.fill("#facts", facts);
        page.fill("#worry", "Ik maak mij zorgen.");
    }

    private static void sending(Page page, String recipient) {
        page.check("input[value='" + recipient + "']");
        page.selectOption("#function", "LEERKRACHT");
        page.selectOption("#urgency", "ROUTINE");
        page.selectOption("#feedback", "yes");
    }

    private static void next(Page page) {
        page.locator("button.primary").click();
    }

    private long messages() {
        return school.part(JdbcClient.class)
                .sql("SELECT count(*) FROM idempotency")
                .query(Long.class)
                .single();
    }

    private Page login(BrowserContext context) {
        school.provider()
                .next(new Provider.Person(
                        UUID.randomUUID().toString(), List.of("reporter"), Provider.TWO_FACTORS, "niemand"));
        Page page = context.newPage();
        page.navigate(school.address().resolve("/report").toString());
        assertThat(page.url()).endsWith("/report");
        return page;
    }

    private static void fine(Page page) throws IOException {
        assertThat(Chromium.barriers(page)).as(page.locator("h1").textContent()).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
        assertThat(page.content()).doesNotContain("??");
    }
}
