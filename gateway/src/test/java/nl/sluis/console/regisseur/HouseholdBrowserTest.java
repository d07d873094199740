package nl.sluis.console.regisseur;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.UUID;
import nl.sluis.canonical.AssertionType;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.Urgency;
import nl.sluis.testing.Care;
import nl.sluis.testing.CareSlice;
import nl.sluis.testing.Chromium;
import nl.sluis.testing.Family;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** The pages of a regisseur in a real browser; skipped where there is none at {@code /usr/bin/chromium}. */
// A database of its own: a list holds a hundred households, and others leave more that cannot wait
@TestPropertySource(properties = "sluis.test.slice=families")
@CareSlice
@ExtendWith(Chromium.class)
class HouseholdBrowserTest {

    private static @Nullable UUID told;

    private final Care team;
    private final int port;

    HouseholdBrowserTest(ApplicationContext context, @LocalServerPort int port) {
        this.team = new Care(context);
        this.port = port;
    }

    @Test
    void aRegisseurFindsTheFamilyThatCannotWaitAndReadsItWithTheKeyboardAndWithoutScripts() {
        UUID household = story();
        try (BrowserContext context = Chromium.context("nl-NL", false)) {
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
    void hasNoBarriersInEitherLanguageNorOnASmallScreen() {
        UUID household = story();
        for (String language : List.of("nl-NL", "en-GB")) {
            try (BrowserContext context = Chromium.context(language, true)) {
                for (String path : List.of("/households", "/households/" + household)) {
                    Page page = open(context, path);
                    page.locator("details").evaluateAll("all => all.forEach(one => one.open = true)");
                    assertThat(Chromium.barriers(page)).as(path + language).isEmpty();
                    page.setViewportSize(320, 640);
                    assertThat(Chromium.barriers(page)).isEmpty();
                    assertThat(page.evaluate("document.documentElement.scrollWidth"))
                            .isEqualTo(320);
                }
            }
        }
    }

    @Test
    void isPicturedForTheDocumentation() {
        UUID household = story();
        try (BrowserContext context = Chromium.context("nl-NL", true)) {
            Chromium.picture(open(context, "/households"), "regisseur-families.png");
            Page page = open(context, "/households/" + household);
            assertThat(page.locator("#safety")).isVisible();
            Chromium.picture(page, "regisseur-household.png");
        }
    }

    private Page open(BrowserContext context, String path) {
        Page page = context.newPage();
        page.navigate("http://127.0.0.1:" + port + path);
        return page;
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
