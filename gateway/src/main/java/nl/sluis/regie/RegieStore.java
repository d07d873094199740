package nl.sluis.regie;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps who has regie. */
@Component
class RegieStore {

    private static final String SAME = " AND member_id IS NOT DISTINCT FROM CAST(:member AS uuid) ";

    /** Who does the work of the regisseur today and is involved, with what lasts of a household. */
    private static final String AT_WORK = """
            FROM regie r
            CROSS JOIN LATERAL (SELECT CASE WHEN r.absent_until >= :today THEN r.second ELSE r.professional END AS person) w
            JOIN involvement i ON i.household_id = r.household_id AND i.person = w.person AND i.until IS NULL
            WHERE r.household_id = :household AND r.until IS NULL
            """;

    private final JdbcClient jdbc;

    RegieStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What lasts and what ended, the oldest first. */
    List<Regie> of(UUID household) {
        return jdbc.sql("SELECT * FROM regie WHERE household_id = ? ORDER BY since, id")
                .param(household)
                .query((row, n) -> regie(row))
                .list();
    }

    /** What lasts over a member, or over the household; nobody else changes it until the transaction ends. */
    Optional<Regie> locked(UUID household, @Nullable UUID member) {
        return jdbc.sql("SELECT * FROM regie WHERE household_id = :household AND until IS NULL" + SAME + "FOR UPDATE")
                .param("household", household)
                .param("member", member)
                .query((row, n) -> regie(row))
                .optional();
    }

    /** Begins. False when somebody else began at the same moment. */
    boolean begin(UUID household, Regie one) {
        return jdbc.sql("""
                        INSERT INTO regie (id, household_id, member_id, holder, professional, second, absent_until, outside, since)
                        VALUES (:id, :household, :member, :holder, :professional, :second, :absent, :outside, :since)
                        ON CONFLICT (household_id, coalesce(member_id, household_id)) WHERE until IS NULL DO NOTHING""")
                        .param("id", one.id())
                        .param("household", household)
                        .param("member", one.member())
                        .param("holder", one.holder().name())
                        .param("professional", one.professional())
                        .param("second", one.second())
                        .param("absent", one.absentUntil())
                        .param("outside", one.outside())
                        .param("since", utc(one.since()))
                        .update()
                > 0;
    }

    void end(UUID regie, Instant at) {
        jdbc.sql("UPDATE regie SET until = ? WHERE id = ? AND until IS NULL")
                .params(utc(at), regie)
                .update();
    }

    /** Who does the work of the regisseur today, if they are involved; of a member without a regisseur that of the household. */
    Optional<String> working(UUID household, @Nullable UUID member, LocalDate today) {
        return jdbc.sql("SELECT w.person " + AT_WORK + """
                            AND (r.member_id IS NULL OR r.member_id = CAST(:member AS uuid))
                        ORDER BY r.member_id NULLS LAST LIMIT 1""")
                .param("today", today)
                .param("household", household)
                .param("member", member)
                .query((row, n) -> row.getString(1))
                .optional();
    }

    /** Who does the work of the regisseur today, of those who are involved: over the household, or where nobody has that over its members. */
    Set<String> acting(UUID household, LocalDate today) {
        return Set.copyOf(jdbc.sql("SELECT DISTINCT w.person " + AT_WORK + """
                             AND (r.member_id IS NULL OR NOT EXISTS
                            (SELECT 1 FROM regie h WHERE h.household_id = :household AND h.member_id IS NULL AND h.until IS NULL))""")
                .param("today", today)
                .param("household", household)
                .query((row, n) -> row.getString(1))
                .list());
    }

    /** Whom nobody answered for yet, the oldest first. */
    List<Transfer> asked(UUID household) {
        return jdbc.sql(
                        "SELECT * FROM regie_transfer WHERE household_id = ? AND answered_at IS NULL ORDER BY asked_at, id")
                .param(household)
                .query((row, n) -> new Transfer(
                        row.getObject("id", UUID.class),
                        row.getObject("member_id", UUID.class),
                        row.getObject("regie", UUID.class),
                        row.getString("asked"),
                        Objects.requireNonNull(at(row, "asked_at")),
                        row.getObject("task", UUID.class)))
                .list();
    }

    void ask(UUID household, Transfer transfer, String by) {
        jdbc.sql("INSERT INTO regie_transfer (id, household_id, member_id, regie, asked, asked_at, asked_by, task)"
                        + " VALUES (:id, :household, :member, :regie, :asked, :at, :by, :task)")
                .param("id", transfer.id())
                .param("household", household)
                .param("member", transfer.member())
                .param("regie", transfer.regie())
                .param("asked", transfer.asked())
                .param("at", utc(transfer.at()))
                .param("by", by)
                .param("task", transfer.task())
                .update();
    }

    /** Whether it was open. */
    boolean answer(UUID transfer, boolean accepted, Instant at) {
        return jdbc.sql("UPDATE regie_transfer SET answered_at = ?, accepted = ? WHERE id = ? AND answered_at IS NULL")
                        .params(utc(at), accepted, transfer)
                        .update()
                > 0;
    }

    /** All of a household stands with another, where what it had ends if the other has one. */
    void move(UUID from, UUID to, Instant at) {
        jdbc.sql(
                        "UPDATE regie SET until = :at WHERE household_id = :from AND member_id IS NULL AND until IS NULL AND EXISTS"
                                + " (SELECT 1 FROM regie o WHERE o.household_id = :to AND o.member_id IS NULL AND o.until IS NULL)")
                .param("at", utc(at))
                .param("from", from)
                .param("to", to)
                .update();
        for (String table : List.of("regie", "regie_transfer")) {
            jdbc.sql("UPDATE " + table + " SET household_id = ? WHERE household_id = ?")
                    .params(to, from)
                    .update();
        }
    }

    /** What was over one member is over the other, where it ends if the other has one. */
    void merge(UUID member, UUID into, Instant at) {
        jdbc.sql("UPDATE regie SET until = :at WHERE member_id = :member AND until IS NULL AND EXISTS"
                        + " (SELECT 1 FROM regie o WHERE o.member_id = :into AND o.until IS NULL)")
                .param("at", utc(at))
                .param("member", member)
                .param("into", into)
                .update();
        for (String table : List.of("regie", "regie_transfer")) {
            jdbc.sql("UPDATE " + table + " SET member_id = ? WHERE member_id = ?")
                    .params(into, member)
                    .update();
        }
    }

    private static Regie regie(ResultSet row) throws SQLException {
        return new Regie(
                row.getObject("id", UUID.class),
                row.getObject("member_id", UUID.class),
                Regie.Holder.valueOf(row.getString("holder")),
                row.getString("professional"),
                row.getString("second"),
                row.getObject("absent_until", LocalDate.class),
                row.getObject("outside", UUID.class),
                Objects.requireNonNull(at(row, "since")),
                at(row, "until"));
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
