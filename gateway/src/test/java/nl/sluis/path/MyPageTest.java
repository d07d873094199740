package nl.sluis.path;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import nl.sluis.custody.PersonRegister;
import nl.sluis.testing.Chromium;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page of a person of a family in a real browser, after a real login; skipped where there is none. */
@ExtendWith({NodesExtension.class, Chromium.class})
class MyPageTest {

    private final SchoolAlone school;
    private final String ref = "gezin-" + UUID.randomUUID();

    MyPageTest(SchoolAlone school) {
        this.school = school;
    }

    @Test
    void aMotherReadsInDutchWhoWasToldWhatAboutHerAndNothingOfWhatIsShielded() throws IOException {
        UUID person = registered();
        disclosed(person, "CONSENT", 1, false);
        disclosed(person, "FAMILY_PRESENT", 30, false);
        disclosed(person, "MELDRECHT_WMO_5_2_6", 2, true);
        try (BrowserContext context = Chromium.context("nl-NL", false)) {
            Page page = login(context);

            assertThat(page.url()).endsWith("/my");
            assertThat(page.locator("h1").textContent()).isEqualTo("Wat er over u gedeeld is");
            assertThat(page.locator(".card"))
                    .satisfies(cards -> assertThat(cards.count()).isEqualTo(2));
            assertThat(page.locator(".card").first().innerText())
                    .contains("Er is toestemming voor gegeven.", "Waarneming", "Signaal", "heeft ze ontvangen");
            assertThat(page.locator(".card").last().innerText()).contains("Het is gedeeld waar uw gezin bij was.");
            assertThat(page.content()).doesNotContain("Meldrecht", ref, person.toString(), "??");
            Chromium.picture(page, "family-shared.png");
        }
    }

    @Test
    void hasNoBarriersInEitherLanguageNorOnASmallScreenAndIsWholeOnPaper() throws IOException {
        disclosed(registered(), "CONSENT", 1, false);
        for (String language : List.of("nl-NL", "en-GB")) {
            try (BrowserContext context = Chromium.context(language, true)) {
                Page page = login(context);
                assertThat(page.locator("h1").textContent())
                        .isEqualTo(language.equals("en-GB") ? "What was shared about you" : "Wat er over u gedeeld is");
                assertThat(Chromium.barriers(page)).isEmpty();
                page.setViewportSize(320, 640);
                assertThat(Chromium.barriers(page)).isEmpty();
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
        try (BrowserContext context = Chromium.context("nl-NL", false)) {
            String shielded = login(context).locator("main").innerHTML();
            school.provider()
                    .next(new Provider.Person(
                            UUID.randomUUID().toString(),
                            List.of("family"),
                            Provider.TWO_FACTORS,
                            "niemand-" + UUID.randomUUID()));
            try (BrowserContext other = Chromium.context("nl-NL", false)) {
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
}
