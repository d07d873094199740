package nl.sluis.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import nl.sluis.canonical.Message;
import nl.sluis.feed.Feed;
import nl.sluis.feed.FeedItem;
import nl.sluis.feed.Viewer;
import nl.sluis.path.Http.Reply;
import nl.sluis.path.Provider.Person;
import nl.sluis.seal.AtRest;
import nl.sluis.testing.Family;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** People log in at their identity provider, with two factors, and see the households with which they are involved and no other. */
@ExtendWith(NodesExtension.class)
class PersonLoginTest {

    private static final String WORD = "Zeearend";
    private static final UUID FILE = UUID.randomUUID();
    private static final Map<String, String> JSON =
            Map.of("Accept", "application/json, application/problem+json", "Content-Type", "application/json");

    private final SchoolAlone school;
    private final String subject = UUID.randomUUID().toString();

    PersonLoginTest(SchoolAlone school) {
        this.school = school;
    }

    private Instant now = Instant.EPOCH;

    @BeforeEach
    void remember() {
        now = school.clock().instant();
    }

    @AfterEach
    void putBack() {
        school.clock().moveTo(now);
        // Of a time that has not come for who logs in next
        school.part(JdbcClient.class).sql("DELETE FROM session_ended").update();
    }

    @Test
    void logsInByCodeWithPkceAndTwoFactorsToASessionThatIsNew() throws IOException {
        Browser browser = school.browser();
        school.provider().next(new Person(subject, List.of("team"), Provider.TWO_FACTORS));
        Reply sent = browser.get("/", Browser.PAGE);
        assertThat(sent.status()).isEqualTo(302);
        browser.get(sent.header("Location"), Browser.PAGE);
        assertThat(browser.session()).as("before anybody has logged in").isEmpty();

        Reply page = browser.login();

        assertThat(page.status()).as(page.toString()).isEqualTo(200);
        assertThat(school.provider().lastAsked())
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("acr_values", Provider.TWO_FACTORS)
                .containsEntry("scope", "openid")
                .containsKey("nonce");
        assertThat(browser.session()).isNotEmpty();
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void theSessionsCookieIsForThisHostAndForNoScript() throws IOException {
        school.provider().next(new Person(subject, List.of("team"), Provider.TWO_FACTORS));
        Browser browser = school.browser();
        Reply begun = browser.get("/oauth2/authorization/sluis", Browser.PAGE);
        assertThat(cookies(begun)).singleElement().satisfies(PersonLoginTest::isForThisHostAndForNoScript);
        assertThat(begun.header("Set-Cookie")).startsWith("__Host-sluis-login=").contains("; Max-Age=300");

        Reply back = browser.get(browser.get(begun.header("Location"), Map.of()).header("Location"), Browser.PAGE);

        assertThat(cookies(back))
                .anyMatch(cookie -> cookie.startsWith("__Host-sluis="))
                .anyMatch(cookie -> cookie.startsWith("__Host-sluis-login=;") && cookie.contains("; Max-Age=0"))
                .allSatisfy(PersonLoginTest::isForThisHostAndForNoScript);
    }

    @Test
    void whoOnlyBeginsToLogInHasNoSession() throws IOException {
        for (int i = 0; i < 3; i++) {
            Browser browser = school.browser();
            browser.get("/oauth2/authorization/sluis", Browser.PAGE);
            assertThat(browser.get("/login/oauth2/code/sluis?state=x&code=y", Browser.PAGE)
                            .status())
                    .isEqualTo(403);
            assertThat(browser.session()).isEmpty();
        }
    }

    @Test
    void whoComesWithACertificateHasNoSession() throws IOException {
        for (String caller : List.of("regisseur", "node", "nobody")) {
            assertThat(school.caller(caller).get("/v1/feed").header("Set-Cookie"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "opaque-1, team, urn:one-factor, second factor",
        "opaque-1, team, '', second factor",
        "opaque-1, visitors, urn:two-factors, for one",
        "mila@example.org, team, urn:two-factors, may not be recorded"
    })
    void nobodyElseComesInAndIsToldWhy(String who, String role, String acr, String why) throws IOException {
        school.provider().next(new Person(who, List.of(role), acr));
        Browser browser = school.browser();
        Reply reply = browser.get(
                browser.get("/oauth2/authorization/sluis", Browser.PAGE).header("Location"), Map.of());
        Reply refused = browser.get(reply.header("Location"), Map.of("Accept", "text/html", "Accept-Language", "en"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains(why).doesNotContain(who);
        assertThat(browser.get("/v1/feed", JSON).status()).isEqualTo(401);
    }

    @Test
    void aCodeOfAnotherBrowserIsWorthNothing() throws IOException {
        school.provider().next(new Person(subject, List.of("team"), Provider.TWO_FACTORS));
        Browser victim = school.browser();
        Reply back = victim.get(
                victim.get("/oauth2/authorization/sluis", Browser.PAGE).header("Location"), Map.of());
        Browser thief = school.browser();
        assertThat(thief.get(back.header("Location"), Browser.PAGE).status()).isEqualTo(403);
        assertThat(thief.get("/v1/feed", JSON).status()).isEqualTo(401);
    }

    @Test
    void aPersonSeesAHouseholdWhileInvolvedAndBeforeAndAfterTheSameAsOneThatDoesNotExist() throws IOException {
        FeedItem item = add();
        String involved = "/v1/households/" + item.household() + "/involved/" + subject;
        Browser person = school.person(subject, "team");
        Map<String, Object> stranger = seen(person, item.household(), item.id());
        assertThat(stranger)
                .isEqualTo(seen(person, UUID.randomUUID(), UUID.randomUUID()))
                .doesNotContainValue(WORD);
        assertThat(stranger.toString()).doesNotContain(WORD);

        assertThat(school.caller("regisseur").put(involved, "").status()).isEqualTo(204);
        assertThat(school.caller("regisseur").put(involved, "").status()).isEqualTo(204);
        assertThat(seen(person, item.household(), item.id()))
                .hasEntrySatisfying("feed", feed -> assertThat(feed.toString()).contains(WORD))
                .hasEntrySatisfying(
                        "household", whole -> assertThat(whole.toString()).contains("lifeDomains"))
                .hasEntrySatisfying(
                        "household's page",
                        page -> assertThat(page.toString()).startsWith("200").contains(WORD))
                .hasEntrySatisfying(
                        "families", list -> assertThat(list.toString()).contains("/households/-"))
                .hasEntrySatisfying(
                        "message", message -> assertThat(message.toString()).contains(WORD))
                .hasEntrySatisfying(
                        "attachment", file -> assertThat(file.toString()).contains(WORD))
                .hasEntrySatisfying(
                        "on the page", file -> assertThat(file.toString()).contains(WORD));
        assertThat(person.get("/v1/feed?limit=200", JSON).json().path("items"))
                .isNotEmpty()
                .allMatch(each -> each.path("household")
                        .asString()
                        .equals(item.household().toString()));
        assertThat(school.caller("privacy-officer")
                        .get("/v1/households/" + item.household() + "/involved")
                        .text())
                .contains(subject);
        assertThat(person.send("PUT", involved, JSON, "").status()).isEqualTo(403);

        assertThat(school.caller("regisseur")
                        .send("DELETE", involved, Map.of(), new byte[0])
                        .status())
                .isEqualTo(204);
        assertThat(seen(person, item.household(), item.id())).isEqualTo(stranger);
        assertThat(school.part(JdbcClient.class)
                        .sql("SELECT event FROM audit_entry WHERE detail LIKE ? ORDER BY n")
                        .param("%" + subject + "%")
                        .query(String.class)
                        .list())
                .contains("involvement.begun", "feed.read", "feed.message-read", "involvement.ended")
                .containsOnlyOnce("involvement.begun");
    }

    @Test
    void nobodyIsInvolvedWithAHouseholdThatIsNotThere() throws IOException {
        Http team = school.caller("regisseur");
        String nowhere = "/v1/households/" + UUID.randomUUID() + "/involved/";
        assertThat(team.put(nowhere + subject, "").status()).isEqualTo(404);
        assertThat(team.put(nowhere + "mila%40example.org", "").status()).isEqualTo(422);
        assertThat(team.send("DELETE", nowhere + subject, Map.of(), new byte[0]).status())
                .isEqualTo(404);
    }

    @Test
    void whatChangesSomethingInASessionNeedsTheTokenOfThePage() throws IOException {
        Browser person = school.person(subject, "team");
        String feedback = "/v1/feed/" + UUID.randomUUID() + "/feedback";
        assertThat(person.send("POST", feedback, JSON, "{}").status()).isEqualTo(403);
        assertThat(person.send("POST", "/logout", Map.of(), "").status()).isEqualTo(403);
        Map<String, String> withToken = new TreeMap<>(JSON);
        withToken.put("X-CSRF-TOKEN", person.token());
        assertThat(person.send("POST", feedback, withToken, "{}").status()).isEqualTo(404);
        withToken.put("Sec-Fetch-Site", "cross-site");
        assertThat(person.send("POST", feedback, withToken, "{}").status()).isEqualTo(403);
    }

    @Test
    void loggingOutEndsTheSessionHereAndAtTheProvider() throws IOException {
        Browser person = school.person(subject, "team");
        String session = person.session();
        Reply out = person.send("POST", "/logout", Map.of("X-CSRF-TOKEN", person.token()), "");
        assertThat(out.status()).isEqualTo(302);
        assertThat(out.header("Location"))
                .startsWith(school.provider().issuer() + "/logout?id_token_hint=")
                .contains("post_logout_redirect_uri=");
        assertThat(person.get("/v1/feed", JSON).status()).isEqualTo(401);
        assertThat(school.browser()
                        .get("/v1/feed", Map.of("Cookie", "__Host-sluis=" + session, "Accept", "application/json"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aSessionEndsAfterItsLongestTimeHoweverOftenItWasUsed() throws IOException {
        Browser person = school.person(subject, "team");
        Instant end = now.plus(Duration.ofHours(8));
        for (Instant at = now; at.isBefore(end.minusSeconds(60)); at = at.plus(Duration.ofMinutes(14))) {
            school.clock().moveTo(at);
            assertThat(person.get("/v1/feed", JSON).status()).isEqualTo(200);
        }
        school.clock().moveTo(end.plusSeconds(60));
        assertThat(person.get("/v1/feed", JSON).status()).isEqualTo(401);
        assertThat(person.get("/", Browser.PAGE).header("Location")).contains("/oauth2/authorization/sluis");
    }

    @Test
    void aSessionEndsWhenItWasNotUsedForAWhileAndAnOpenPageThatListensIsNoUse() throws IOException {
        Browser person = school.person(subject, "team");
        school.clock().moveTo(now.plus(Duration.ofMinutes(14)));
        assertThat(person.get("/v1/feed", JSON).status()).isEqualTo(200);
        school.clock().moveTo(now.plus(Duration.ofMinutes(28)));
        // Refused for its cursor, after it was seen who asks: a stream would stay open
        assertThat(person.get("/feed/stream?since=rubbish", Map.of("Accept", "text/event-stream"))
                        .status())
                .isEqualTo(422);
        school.clock().moveTo(now.plus(Duration.ofMinutes(30)));
        assertThat(person.get("/v1/feed", JSON).status()).isEqualTo(401);
        school.clock().moveTo(now.plus(Duration.ofMinutes(14)));
        assertThat(person.get("/v1/feed", JSON).status()).as("ended for good").isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void anOperatorEndsTheSessionsOfOnePersonOrOfEverybodyAndTheyLogInAnew(boolean all) throws IOException {
        Browser person = school.person(subject, "team");
        String another = UUID.randomUUID().toString();
        Browser other = school.person(another, "team");
        String whose = all ? "{\"everybody\": true}" : "{\"person\": \"" + subject + "\"}";
        assertThat(person.get("/v1/feed", JSON).status()).isEqualTo(200);
        assertThat(school.caller("regisseur").post("/v1/sessions/ending", whose).status())
                .isEqualTo(403);

        school.clock().moveTo(now.plusSeconds(1));
        assertThat(school.caller("operator").post("/v1/sessions/ending", whose).status())
                .isEqualTo(204);

        assertThat(person.get("/v1/feed", JSON).status()).isEqualTo(401);
        assertThat(other.get("/v1/feed", JSON).status()).isEqualTo(all ? 401 : 200);
        school.clock().moveTo(now.plusSeconds(2));
        assertThat(school.person(subject, "team").get("/v1/feed", JSON).status())
                .isEqualTo(200);
        assertThat(school.part(JdbcClient.class)
                        .sql("SELECT detail FROM audit_entry WHERE event = 'sessions.ended' ORDER BY n DESC LIMIT 1")
                        .query(String.class)
                        .single())
                .contains(all ? "everybody" : subject);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{}", "{\"person\": \"mila@example.org\"}", "{\"person\": \"a\", \"everybody\": true}"})
    void whoseSessionsMustBeSaid(String body) throws IOException {
        Reply refused = school.caller("operator").post("/v1/sessions/ending", body);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).doesNotContain("example.org");
    }

    private static List<String> cookies(Reply reply) {
        return reply.headers().allValues("Set-Cookie");
    }

    private static void isForThisHostAndForNoScript(String cookie) {
        assertThat(cookie)
                .startsWith("__Host-")
                .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax")
                .doesNotContain("Domain");
    }

    private Map<String, Object> seen(Browser person, UUID household, UUID item) throws IOException {
        Map<String, String> withToken = new TreeMap<>(JSON);
        withToken.put("X-CSRF-TOKEN", person.token());
        return new TreeMap<>(Map.of(
                "household's page", plain(person.get("/households/" + household, Browser.PAGE), household),
                "families", plain(person.get("/households", Browser.PAGE), household),
                "page", plain(person.get("/?household=" + household, Browser.PAGE), household),
                "household", plain(person.get("/v1/households/" + household, JSON), household),
                "feed", plain(person.get("/v1/feed?household=" + household, JSON), household),
                "message", plain(person.get("/v1/feed/" + item + "/message", Map.of()), item),
                "attachment", plain(person.get("/v1/feed/" + item + "/attachments/" + FILE, JSON), item),
                "on the page", plain(person.get("/feed/" + item + "/attachments/" + FILE, JSON), item),
                "feedback", plain(person.send("POST", "/v1/feed/" + item + "/feedback", withToken, "x"), item)));
    }

    // What differs by itself: the time, the token, and what was asked for
    private static String plain(Reply reply, UUID asked) {
        Map<String, List<String>> headers = new TreeMap<>(reply.headers().map());
        headers.remove("date");
        return (reply.status() + " " + headers + " " + reply.text())
                .replace(asked.toString(), "-")
                .replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }

    /** An item with a file that is here. */
    private FeedItem add() {
        Feed feed = school.part(Feed.class);
        Message message = Family.concern(WORD).file("mila", FILE, "Tekening").build();
        UUID id = new TransactionTemplate(school.part(PlatformTransactionManager.class)).execute(status -> {
            brought(message);
            return feed.add(message, Instant.now());
        });
        return feed.find(id, new Viewer.Organisation()).orElseThrow();
    }

    private void brought(Message message) {
        JdbcClient jdbc = school.part(JdbcClient.class);
        UUID attachment = UUID.randomUUID();
        byte[] content = WORD.getBytes(StandardCharsets.UTF_8);
        jdbc.sql("INSERT INTO attachment (id, state, media_type, announced, size, chunks, touched_at)"
                        + " VALUES (?, 'CLEAN', 'image/png', ?, ?, 1, now())")
                .params(attachment, content.length, content.length)
                .update();
        jdbc.sql("INSERT INTO attachment_chunk (attachment, number, link, content) VALUES (?, 0, '', ?)")
                .params(attachment, school.part(AtRest.class).encrypt("attachment/" + attachment + "/chunk/0", content))
                .update();
        jdbc.sql("INSERT INTO attachment_incoming (sender, message, reference, attachment, delivered)"
                        + " VALUES (?, ?, ?, ?, true)")
                .params(message.sender().value(), message.id().value(), FILE, attachment)
                .update();
    }
}
