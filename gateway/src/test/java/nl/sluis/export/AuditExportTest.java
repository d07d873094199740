package nl.sluis.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import nl.sluis.audit.AuditLog;
import nl.sluis.audit.AuditVerifier;
import nl.sluis.checkpoint.LogFixture;
import nl.sluis.seal.AtRest;
import nl.sluis.testing.TestStorage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A log of our own in each form: what is expressed, what is said to be missing, and that nobody is in it. */
class AuditExportTest {

    private static final String SENT = "11111111-2222-3333-4444-555555555555";
    private static final String ARRIVED = "66666666-7777-8888-9999-aaaaaaaaaaaa";
    private static final String CONSENT = "bbbbbbbb-2222-3333-4444-555555555555";
    private static final List<UUID> PERSONS = List.of(UUID.randomUUID(), UUID.randomUUID());
    private static final UUID HOUSEHOLD = UUID.randomUUID();

    private final LogFixture log = new LogFixture("school");
    private Completeness completeness = new Completeness(ExportForm.BALP);

    @BeforeEach
    void aLogOfTwoMessages() {
        outgoing();
        arrived();
        entry(
                "message.decided",
                SENT,
                Map.of(
                        "decision",
                        "d1",
                        "outcome",
                        "PERMIT",
                        "kind",
                        "SIGNAL",
                        "basis",
                        "CONSENT",
                        "recipient",
                        "wijkteam-noord",
                        "reasons",
                        "",
                        "withheld",
                        "0",
                        "policy",
                        "sha256:00"));
        entry("message.sent", SENT, Map.of("recipient", "wijkteam-noord", "form", "MESSAGE"));
        entry("message.received", ARRIVED, Map.of("sender", "wijkteam-noord", "kind", "FEEDBACK"));
        entry(
                "CONSENT_RECORDED",
                null,
                Map.of("consent", CONSENT, "decision", "GIVEN", "caller", "system:administratie"));
        entry("restore.released", null, Map.of("by", "ict-7", "stopped", "0"));
        entry("tls.renewed", null, Map.of("files", "sha256:11"));
        entry("later.version", null, Map.of("something", "else"));
    }

    @Test
    void aDisclosureAndAReceiptAreBalpAndEverythingIsFhir() {
        List<String> lines = export(ExportForm.BALP, key(1));

        for (String line : lines) {
            assertThat(FhirRules.faults(line)).as(line).isEmpty();
        }
        assertThat(lines.stream().filter(line -> line.contains("PrivacyDisclosure.Source")))
                .as("one for each of the two persons")
                .hasSize(2);
        assertThat(lines.stream().filter(line -> line.contains("PrivacyDisclosure.Recipient")))
                .hasSize(1);
    }

    @Test
    void theCheckOfBalpSeesWhatIsMissing() {
        String disclosure = export(ExportForm.BALP, key(1)).stream()
                .filter(line -> line.contains("PrivacyDisclosure.Source"))
                .findFirst()
                .orElseThrow();
        assertThat(FhirRules.faults(disclosure.replace("\"disclose\"", "\"receive\"")))
                .contains("BALP: subtype disclose");
        assertThat(FhirRules.faults(disclosure.replace("\"110152\"", "\"110150\"")))
                .contains("BALP: one source and one recipient");
        assertThat(FhirRules.faults(disclosure.replace("\"recorded\"", "\"recordedx\"")))
                .isNotEmpty();
    }

    @Test
    void theLogboekHasALineForEachPersonAndNobodyWhoDidIt() {
        List<JsonNode> lines = json(export(ExportForm.LOGBOEK, key(1)));

        List<JsonNode> sent = lines.stream()
                .filter(line -> line.path("name").asString().equals("message.sent"))
                .toList();
        assertThat(sent).hasSize(2);
        assertThat(sent)
                .extracting(line -> subject(line))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.length() == 32);
        assertThat(sent)
                .extracting(line -> line.path("operation_id").asString())
                .doesNotHaveDuplicates();
        assertThat(sent).allSatisfy(line -> {
            assertThat(line.path("trace_id").asString()).isEqualTo(SENT.replace("-", ""));
            assertThat(line.path("status_code").asInt()).isEqualTo(1);
            assertThat(line.path("attributes")
                            .path("dpl.core.processing_activity_id")
                            .asString())
                    .isEqualTo("urn:sluis:processing:disclosed");
        });
        assertThat(lines).noneMatch(line -> line.toString().contains("ict-7"));
        assertThat(lines).noneMatch(line -> line.toString().contains("administratie"));
        assertThat(lines).noneMatch(line -> line.path("name").asString().startsWith("tls."));
        assertThat(completeness.json()).contains("\"tls.renewed\" : 1").contains("\"restore.released\" : 1");
    }

    @Test
    void nen7513HasItsFieldsAndSaysWhichItCannotFill() {
        List<JsonNode> lines = json(export(ExportForm.NEN7513, key(1)));

        assertThat(lines).hasSize(7);
        JsonNode sent = lines.get(1);
        assertThat(sent.path("EventActionCode").asString()).isEqualTo("R");
        assertThat(sent.path("EventTypeCode").asString()).isEqualTo("message.sent");
        assertThat(sent.path("ParticipantObjects").size()).isEqualTo(3);
        assertThat(sent.path("AuditEnterpriseSiteID").asString()).isEqualTo(whose().oin());
        assertThat(lines.get(0).path("ToestemmingsProfiel").asString()).isEqualTo("CONSENT");
        assertThat(lines.get(4).path("Users").get(0).path("UserID").asString()).isEqualTo("ict-7");
        assertThat(lines.get(3).path("Users").get(0).path("UserID").asString()).isEqualTo("system:administratie");
        assertThat(completeness.json())
                .contains("\"Users.UserID\" : 5")
                .contains("\"BehandelrelatieProtocol\" : 5")
                .contains("\"later.version\" : 1");
    }

    @Test
    void decisionsAreAuthZenWithTheirPoliciesAndNameWhatIsLeftOut() {
        List<JsonNode> lines = json(export(ExportForm.DECISIONS, key(1)));

        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.path("endpoint").asString()).isEqualTo("access_evaluation");
            assertThat(line.path("request").path("subject").path("id").asString())
                    .isEqualTo("wijkteam-noord");
            assertThat(line.path("request").path("resource").path("id").asString())
                    .isEqualTo(SENT);
            assertThat(line.path("response").path("decision").asBoolean()).isTrue();
            assertThat(line.path("policies").path("sluis.policy-set").asString())
                    .isEqualTo("sha256:00");
            assertThat(line.path("information").path("sluis.decision-facts").asString())
                    .isEqualTo("d1");
            assertThat(line.path("omitted").toString()).contains("request.resource.properties");
        });
    }

    @ParameterizedTest
    @EnumSource(ExportForm.class)
    void nobodyCanBeFoundByWhatIsWritten(ExportForm form) {
        String text = String.join("\n", export(form, key(1)));
        assertThat(text).doesNotContain(HOUSEHOLD.toString());
        PERSONS.forEach(person -> assertThat(text).doesNotContain(person.toString()));
    }

    @Test
    void aPersonHasOnePseudonymHereAnotherAtAnotherNodeAndNoneOnceItsRowsAreDestroyed() {
        List<String> here = subjects(export(ExportForm.LOGBOEK, key(1)));
        assertThat(subjects(export(ExportForm.LOGBOEK, key(1)))).isEqualTo(here);
        assertThat(subjects(export(ExportForm.LOGBOEK, key(2))))
                .hasSameSizeAs(here)
                .doesNotContainAnyElementsOf(here);

        log.jdbc().sql("DELETE FROM outgoing_person").update();
        log.jdbc().sql("DELETE FROM feed_item").update();
        assertThat(subjects(export(ExportForm.LOGBOEK, key(1)))).isEmpty();
        assertThat(completeness.json()).contains("\"dpl.core.data_subject_id\" : 5");
    }

    @Test
    void everyEventThatThisVersionWritesHasAMeaning() throws IOException {
        Pattern written =
                Pattern.compile("(?:audit|log)\\s*\\.(?:append|reads)\\(\\s*\"([^\"]+)\"|recorded\\(\"([^\"]+)\"");
        List<String> unknown = new ArrayList<>();
        int found = 0;
        for (Path file : sources()) {
            Matcher matcher = written.matcher(Files.readString(file));
            while (matcher.find()) {
                String event = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
                found++;
                if (Meaning.of(event).isEmpty()) {
                    unknown.add(event);
                }
            }
        }
        assertThat(found).isGreaterThan(50);
        assertThat(unknown).as("events without a line in export.Meaning").isEmpty();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private List<String> export(ExportForm form, AtRest atRest) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AuditExport export = new AuditExport(
                form,
                AuditExport.REGISTER,
                whose(),
                new DataSubjects(log.jdbc(), atRest),
                new PrintStream(out, true, StandardCharsets.UTF_8));
        new AuditVerifier(new JdbcTemplate(log.database())).verify(export::write);
        completeness = export.completeness();
        assertThat(completeness.entries()).isEqualTo(7);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private Whose whose() {
        return new Whose(log.origin(), log.origin().substring("sluis/audit/".length()), "de-wilgenhof");
    }

    private static List<JsonNode> json(List<String> lines) {
        return lines.stream().map(JsonMapper.shared()::readTree).toList();
    }

    private static List<String> subjects(List<String> lines) {
        return json(lines).stream()
                .map(AuditExportTest::subject)
                .filter(id -> !id.isEmpty())
                .toList();
    }

    private static String subject(JsonNode line) {
        return line.path("attributes").path("dpl.core.data_subject_id").asString("");
    }

    private static AtRest key(int seed) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) seed);
        return TestStorage.atRest(new SecretKeySpec(key, "AES"));
    }

    private void entry(String event, String message, Map<String, String> detail) {
        log.transaction()
                .executeWithoutResult(
                        status -> AuditLog.of(log.jdbc(), log.clock()).append(event, message, detail));
    }

    private void outgoing() {
        log.jdbc()
                .sql(
                        "INSERT INTO outgoing (sender, id, thread, form, kind, recipient, state, answer, created_at)"
                                + " VALUES ('de-wilgenhof', ?::uuid, ?::uuid, 'MESSAGE', 'SIGNAL', 'wijkteam-noord', 'SENT', '', now())")
                .params(SENT, SENT)
                .update();
        for (UUID person : PERSONS) {
            log.jdbc()
                    .sql("INSERT INTO outgoing_person (sender, id, person_id) VALUES ('de-wilgenhof', ?::uuid, ?)")
                    .params(SENT, person)
                    .update();
        }
    }

    private void arrived() {
        log.jdbc().sql("INSERT INTO household (id) VALUES (?)").param(HOUSEHOLD).update();
        log.jdbc()
                .sql(
                        "INSERT INTO feed_item (id, sender, message_id, household_id, household_ambiguous, arrived_at, state,"
                                + " content) VALUES (?, 'wijkteam-noord', ?::uuid, ?, false, now(), 'NEW', '')")
                .params(UUID.randomUUID(), ARRIVED, HOUSEHOLD)
                .update();
    }
}
