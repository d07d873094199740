package nl.sluis.path;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.sluis.testing.Chromium;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Looking up, recording and withdrawing consents in a real browser, after a real login; without scripts. */
@ExtendWith({NodesExtension.class, Chromium.class})
class ConsentPageTest {

    private static final String HOSTILE = "<script>alert(1)</script>\"'><b>";

    private final SchoolAlone school;
    private final String pupil = "leerling-" + UUID.randomUUID();

    ConsentPageTest(SchoolAlone school) {
        this.school = school;
    }

    @Test
    void aConsentIsRecordedFoundAndWithdrawnAndCountsMeanwhile() throws IOException {
        assertThat(school.system()
                        .put("/v1/persons/" + pupil, Samples.person("2008-05-04"))
                        .status())
                .isEqualTo(200);
        try (BrowserContext context = Chromium.context("nl-NL", false)) {
            Page page = login(context);
            assertThat(page.url()).endsWith("/consents");
            page.locator("main a[href='/consents/new']").click();
            fill(page);
            page.fill("#evidence", "dossier 12 " + HOSTILE);
            page.locator("button.primary").click();

            assertThat(page.locator("[role=status]").textContent()).isEqualTo("Vastgelegd.");
            assertThat(page.locator(".card").count()).isEqualTo(1);
            assertThat(page.locator(".card").innerText())
                    .contains("Toestemming gegeven", "Loopt af op", "Wijkteam Lindedam-Noord", "Waarneming", HOSTILE);
            assertThat(page.locator("main script, main b").count()).isZero();
            assertThat(page.url()).doesNotContain(pupil);
            assertThat(stored()).containsExactly("GIVEN false");
            // The same page again is the same act
            page.reload();
            assertThat(stored()).containsExactly("GIVEN false");
            Chromium.picture(page, "consents.png");

            page.locator("summary").click();
            page.locator(".card button.primary").click();
            assertThat(page.locator("[role=status]").textContent()).startsWith("Ingetrokken.");
            assertThat(page.locator(".card h2").textContent()).isEqualTo("Ingetrokken");
            assertThat(page.locator(".card summary").count()).isZero();
            assertThat(stored()).containsExactly("GIVEN true");
        }
    }

    @Test
    void aRefusalOfEverythingNeedsNoBoxAndStandsOnTop() throws IOException {
        try (BrowserContext context = Chromium.context("nl-NL", false)) {
            Page page = login(context);
            page.navigate(school.address().resolve("/consents/new").toString());
            page.fill("#giver", pupil);
            page.selectOption("#capacity", "SELF");
            page.check("#decision-refused");
            page.locator("button.primary").click();
            assertThat(page.locator(".card h2").allTextContents()).containsExactly("Toestemming geweigerd");
            assertThat(stored()).containsExactly("REFUSED false");
        }
    }

    @Test
    void saysWhatIsWrongKeepsTheRestAndRecordsNothing() throws IOException {
        try (BrowserContext context = Chromium.context("nl-NL", true)) {
            Page page = login(context);
            page.navigate(school.address().resolve("/consents/new").toString());
            Chromium.picture(page, "consents-new.png");
            page.check("#purposes-1");
            page.fill("#giver", pupil);
            page.fill("#until", "2026-01-01");
            page.fill("#from", "2026-02-01");
            page.locator("button.primary").click();
            assertThat(page.locator(".faults li").allInnerTexts())
                    .contains("Als wie?: vul dit in", "Wat zei deze persoon?: vul dit in")
                    .anyMatch(text -> text.contains("de laatste dag ligt voor de eerste"));
            assertThat(page.title()).startsWith("Fout:");
            assertThat(page.locator("#giver").inputValue()).isEqualTo(pupil);
            assertThat(page.isChecked("#purposes-1")).isTrue();
            assertThat(Chromium.barriers(page)).isEmpty();
            page.locator("button.language").click();
            assertThat(page.locator("h1").textContent()).isEqualTo("Record a consent");
            assertThat(page.locator(".faults").count()).isZero();
            assertThat(page.locator("#giver").inputValue()).isEqualTo(pupil);
            assertThat(stored()).isEmpty();
        }
    }

    @Test
    void whoIsNotKnownHasNothingAndANumberOfACitizenIsNotTaken() {
        try (BrowserContext context = Chromium.context("nl-NL", false)) {
            Page page = login(context);
            page.fill("#number", "niemand-" + UUID.randomUUID());
            page.press("#number", "Enter");
            assertThat(page.locator(".empty h2").textContent()).isEqualTo("Over dit nummer is niets vastgelegd");
            page.fill("#number", "bsn:999990019");
            page.locator("main button.primary").first().click();
            assertThat(page.locator("[role=alert]").textContent()).contains("Een burgerservicenummer kan hier niet.");
        }
    }

    @Test
    void aSessionThatEndsHalfwayLosesNothingAndRecordsNothing() throws IOException {
        try (BrowserContext context = Chromium.context("nl-NL", false)) {
            Page page = login(context);
            page.navigate(school.address().resolve("/consents/new").toString());
            fill(page);
            page.check("#categories-1");
            context.clearCookies();
            page.locator("button.primary").click();
            assertThat(page.locator("h1").textContent()).startsWith("U bent uitgelogd");
            login(context).close();
            page.locator("button.primary").click();
            page.locator("button.primary").click();
            assertThat(page.locator("h1").textContent()).isEqualTo("Een toestemming vastleggen");
            assertThat(page.isChecked("#categories-1")).isTrue();
            assertThat(page.isChecked("input[value=OBSERVATION]")).isTrue();
            assertThat(stored()).isEmpty();
            page.locator("button.primary").click();
            assertThat(stored()).containsExactly("GIVEN false");
        }
    }

    @Test
    void hasNoBarriersInEitherLanguageNorOnASmallScreen() throws IOException {
        for (String language : List.of("nl-NL", "en-GB")) {
            try (BrowserContext context = Chromium.context(language, true)) {
                Page page = login(context);
                fine(page);
                page.navigate(school.address().resolve("/consents/new").toString());
                fine(page);
                fill(page);
                page.locator("button.primary").click();
                page.locator("details").evaluateAll("all => all.forEach(one => one.open = true)");
                fine(page);
            }
        }
    }

    @Test
    void nothingIsRecordedOrWithdrawnWithoutTheTokenOfThePageNorByOthers() throws IOException {
        Browser officer = school.person(UUID.randomUUID().toString(), "consent-officer");
        var form = Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "text/html");
        String body = "to=RECORD&giver=" + pupil + "&capacity=SELF&decision=GIVEN";
        assertThat(officer.send("POST", "/consents/new", form, body).status()).isEqualTo(403);
        assertThat(officer.send("POST", "/consents/withdrawal", form, "id=" + UUID.randomUUID())
                        .status())
                .isEqualTo(403);
        assertThat(school.person(UUID.randomUUID().toString(), "reporter")
                        .get("/consents", Browser.PAGE)
                        .status())
                .isEqualTo(403);
        assertThat(stored()).isEmpty();
    }

    private void fill(Page page) {
        page.fill("#giver", pupil);
        page.selectOption("#capacity", "SELF");
        page.check("#decision-given");
        page.check("input[value='wijkteam-noord']");
        page.check("input[value=YOUTH_SUPPORT]");
        page.check("input[value=OBSERVATION]");
        page.check("input[value=LGZ]");
        LocalDate today = Samples.today();
        page.fill("#from", today.minusMonths(6).toString());
        page.fill("#until", today.plusDays(20).toString());
    }

    private static void fine(Page page) {
        page.setViewportSize(320, 640);
        assertThat(Chromium.barriers(page)).as(page.locator("h1").textContent()).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
        assertThat(page.content()).doesNotContain("??");
    }

    private List<String> stored() throws IOException {
        return school.system()
                .get("/v1/consents?subject=" + pupil)
                .json()
                .path("consents")
                .valueStream()
                .map(each -> each.path("decision").asString() + " " + each.hasNonNull("withdrawnAt"))
                .toList();
    }

    private Page login(BrowserContext context) {
        school.provider()
                .next(new Provider.Person(
                        UUID.randomUUID().toString(), List.of("consent-officer"), Provider.TWO_FACTORS, "niemand"));
        Page page = context.newPage();
        page.navigate(school.address().resolve("/consents").toString());
        return page;
    }
}
