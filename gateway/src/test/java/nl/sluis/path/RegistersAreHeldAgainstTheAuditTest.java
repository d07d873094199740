package nl.sluis.path;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import nl.sluis.registers.RegisterComparison;
import nl.sluis.registers.RegisterComparison.Difference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who takes something out of the registers of a real node by the database is found out; what retention took is not mistaken for it. */
@ExtendWith(NodesExtension.class)
class RegistersAreHeldAgainstTheAuditTest {

    private static final Difference NONE = new Difference(0, 0);

    private final SchoolAlone node;
    private final JdbcClient jdbc;
    private final RegisterComparison comparison;
    private final Http school;
    private final String child = "gijs-" + UUID.randomUUID();

    RegistersAreHeldAgainstTheAuditTest(SchoolAlone node) throws IOException {
        this.node = node;
        this.jdbc = node.part(JdbcClient.class);
        this.comparison = node.part(RegisterComparison.class);
        this.school = node.system();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            consent  | 1 | 0 | DELETE FROM consent_withdrawal WHERE consent_id = '%1$s'
            consent  | 1 | 0 | DELETE FROM consent WHERE id = '%2$s'
            consent  | 0 | 1 | DELETE FROM consent_subject WHERE consent_id = '%2$s'
            consent  | 0 | 1 | UPDATE consent SET content = 'x' WHERE id = '%2$s'
            measure  | 1 | 0 | DELETE FROM measure_ending WHERE measure_id = '%3$s'
            measure  | 0 | 1 | UPDATE measure SET valid_until = '2099-01-01' WHERE id = '%3$s'
            meldcode | 1 | 0 | DELETE FROM meldcode_event WHERE case_id = '%4$s'
            meldcode | 0 | 1 | DELETE FROM meldcode_subject WHERE case_id = '%4$s'
            person   | 1 | 0 | DELETE FROM custody WHERE person_id = '%5$s'
            person   | 1 | 1 | DELETE FROM person_number WHERE person_id = '%5$s'
            person   | 1 | 0 | WITH n AS (DELETE FROM person_number WHERE person_id = '%5$s') DELETE FROM person WHERE id = '%5$s'
            person   | 0 | 1 | INSERT INTO custody (id, person_id, under_investigation, recorded_at, content) OVERRIDING SYSTEM VALUE VALUES (-77, '%5$s', false, now(), 'x')
            person   | 0 | 1 | UPDATE person SET birth = 'x' WHERE id = '%5$s'
            """)
    void whatWasTakenAwayOrAlteredIsCounted(String register, long missing, long altered, String change)
            throws IOException {
        String sql = change.formatted((Object[]) recorded().toArray(String[]::new));
        Difference before = differs(register);

        Difference after = inATransactionThatIsTakenBack(() -> {
            jdbc.sql("SET LOCAL session_replication_role = replica").update();
            assertThat(jdbc.sql(sql).update()).isPositive();
            return differs(register);
        });

        assertThat(after.missing() - before.missing()).as("missing").isEqualTo(missing);
        assertThat(after.altered() - before.altered()).as("altered").isEqualTo(altered);
        assertThat(differs(register)).isEqualTo(before);
    }

    @Test
    void aDifferenceIsToldInTheAuditWithoutSayingAboutWhom() throws IOException {
        String consent = recorded().get(1);
        differs("consent");
        byte[] content = jdbc.sql("SELECT content FROM consent WHERE id = ?::uuid")
                .param(consent)
                .query((row, n) -> row.getBytes(1))
                .single();
        try {
            content(consent, new byte[] {'x'});
            differs("consent");
            assertThat(node.part(MeterRegistry.class)
                            .get("sluis.registers.differences")
                            .gauge()
                            .value())
                    .isPositive();
            assertThat(jdbc.sql(
                                    "SELECT detail FROM audit_entry WHERE event = 'registers.differ' ORDER BY n DESC LIMIT 1")
                            .query(String.class)
                            .single())
                    .contains("\"consent.altered\":")
                    .doesNotContain(consent);
        } finally {
            content(consent, content);
        }
        differs("consent");
    }

    private void content(String consent, byte[] content) {
        new TransactionTemplate(node.part(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            jdbc.sql("SET LOCAL session_replication_role = replica").update();
            jdbc.sql("UPDATE consent SET content = ? WHERE id = ?::uuid")
                    .params(content, consent)
                    .update();
        });
    }

    /** An entry that nobody recorded stops nothing. */
    @Test
    void anEntryWithSomethingElseThanAnIdentityStopsNoComparison() throws IOException {
        String consent = recorded().get(1);
        Difference before = differs("consent");
        Difference after = inATransactionThatIsTakenBack(() -> {
            // By hand: what the log is told in a transaction is written when that commits
            jdbc.sql("INSERT INTO audit_entry (n, at, event, detail, hash)"
                            + " SELECT n + 1, now(), 'CONSENT_RECORDED', '{\"consent\":\"x\"}', hash FROM audit_tip")
                    .update();
            jdbc.sql("UPDATE consent SET content = 'x' WHERE id = ?::uuid")
                    .param(consent)
                    .update();
            return differs("consent");
        });
        assertThat(after).isEqualTo(new Difference(before.missing(), before.altered() + 1));
    }

    /** As retention does; that somebody wrote the same into its table by hand explains nothing. */
    @Test
    void whatWasSaidToBeDestroyedCountsAsDestroyedOnlyWithItsProofInTheAudit() throws IOException {
        String consent = recorded().get(1);
        Difference before = differs("consent");

        Difference after = inATransactionThatIsTakenBack(() -> {
            jdbc.sql("SET LOCAL session_replication_role = replica").update();
            jdbc.sql("DELETE FROM consent WHERE id = ?::uuid").param(consent).update();
            jdbc.sql("INSERT INTO destroyed_fact (identity, proof) VALUES (?, 'sha256:00')")
                    .param(consent)
                    .update();
            return differs("consent");
        });

        assertThat(after.missing() - before.missing()).isEqualTo(1);
    }

    /** A withdrawn consent, a refusal, an ended measure, a case and a person: their identities. */
    private List<String> recorded() throws IOException {
        assertThat(school.put("/v1/persons/" + child, """
                        {"birthDate": "2017-03-01", "capable": true, "custody": {"type": "SOLE_PARENT",
                         "holders": ["moeder-%s"], "underInvestigation": false, "source": "brp",
                         "retrievedAt": "2026-01-01T10:00:00Z"}}""".formatted(child)).status())
                .isEqualTo(200);
        String given = school.post(
                        "/v1/consents", Samples.consent(child, Samples.today().plusMonths(3)))
                .text("id");
        assertThat(school.post(
                                "/v1/consents/" + given + "/withdrawal",
                                "{\"by\": \"%s\", \"channel\": \"TELEFOON\"}".formatted(child))
                        .status())
                .isEqualTo(200);
        String refused = school.post(
                        "/v1/consents",
                        Samples.consent(child, Samples.today().plusMonths(3)).replace("GIVEN", "REFUSED"))
                .text("id");
        String measure = school.post("/v1/measures", """
                        {"type": "OTS", "subject": "%s", "executor": "gi-oostrand", "from": "2026-01-01", "until": "2026-12-31",
                         "source": "beschikking", "retrievedAt": "2026-01-01T09:00:00+01:00"}""".formatted(child)).text("id");
        assertThat(school.post("/v1/measures/" + measure + "/ending", """
                        {"lastDay": "2026-06-01", "source": "beschikking", "retrievedAt": "2026-06-01T09:00:00+01:00"}""").status())
                .isEqualTo(200);
        String meldcode =
                school.post("/v1/meldcode-cases", """
                        {"subjects": ["%s"], "acute": true, "responsible": "karin"}""".formatted(child)).text("id");
        String person = jdbc.sql("SELECT person_id::text FROM measure WHERE id = ?::uuid")
                .param(measure)
                .query(String.class)
                .single();
        return List.of(given, refused, measure, meldcode, person);
    }

    private Difference differs(String register) {
        comparison.look();
        Map<String, Difference> last = comparison.last();
        return last.getOrDefault(register, NONE);
    }

    private Difference inATransactionThatIsTakenBack(Supplier<Difference> work) {
        return Objects.requireNonNull(
                new TransactionTemplate(node.part(PlatformTransactionManager.class)).execute(status -> {
                    status.setRollbackOnly();
                    return work.get();
                }));
    }
}
