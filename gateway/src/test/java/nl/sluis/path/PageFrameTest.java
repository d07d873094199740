package nl.sluis.path;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import nl.sluis.testing.Chromium;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What stands around every page: the menu by role, the other language, the way past both. */
@ExtendWith({NodesExtension.class, Chromium.class})
class PageFrameTest {

    private final SchoolAlone school;

    PageFrameTest(SchoolAlone school) {
        this.school = school;
    }

    @Test
    void theMenuHasThePagesThatSomebodyMayOpenAndNoOthers() {
        try (BrowserContext context = Chromium.context("nl-NL", false)) {
            Page page = login(context, "reporter");
            assertThat(page.locator(".menu a").allTextContents()).containsExactly("Een zorg melden", "Mijn meldingen");
            assertThat(page.locator(".menu a[aria-current=page]").textContent()).isEqualTo("Een zorg melden");
            opensEveryLink(page);
        }
        try (BrowserContext context = Chromium.context("nl-NL", false)) {
            Page page = login(context, "reporter", "regisseur");
            assertThat(page.locator(".menu a").allTextContents())
                    .startsWith("Berichten")
                    .endsWith("Een zorg melden", "Mijn meldingen");
            opensEveryLink(page);
        }
    }

    /** A menu with the page itself alone helps nobody. */
    @Test
    void whoHasOnePageHasNoMenu() {
        try (BrowserContext context = Chromium.context("nl-NL", false)) {
            Page page = login(context, "family");
            assertThat(page.url()).endsWith("/my");
            assertThat(page.locator(".menu").count()).isZero();
            assertThat(page.locator(".out button").textContent()).isEqualTo("Uitloggen");
        }
    }

    @Test
    void whoOpensAPageOfOthersOrOfNobodyReadsThatAndHowToGoOn() {
        try (BrowserContext context = Chromium.context("nl-NL", true)) {
            Page page = login(context, "reporter");
            assertThat(page.navigate(school.address().resolve("/consents").toString())
                            .status())
                    .isEqualTo(403);
            assertThat(page.locator("h1").textContent()).isEqualTo("Deze pagina is niet voor u");
            assertThat(Chromium.barriers(page)).isEmpty();
            page.locator("main a").click();
            assertThat(page.locator("h1").textContent()).isEqualTo("Over welk kind gaat het?");
        }
        try (BrowserContext context = Chromium.context("en-GB", true)) {
            Page page = login(context, "regisseur");
            for (String id : List.of(UUID.randomUUID().toString(), "no-number")) {
                assertThat(page.navigate(school.address()
                                        .resolve("/households/" + id)
                                        .toString())
                                .status())
                        .isEqualTo(404);
                assertThat(page.locator("h1").textContent()).isEqualTo("This page is not there");
                assertThat(page.content()).doesNotContain(id + "<", "??");
                assertThat(Chromium.barriers(page)).isEmpty();
            }
        }
    }

    @Test
    void theOtherLanguageKeepsThePageAndStaysChosen() {
        try (BrowserContext context = Chromium.context("nl-NL", false)) {
            Page page = login(context, "reporter");
            page.navigate(school.address().resolve("/report/mine").toString());
            page.locator(".language").click();
            assertThat(page.url()).contains("/report/mine");
            assertThat(page.locator("h1").textContent()).isEqualTo("My reports");
            assertThat(page.getAttribute("html", "lang")).isEqualTo("en");
            page.locator(".menu a").first().click();
            assertThat(page.locator("h1").textContent()).isEqualTo("Which child is it about?");
            Cookie cookie = context.cookies().stream()
                    .filter(each -> each.name.equals("__Host-sluis-language"))
                    .findFirst()
                    .orElseThrow();
            assertThat(List.of(cookie.value, cookie.httpOnly, cookie.secure, cookie.sameSite, cookie.path))
                    .containsExactly("en", true, true, SameSiteAttribute.LAX, "/");
            page.locator(".language").click();
            assertThat(page.locator(".menu a").first().textContent()).isEqualTo("Een zorg melden");
        }
    }

    @Test
    void theOtherLanguageLosesNothingHalfwayAForm() {
        try (BrowserContext context = Chromium.context("nl-NL", false)) {
            Page page = login(context, "reporter");
            page.fill("#given", "Iris");
            page.fill("#family", "Zomer");
            page.fill("#birth", "4-5-2008");
            page.fill("#number", "leerling-" + UUID.randomUUID());
            page.locator("button.primary").click();
            page.fill("#adult1given", "Half \"ingevuld\" <b>");
            page.locator("button.language").click();
            assertThat(page.locator("h1").textContent()).isEqualTo("Who looks after the child?");
            assertThat(page.locator("#adult1given").inputValue()).isEqualTo("Half \"ingevuld\" <b>");
            assertThat(page.locator(".faults").count()).isZero();
            assertThat(page.locator("input[name=given]").inputValue()).isEqualTo("Iris");
            // Enter goes on, and does not press the language
            page.fill("#adult1given", "");
            page.press("#adult1given", "Enter");
            assertThat(page.locator("h1").textContent()).isEqualTo("What happened?");
        }
    }

    @Test
    void noOtherWordIsALanguageAndNothingOfAnAddressIsMarkup() throws IOException {
        try (BrowserContext context = Chromium.context("nl-NL", false)) {
            Page page = login(context, "reporter");
            page.navigate(school.address()
                    .resolve("/report?language=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&x=%27%22%3E%3Cb%3E&language=fr")
                    .toString());
            assertThat(page.getAttribute("html", "lang")).isEqualTo("nl");
            assertThat(page.locator("script, header b").count()).isZero();
            assertThat(page.getAttribute(".language", "href"))
                    .startsWith("/report?")
                    .contains("language=en");
            assertThat(context.cookies().stream().map(each -> each.name)).doesNotContain("__Host-sluis-language");
        }
    }

    @Test
    void hasNoBarriersAtTwiceTheSizeAndIsNotOnPaper() {
        for (String language : List.of("nl-NL", "en-GB")) {
            try (BrowserContext context = Chromium.context(language, true)) {
                Page page = login(context, "reporter", "regisseur");
                // 1280 pixels at 200 %
                page.setViewportSize(640, 512);
                assertThat(Chromium.barriers(page)).isEmpty();
                assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                        .isLessThanOrEqualTo(640);
                page.setViewportSize(320, 512);
                assertThat(Chromium.barriers(page)).isEmpty();
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .isEqualTo(320);
                page.keyboard().press("Tab");
                assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip");
                page.keyboard().press("Enter");
                assertThat(page.evaluate("document.activeElement.id")).isEqualTo("main");
                assertThat(page.content()).doesNotContain("??");
                page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
                assertThat(page.locator(".menu:visible, .tools:visible, .skip:visible")
                                .count())
                        .isZero();
            }
        }
    }

    private void opensEveryLink(Page page) {
        List<String> all = page.locator(".menu a").all().stream()
                .map(link -> link.getAttribute("href"))
                .toList();
        for (String path : all) {
            assertThat(page.navigate(school.address().resolve(path).toString()).status())
                    .as(path)
                    .isEqualTo(200);
        }
    }

    private Page login(BrowserContext context, String... roles) {
        school.provider()
                .next(new Provider.Person(
                        UUID.randomUUID().toString(),
                        List.of(roles),
                        Provider.TWO_FACTORS,
                        "niemand-" + UUID.randomUUID()));
        Page page = context.newPage();
        page.navigate(school.address().resolve("/").toString());
        return page;
    }
}
