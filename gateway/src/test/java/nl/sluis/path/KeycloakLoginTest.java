package nl.sluis.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.sluis.path.Http.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.web.util.HtmlUtils;

/**
 * People log in at Keycloak's own distribution: its forms for a password and for a code of an authenticator, its {@code acr}, its
 * roles, its refusals. 170 MB, so only where {@code -P keycloak} unpacked it (CONTRIBUTING.md).
 */
@EnabledIfSystemProperty(
        named = KeycloakLoginTest.UNPACKED,
        matches = ".+",
        disabledReason = "Keycloak's distribution is not here: mvn -P keycloak (CONTRIBUTING.md)")
class KeycloakLoginTest {

    /** The folder into which the distribution was unpacked. */
    static final String UNPACKED = "sluis.keycloak";

    private static final Pattern FORM = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");
    private static final Map<String, String> JSON = Map.of("Accept", "application/json");
    private static final Map<String, String> PAGE = Map.of("Accept", "text/html", "Accept-Language", "en");
    private static final Map<String, String> POSTED =
            Map.of("Accept", "text/html", "Accept-Language", "en", "Content-Type", "application/x-www-form-urlencoded");
    private static final int HOPS = 6;

    private static Keycloak keycloak;
    private static SchoolAlone school;

    @BeforeAll
    static void start() throws IOException {
        try (Stream<Path> unpacked = Files.list(Path.of(System.getProperty(UNPACKED)))) {
            keycloak = new Keycloak(unpacked.findFirst().orElseThrow());
        }
        school = new SchoolAlone(Map.of("sluis.login.issuer", keycloak.issuer()));
        keycloak.start(school.address());
    }

    @AfterAll
    static void stop() throws IOException {
        if (keycloak != null) {
            keycloak.close();
        }
        if (school != null) {
            school.close();
        }
    }

    @Test
    void aPersonLogsInWithPasswordAndAuthenticatorAndIsWhoTheProviderSays() throws IOException {
        Browser browser = school.browser();
        String begun = begun(browser);
        assertThat(begun)
                .startsWith(keycloak.issuer() + "/protocol/openid-connect/auth")
                .contains("code_challenge_method=S256", "acr_values=urn:two-factors");

        Reply second = password(browser, follow(browser, begun), "regisseur");
        assertThat(second.text()).as("asks for the second factor").contains("name=\"otp\"");
        assertThat(browser.session()).as("between the two factors").isEmpty();
        Reply page = otp(browser, second);

        assertThat(page.status()).as(page.toString()).isEqualTo(200);
        assertThat(browser.session()).isNotEmpty();
        assertThat(browser.get("/v1/feed", JSON).status())
                .as("a role that reads")
                .isEqualTo(200);
        assertThat(browser.get("/v1/households/" + UUID.randomUUID() + "/involved", JSON)
                        .status())
                .as("what that role may not")
                .isEqualTo(403);
    }

    /** Keycloak then takes a password for enough, and says so in the acr that it signs. */
    @Test
    void whoTakesTheSecondFactorOutOfTheAddressDoesNotComeIn() throws IOException {
        Browser browser = school.browser();
        String loosened = begun(browser).replace("&acr_values=urn:two-factors", "");
        assertThat(loosened).doesNotContain("acr_values");

        Reply refused = password(browser, follow(browser, loosened), "regisseur");

        assertThat(refused.status()).as(refused.toString()).isEqualTo(403);
        assertThat(refused.text()).contains("second factor");
        assertThat(browser.get("/v1/feed", JSON).status()).isEqualTo(401);
    }

    @Test
    void whoHasNoRoleHereDoesNotComeInWithTwoFactorsEither() throws IOException {
        Browser browser = school.browser();
        Reply refused = otp(browser, password(browser, follow(browser, begun(browser)), "visitor"));
        assertThat(refused.status()).as(refused.toString()).isEqualTo(403);
        assertThat(refused.text()).contains("for one").doesNotContain("visitor");
        assertThat(browser.get("/v1/feed", JSON).status()).isEqualTo(401);
    }

    @Test
    void withoutTheChallengeOfPkceTheProviderGivesNoCode() throws IOException {
        Browser browser = school.browser();
        String without = begun(browser).replaceAll("&code_challenge(_method)?=[^&]+", "");
        Reply refused = follow(browser, without);
        assertThat(refused.status()).as(refused.toString()).isEqualTo(403);
        assertThat(browser.session()).isEmpty();
    }

    @Test
    void aCodeOfWhoStoleTheAddressOnItsWayBackIsWorthNothing() throws IOException {
        Browser victim = school.browser();
        Reply second = password(victim, follow(victim, begun(victim)), "regisseur");
        Reply back = submit(victim, second, "otp=" + Keycloak.code(Instant.now()));
        Browser thief = school.browser();
        assertThat(thief.get(back.header("Location"), PAGE).status()).isEqualTo(403);
        assertThat(thief.session()).isEmpty();
    }

    @Test
    void whoLogsOutHereIsLoggedOutThereAndIsAskedAgain() throws IOException {
        Browser browser = school.browser();
        otp(browser, password(browser, follow(browser, begun(browser)), "regisseur"));
        Reply out = browser.send("POST", "/logout", POSTED, "_csrf=" + encoded(browser.token()));
        assertThat(out.header("Location")).startsWith(keycloak.issuer()).contains("id_token_hint=");
        Reply there = browser.get(out.header("Location"), PAGE);
        assertThat(there.header("Location")).as(there.toString()).isEqualTo(school.address() + "/");

        assertThat(browser.session()).isEmpty();
        assertThat(follow(browser, begun(browser)).text()).contains("name=\"password\"");
    }

    /** Where the node sends a browser to log in. */
    private static String begun(Browser browser) throws IOException {
        return browser.get("/oauth2/authorization/sluis", PAGE).header("Location");
    }

    private static Reply follow(Browser browser, String location) throws IOException {
        Reply reply = browser.get(location, PAGE);
        for (int i = 0; i < HOPS && reply.status() / 100 == 3; i++) {
            reply = browser.get(reply.header("Location"), PAGE);
        }
        return reply;
    }

    private static Reply password(Browser browser, Reply form, String who) throws IOException {
        return landed(browser, submit(browser, form, "username=" + who + "&password=" + encoded(Keycloak.PASSWORD)));
    }

    private static Reply otp(Browser browser, Reply form) throws IOException {
        return landed(browser, submit(browser, form, "otp=" + Keycloak.code(Instant.now())));
    }

    private static Reply landed(Browser browser, Reply reply) throws IOException {
        return reply.status() / 100 == 3 ? follow(browser, reply.header("Location")) : reply;
    }

    /** Fills in the form that a page shows. */
    private static Reply submit(Browser browser, Reply page, String fields) throws IOException {
        Matcher form = FORM.matcher(page.text());
        assertThat(form.find()).as(page.toString()).isTrue();
        return browser.send("POST", HtmlUtils.htmlUnescape(form.group(1)), POSTED, fields);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
