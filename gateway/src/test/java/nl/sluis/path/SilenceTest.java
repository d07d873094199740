package nl.sluis.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import nl.sluis.access.TestAccess;
import nl.sluis.access.TestAccess.Line;
import nl.sluis.feed.Feed;
import nl.sluis.feed.FeedItem;
import nl.sluis.path.Http.Reply;
import nl.sluis.testing.Family;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** No answer to another organisation tells whether a family, or anything about it, is known here. */
@ExtendWith(NodesExtension.class)
class SilenceTest {

    private final SchoolAlone school;

    SilenceTest(SchoolAlone school) {
        this.school = school;
    }

    /** Every line of the access table, by what is here and by what is not: status, headers and body are the same to the byte. */
    @ParameterizedTest
    @ValueSource(strings = {"node", "partner's system", "nobody"})
    void everyCallAnswersTheSameAboutWhatIsHereAndWhatIsNot(String caller) throws IOException {
        Map<String, String> known = known();
        Map<String, String> unknown = new TreeMap<>();
        known.forEach((name, value) -> unknown.put(
                name, name.equals("n") ? "999999" : UUID.randomUUID().toString()));
        SoftAssertions all = new SoftAssertions();
        for (Line line : TestAccess.rows()) {
            if (line.path().contains("{")) {
                String method = line.method();
                all.assertThat(plain(school.caller(caller), method, line.path(), known))
                        .as("%s %s", method, line.path())
                        .isEqualTo(plain(school.caller(caller), method, line.path(), unknown));
            }
        }
        for (String asked : List.of("/v1/consents?subject=", "/v1/feed?household=", "/?household=")) {
            all.assertThat(plain(school.caller(caller), "GET", asked + "{household}", known))
                    .as(asked)
                    .isEqualTo(plain(school.caller(caller), "GET", asked + "{household}", unknown));
        }
        all.assertAll();
    }

    private Map<String, String> known() throws IOException {
        Feed feed = school.part(Feed.class);
        UUID id = new TransactionTemplate(school.part(PlatformTransactionManager.class))
                .execute(status -> feed.add(Family.concern("Is moe.").build(), Instant.now()));
        FeedItem item = feed.find(id).orElseThrow();
        String ref = "stil-" + UUID.randomUUID();
        Http own = school.system();
        assertThat(own.put("/v1/persons/" + ref, Samples.person("2008-05-04")).status())
                .isEqualTo(200);
        String consent = own.post(
                        "/v1/consents", Samples.consent(ref, Samples.today().plusMonths(1)))
                .text("id");
        assertThat(own.get("/v1/consents/" + consent).status()).isEqualTo(200);
        return Map.of(
                "item",
                id.toString(),
                "household",
                item.household().toString(),
                "message",
                item.message().id().toString(),
                "id",
                consent,
                "ref",
                ref,
                "person",
                ref,
                "attachment",
                item.household().toString(),
                "n",
                "1");
    }

    private static String plain(Http caller, String method, String path, Map<String, String> names) throws IOException {
        String filled = path.replaceAll("\\{(step|number)}", "1");
        for (Map.Entry<String, String> name : names.entrySet()) {
            filled = filled.replace("{" + name.getKey() + "}", name.getValue());
        }
        Reply reply = caller.send(
                method,
                filled,
                Map.of("Accept", "application/json, application/problem+json", "Content-Type", "application/json"),
                new byte[0]);
        Map<String, List<String>> headers = new TreeMap<>(reply.headers().map());
        headers.remove("date");
        return reply.status() + " " + headers + " " + reply.text();
    }
}
