package nl.sluis.figures;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluis.canonical.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts what the database holds in clear, and keeps what was given. Each figure counts something once, in one quarter only. */
@Repository
class FiguresStore {

    // What asks for something has, or had, a task to take it up. Feedback counts once its recipient gave its word that
    // it has it
    private static final String REPORTS = """
            SELECT f.sender, extract(epoch FROM min(o.created_at) - f.arrived_at)::bigint FROM feed_item f
            LEFT JOIN outgoing o ON o.thread = f.thread_id AND o.recipient = f.sender AND o.form = 'MESSAGE' AND o.kind = 'FEEDBACK'
                AND o.accepted IS NOT NULL AND o.created_at >= f.arrived_at AND o.created_at < :until
            WHERE f.arrived_at >= :from AND f.arrived_at < :until
                AND EXISTS (SELECT 1 FROM task t WHERE t.item = f.id AND t.kind = 'TAKE_UP')
            GROUP BY f.id, f.sender, f.arrived_at""";

    private static final String HANDOVERS = """
            SELECT count(*) FROM household_record WHERE kind = 'HANDOVER' AND code = 'VEILIG_THUIS'
                AND recorded_at >= :from AND recorded_at < :until""";

    private static final String SAFETY = """
            WITH child AS (
                SELECT household_id, member_id FROM household_record WHERE kind = 'HOUSEHOLD_CHILD'
                GROUP BY household_id, member_id HAVING min(recorded_at) >= :from AND min(recorded_at) < :until),
            last AS (
                SELECT DISTINCT ON (r.household_id, r.member_id) r.household_id, r.member_id, r.kind
                FROM household_record r JOIN child c ON c.household_id = r.household_id AND c.member_id = r.member_id
                WHERE r.kind IN ('SAFETY_MADE', 'SAFETY_NOT_MADE') AND r.recorded_at < :until
                ORDER BY r.household_id, r.member_id, r.place DESC)
            SELECT count(*) FILTER (WHERE l.kind = 'SAFETY_MADE'), count(*) FILTER (WHERE l.kind = 'SAFETY_NOT_MADE'),
                count(*) FILTER (WHERE l.kind IS NULL)
            FROM child c LEFT JOIN last l ON l.household_id = c.household_id AND l.member_id = c.member_id""";

    private static final String EVALUATIONS = """
            SELECT count(*) FILTER (WHERE settled_at < :until), count(*) FILTER (WHERE settled_at IS NULL OR settled_at >= :until)
            FROM task WHERE kind = 'EVALUATION' AND due >= :from AND due < :until""";

    private static final String ESCALATIONS =
            "SELECT count(*) FROM task WHERE step > 0 AND opened_at >= :from AND opened_at < :until";

    private final JdbcClient jdbc;

    FiguresStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a quarter had. */
    Counted count(Quarter quarter) {
        Map<String, OffsetDateTime> period = Map.of(
                "from",
                quarter.from().atOffset(ZoneOffset.UTC),
                "until",
                quarter.until().atOffset(ZoneOffset.UTC));
        List<Counted.Report> reports = jdbc.sql(REPORTS)
                .params(period)
                .query((row, n) -> new Counted.Report(
                        new OrganisationId(row.getString(1)), duration(row.getObject(2, Long.class))))
                .list();
        Counted.Safety safety = jdbc.sql(SAFETY)
                .params(period)
                .query((row, n) -> new Counted.Safety(row.getInt(1), row.getInt(2), row.getInt(3)))
                .single();
        Counted.Evaluations evaluations = jdbc.sql(EVALUATIONS)
                .params(period)
                .query((row, n) -> new Counted.Evaluations(row.getInt(1), row.getInt(2)))
                .single();
        return new Counted(reports, number(HANDOVERS, period), safety, evaluations, number(ESCALATIONS, period));
    }

    /** What was given of a quarter; empty when nothing was yet. */
    Optional<String> given(Quarter quarter) {
        return jdbc.sql("SELECT content FROM figures WHERE period = ?")
                .param(quarter.toString())
                .query(String.class)
                .optional();
    }

    /** Keeps what is given, unless another did so first. */
    void keep(Quarter quarter, Instant at, String content) {
        jdbc.sql(
                        "INSERT INTO figures (period, made_at, content) VALUES (:period, :at, :content) ON CONFLICT DO NOTHING")
                .param("period", quarter.toString())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("content", content)
                .update();
    }

    private static @Nullable Duration duration(@Nullable Long seconds) {
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }

    private int number(String sql, Map<String, OffsetDateTime> period) {
        return jdbc.sql(sql).params(period).query(Integer.class).single();
    }
}
