package nl.sluis.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Statistic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import nl.sluis.access.TestAccess;
import nl.sluis.access.TestAccess.Line;
import nl.sluis.canonical.AssertionType;
import nl.sluis.canonical.ConsentNews;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.Receipt;
import nl.sluis.canonical.ReceiptStatus;
import nl.sluis.canonical.ThreadId;
import nl.sluis.canonical.WithdrawalNotice;
import nl.sluis.certs.PkiFiles;
import nl.sluis.deliver.Delivery;
import nl.sluis.demo.Neighbourhood.Member;
import nl.sluis.feed.Feed;
import nl.sluis.feed.FeedItem;
import nl.sluis.feed.Viewer;
import nl.sluis.path.Http.Reply;
import nl.sluis.policy.Ground;
import nl.sluis.seal.AtRest;
import nl.sluis.seal.Envelope;
import nl.sluis.seal.TestSeals;
import nl.sluis.testing.Family;
import nl.sluis.testing.Statements;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
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
    @ValueSource(strings = {"node", "partner's system", "nobody", SchoolAlone.WITHOUT_ROLE})
    void everyCallAnswersTheSameAboutWhatIsHereAndWhatIsNot(String caller) throws IOException {
        Map<String, String> known = known();
        Map<String, String> unknown = new TreeMap<>();
        known.forEach((name, value) -> unknown.put(
                name, name.equals("n") ? "999999" : UUID.randomUUID().toString()));
        Map<String, Double> before = refusals();
        try (Heard ofKnown = new Heard()) {
            Map<String, String> here = walk(caller, known);
            settled(before, here);
            Map<String, Double> between = refusals();
            try (Heard ofUnknown = new Heard()) {
                assertThat(walk(caller, unknown)).isEqualTo(here);
                settled(between, here);
                assertThat(difference(between, refusals())).isEqualTo(difference(before, between));
                // A line is written when its answer has gone already
                await().untilAsserted(() -> {
                    List<String> said = refused(ofUnknown);
                    assertThat(refused(ofKnown)).hasSize(2 * said.size());
                    assertThat(refused(ofKnown).stream().distinct())
                            .containsExactlyInAnyOrderElementsOf(Set.copyOf(said));
                });
            }
        }
    }

    // A refusal is counted when its answer has gone already
    private void settled(Map<String, Double> before, Map<String, String> answers) {
        double refused = answers.values().stream()
                .filter(answer -> answer.startsWith("401") || answer.startsWith("403"))
                .count();
        await().untilAsserted(() -> assertThat(difference(before, refusals()).values().stream()
                        .mapToDouble(count -> count)
                        .sum())
                .isEqualTo(refused));
    }

    private Map<String, String> walk(String caller, Map<String, String> names) throws IOException {
        Map<String, String> answers = new TreeMap<>();
        for (Line line : TestAccess.rows()) {
            if (line.path().contains("{")) {
                answers.put(
                        line.method() + " " + line.path(),
                        plain(school.caller(caller), line.method(), line.path(), names));
            }
        }
        for (String asked : List.of("/v1/consents?subject=", "/v1/feed?household=", "/?household=")) {
            answers.put(asked, plain(school.caller(caller), "GET", asked + "{household}", names));
        }
        return answers;
    }

    private static List<String> refused(Heard heard) {
        return heard.text()
                .lines()
                .filter(line -> line.contains(" was refused"))
                .toList();
    }

    private Map<String, Double> refusals() {
        Map<String, Double> counts = meters();
        counts.keySet().removeIf(series -> !series.contains("sluis.access.refused"));
        return counts;
    }

    private static Map<String, Double> difference(Map<String, Double> before, Map<String, Double> after) {
        Map<String, Double> grown = new TreeMap<>(after);
        grown.replaceAll((series, count) -> count - before.getOrDefault(series, 0.0));
        grown.values().removeIf(count -> count == 0);
        return grown;
    }

    /** The sender measures the time until its receipt: what is done for a family does not depend on whether it is known here. */
    @ParameterizedTest
    @ValueSource(strings = {"number and name", "name", "two children"})
    void deliversWithAsMuchWorkForAFamilyThatIsKnownAsForOneThatIsNot(String by) {
        add(family(by, "999990184", "Stilma"));
        try (Statements statements = new Statements()) {
            add(family(by, "999990184", "Stilma"));
            List<String> known = statements.of("main"::equals);
            statements.clear();
            add(family(by, "999990196", "Onbekend"));
            assertThat(known).isNotEmpty().isEqualTo(statements.of("main"::equals));
        }
    }

    /** What a partner brings about somebody who is registered here and about somebody who is not. */
    @Test
    void takesWhatIsAboutSomebodyKnownAsWhatIsAboutNobodyWithTheSameAnswerLogMetersReceiptAndWork() throws IOException {
        String known = "999990202";
        school.system()
                .put(
                        "/v1/persons/stil-" + UUID.randomUUID(),
                        "{\"birthDate\": \"2008-05-04\", \"bsn\": \"%s\"}".formatted(known));
        bring(copy("999990214"));
        Map<String, Object> here = bring(copy(known));
        Map<String, Object> nowhere = bring(copy("999990226"));
        assertThat(here).isEqualTo(nowhere);
        assertThat(here.get("receipt").toString()).contains("DELIVERED");
        assertThat((List<?>) here.get("statements")).isNotEmpty();
    }

    /** Behind a message about a family that others told of already, and behind one about a family of whom nobody else said a word. */
    @Test
    void takesANoticeAboutAFamilyThatIsKnownWithAsMuchWorkAsOneAboutAFamilyThatIsNot() throws IOException {
        add(family("number and name", "999990238", "Ransuil"));
        notice("999990251", "Velduil");
        List<String> known = notice("999990238", "Ransuil");
        List<String> unknown = notice("999990263", "Oehoe");
        assertThat(known).isNotEmpty().isEqualTo(unknown);
    }

    /** The receipt of a message that this school sent, about a pupil of whose family others told, and about one of nobody else. */
    @Test
    void takesAReceiptAboutAFamilyThatIsKnownWithAsMuchWorkAsOneAboutAFamilyThatIsNot() throws IOException {
        add(family("number and name", "999990275", "Bosuil"));
        receipt("999990287");
        List<String> known = receipt("999990275");
        List<String> unknown = receipt("999990299");
        assertThat(known).isNotEmpty().isEqualTo(unknown);
    }

    private List<String> notice(String bsn, String name) throws IOException {
        OrganisationId doctor = new OrganisationId(Member.HUISARTS.organisation());
        Message message = Family.message()
                .from(doctor.value())
                .person("a", HouseholdRole.CHILD)
                .named("a", "Kim", name, "2015-01-02")
                .said("a", AssertionType.OBSERVED, "Is moe.")
                .bsn("a", bsn)
                .build();
        new TransactionTemplate(school.part(PlatformTransactionManager.class))
                .executeWithoutResult(status -> school.part(Delivery.class)
                        .deliver(message, new Ground(LegalBasis.CONSENT, List.of(), List.of())));
        WithdrawalNotice notice = new WithdrawalNotice(
                new MessageId(UUID.randomUUID()),
                message.id(),
                message.thread(),
                doctor,
                new OrganisationId(Member.SCHOOL.organisation()),
                "c1",
                Instant.now());
        PkiFiles files = school.files();
        Envelope envelope =
                TestSeals.sealer(files, "huisarts").seal(notice, TestSeals.hybridRecipient(files, "school"));
        return work("huisarts", envelope, "NOTICE", () -> !receipts(notice.id()).isEmpty());
    }

    private List<String> receipt(String bsn) throws IOException {
        String id = sent(bsn);
        JdbcClient jdbc = school.part(JdbcClient.class);
        Receipt receipt = new Receipt(
                new MessageId(UUID.randomUUID()),
                MessageId.parse(id),
                new ThreadId(jdbc.sql("SELECT thread FROM outgoing WHERE id = ?::uuid")
                        .param(id)
                        .query(UUID.class)
                        .single()),
                new OrganisationId(Member.WIJKTEAM.organisation()),
                new OrganisationId(Member.SCHOOL.organisation()),
                ReceiptStatus.DELIVERED,
                null,
                Instant.now(),
                null);
        PkiFiles files = school.files();
        Envelope envelope =
                TestSeals.sealer(files, "wijkteam").seal(receipt, TestSeals.hybridRecipient(files, "school"));
        return work("wijkteam", envelope, "RECEIPT", () -> state(id).equals("DELIVERED"));
    }

    // The team's node is away in this test: that it accepted is written here
    private String sent(String bsn) throws IOException {
        String ref = "stil-" + UUID.randomUUID();
        Http own = school.system();
        own.put("/v1/persons/" + ref, "{\"birthDate\": \"2008-05-04\", \"bsn\": \"%s\"}".formatted(bsn));
        own.post("/v1/consents", Samples.consent(ref, Samples.today().plusMonths(1)));
        String id = own.post(
                        "/v1/messages",
                        Map.of("Content-Type", Samples.CONCERN, "Sluis-Recipient", Member.WIJKTEAM.organisation()),
                        Samples.concern(ref, "Komt vaak te laat."))
                .text("id");
        JdbcClient jdbc = school.part(JdbcClient.class);
        jdbc.sql("UPDATE outgoing SET state = 'SENT', next_attempt_at = NULL WHERE id = ?::uuid")
                .param(id)
                .update();
        return id;
    }

    private String state(String message) {
        return school.part(JdbcClient.class)
                .sql("SELECT state FROM outgoing WHERE id = ?::uuid")
                .param(message)
                .query(String.class)
                .single();
    }

    /** The statements of whoever works on what came. */
    private List<String> work(String partner, Envelope envelope, String form, Callable<Boolean> done)
            throws IOException {
        try (Statements statements = new Statements()) {
            assertThat(school.node(partner)
                            .send(
                                    "POST",
                                    "/v1/exchange",
                                    Map.of(
                                            "Content-Type",
                                            "application/cms",
                                            "Sluis-Form",
                                            form,
                                            "Sluis-Message-Id",
                                            envelope.id().toString()),
                                    envelope.cms())
                            .status())
                    .isEqualTo(202);
            await().atMost(Duration.ofMinutes(1)).until(done);
            return statements.of(thread -> thread.startsWith("inbox")).stream()
                    .filter(statement -> !statement.startsWith("delete"))
                    .toList();
        }
    }

    private Map<String, Object> bring(ConsentNews news) throws IOException {
        PkiFiles files = school.files();
        Envelope envelope = TestSeals.sealer(files, "huisarts").seal(news, TestSeals.hybridRecipient(files, "school"));
        Map<String, Double> before = meters();
        try (Statements statements = new Statements();
                Heard heard = new Heard()) {
            Reply reply = school.caller("node")
                    .send(
                            "POST",
                            "/v1/exchange",
                            Map.of(
                                    "Content-Type",
                                    "application/cms",
                                    "Sluis-Message-Id",
                                    envelope.id().toString()),
                            envelope.cms());
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> !receipts(envelope.id()).isEmpty());
            Map<String, List<String>> headers = new TreeMap<>(reply.headers().map());
            List.of("date", "connection", "content-length").forEach(headers::remove);
            return Map.of(
                    "answer", reply.status() + " " + headers,
                    "size", sizeWithoutSignature(reply.bytes()),
                    "log", impersonal(heard.text()),
                    "meters", grown(before),
                    "receipt", impersonal(receipts(envelope.id()).toString()),
                    // How often it looks whether there is more goes by the clock
                    "statements",
                            statements.of(thread -> thread.startsWith("inbox")).stream()
                                    .filter(statement -> !statement.startsWith("delete"))
                                    .toList());
        }
    }

    /** Of an ECDSA signature the length is by chance. */
    private static int sizeWithoutSignature(byte[] cms) {
        try {
            return cms.length
                    - new CMSSignedData(cms).getSignerInfos().iterator().next().getSignature().length;
        } catch (CMSException e) {
            throw new AssertionError("the answer is no signed receipt", e);
        }
    }

    private List<String> receipts(MessageId about) {
        AtRest atRest = school.part(AtRest.class);
        return school
                .part(JdbcClient.class)
                .sql("SELECT id, content FROM outgoing WHERE form = 'RECEIPT' AND content IS NOT NULL")
                .query((row, i) -> new String(
                        atRest.decrypt("outgoing/content/" + row.getString(1), row.getBytes(2)),
                        StandardCharsets.UTF_8))
                .list()
                .stream()
                .filter(receipt -> receipt.contains(about.toString()))
                .toList();
    }

    // Series, and how often each was counted; what is measured in seconds or grows by itself is not
    private Map<String, Double> meters() {
        Map<String, Double> counts = new TreeMap<>();
        for (Meter meter : school.part(MeterRegistry.class).getMeters()) {
            // The client of this test may connect anew at any moment, whatever it sends
            if (meter.getId().getName().startsWith("sluis.")
                    && !meter.getId().getName().equals("sluis.tls.handshakes")) {
                meter.measure().forEach(measured -> {
                    if (measured.getStatistic() == Statistic.COUNT) {
                        counts.put(meter.getId().toString(), measured.getValue());
                    }
                });
            }
        }
        return counts;
    }

    private Map<String, Double> grown(Map<String, Double> before) {
        Map<String, Double> after = meters();
        after.replaceAll((series, count) -> count - before.getOrDefault(series, 0.0));
        // Whether a connection of before can be used again, the client decides
        after.keySet().removeIf(series -> series.contains("checkpoint") || series.contains("tls.handshakes"));
        return after;
    }

    private static String impersonal(String text) {
        return text.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "-")
                .replaceAll("[0-9a-f]{64}", "-")
                .replaceAll("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z", "-");
    }

    private void add(Message message) {
        new TransactionTemplate(school.part(PlatformTransactionManager.class))
                .executeWithoutResult(status -> school.part(Feed.class).add(message, Instant.now()));
    }

    private static Message family(String by, String bsn, String name) {
        Family family = Family.message()
                .person("a", HouseholdRole.CHILD)
                .named("a", "Kim", name, "2015-01-02")
                .said("a", AssertionType.OBSERVED, "Is moe.");
        return switch (by) {
            case "name" -> family.build();
            case "two children" ->
                family.bsn("a", bsn)
                        .person("b", HouseholdRole.CHILD)
                        .named("b", "Bo", name, "2017-01-02")
                        .build();
            default -> family.bsn("a", bsn).build();
        };
    }

    private static ConsentNews.Copy copy(String bsn) {
        return Samples.consentCopy(
                new OrganisationId(Member.HUISARTS.organisation()),
                new OrganisationId(Member.SCHOOL.organisation()),
                bsn);
    }

    private Map<String, String> known() throws IOException {
        Feed feed = school.part(Feed.class);
        UUID id = new TransactionTemplate(school.part(PlatformTransactionManager.class))
                .execute(status -> feed.add(Family.concern("Is moe.").build(), Instant.now()));
        FeedItem item = feed.find(id, new Viewer.Organisation()).orElseThrow();
        String ref = "stil-" + UUID.randomUUID();
        Http own = school.system();
        assertThat(own.put("/v1/persons/" + ref, Samples.person("2008-05-04")).status())
                .isEqualTo(200);
        String consent = own.post(
                        "/v1/consents", Samples.consent(ref, Samples.today().plusMonths(1)))
                .text("id");
        assertThat(own.get("/v1/consents/" + consent).status()).isEqualTo(200);
        String household = item.household().toString();
        return Map.ofEntries(
                Map.entry("item", id.toString()),
                Map.entry("household", household),
                Map.entry("message", item.message().id().toString()),
                Map.entry("id", consent),
                Map.entry("ref", ref),
                Map.entry("person", ref),
                Map.entry("attachment", household),
                Map.entry("doubt", household),
                Map.entry("task", household),
                Map.entry("plan", household),
                Map.entry("member", household),
                Map.entry("transfer", household),
                Map.entry("handover", household),
                Map.entry("estimate", household),
                Map.entry("n", "1"));
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
        // Every hundredth request of a connection is its last, whatever it asks
        headers.remove("connection");
        return reply.status() + " " + headers + " " + reply.text();
    }
}
