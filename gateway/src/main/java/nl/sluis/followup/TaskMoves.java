package nl.sluis.followup;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.sluis.household.Households;
import nl.sluis.seal.AtRest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of tasks when a person decided that two households, or two members, are one. */
final class TaskMoves {

    /** Of a task that the other household has too. */
    static final String JOINED = "JOINED";

    /** By whom nobody settled it. */
    static final String NODE = "node";

    private final JdbcClient jdbc;
    private final Households households;

    TaskMoves(JdbcClient jdbc, Households households) {
        this.jdbc = jdbc;
        this.households = households;
    }

    @SuppressWarnings("ArrayRecordComponent") // a row, read and dropped
    private record Stored(UUID id, byte @Nullable [] reason, byte @Nullable [] settlement) {}

    /** They stand with the other household, encrypted with its key; what both had is open once. */
    void move(UUID from, UUID to, Instant at) {
        AtRest.Subject before = households.keyOf(from);
        AtRest.Unlocked after = households.keyOf(to).unlocked();
        settleDoubles(
                "t.household_id = :from AND o.household_id = :to AND o.member_id IS NOT DISTINCT FROM t.member_id",
                Map.of("from", from, "to", to),
                at);
        for (Stored task : stored(from)) {
            jdbc.sql("UPDATE task SET household_id = ?, reason = ?, settlement_reason = ? WHERE id = ?")
                    .param(to)
                    .param(again(before, after, TaskRows.label(task.id()), task.reason()))
                    .param(again(before, after, TaskRows.settlementLabel(task.id()), task.settlement()))
                    .param(task.id())
                    .update();
        }
    }

    /** What was to be done about one member is to be done about the other. */
    void merge(UUID member, UUID into, Instant at) {
        Map<String, UUID> both = Map.of("member", member, "into", into);
        settleDoubles("t.household_id = o.household_id AND t.member_id = :member AND o.member_id = :into", both, at);
        jdbc.sql("UPDATE task SET member_id = :into WHERE member_id = :member")
                .params(both)
                .update();
    }

    private void settleDoubles(String same, Map<String, UUID> both, Instant at) {
        // What the one brought together, the other does from now on
        jdbc.sql("""
                        INSERT INTO task_items (task, item) SELECT o.id, i.item FROM task t JOIN task_items i ON i.task = t.id, task o
                        WHERE t.settled_at IS NULL AND o.settled_at IS NULL AND o.kind = t.kind
                            AND o.item IS NOT DISTINCT FROM t.item AND o.record IS NOT DISTINCT FROM t.record
                            AND %s ON CONFLICT DO NOTHING""".formatted(same)).params(both).update();
        jdbc.sql("""
                        UPDATE task t SET settled_at = :at, settled_by = '%s', settlement = '%s' FROM task o
                        WHERE t.settled_at IS NULL AND o.settled_at IS NULL AND o.kind = t.kind
                            AND o.item IS NOT DISTINCT FROM t.item AND o.record IS NOT DISTINCT FROM t.record
                            AND %s""".formatted(NODE, JOINED, same))
                .params(both)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private List<Stored> stored(UUID household) {
        return jdbc.sql("SELECT id, reason, settlement_reason FROM task WHERE household_id = ?")
                .param(household)
                .query((row, n) -> new Stored(row.getObject(1, UUID.class), row.getBytes(2), row.getBytes(3)))
                .list();
    }

    private static byte @Nullable [] again(
            AtRest.Subject before, AtRest.Unlocked after, String label, byte @Nullable [] stored) {
        return stored == null ? null : after.encrypt(label, before.decrypt(label, stored));
    }
}
