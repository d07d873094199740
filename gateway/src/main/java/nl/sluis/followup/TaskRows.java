package nl.sluis.followup;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.sluis.household.Households;
import nl.sluis.seal.AtRest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads tasks. */
final class TaskRows {

    private static final String SELECT =
            "SELECT t.*, ARRAY(SELECT i.item FROM task_items i WHERE i.task = t.id) AS items, " + Households.STORED_KEY
                    + " AS wrapped FROM task t WHERE kind = ANY(CAST(:kinds AS text[])) AND ";

    // A newer process beside this one may have kinds that this one does not know
    private static final String[] KINDS =
            Arrays.stream(TaskKind.values()).map(Enum::name).toArray(String[]::new);

    private final JdbcClient jdbc;
    private final Households households;

    TaskRows(JdbcClient jdbc, Households households) {
        this.jdbc = jdbc;
        this.households = households;
    }

    /** Those of which a condition is true, in an order, at most so many. */
    List<Task> where(String condition, Map<String, ?> parameters, int most) {
        return jdbc.sql(SELECT + condition + " ORDER BY due NULLS LAST, opened_at, id LIMIT :most")
                .params(parameters)
                .param("kinds", KINDS)
                .param("most", most)
                .query((row, number) -> task(row))
                .list();
    }

    private Task task(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        UUID household = row.getObject("household_id", UUID.class);
        AtRest.Unlocked key = households.keyOf(household).unlockedWith(row.getBytes("wrapped"));
        return new Task(
                id,
                household,
                TaskKind.valueOf(row.getString("kind")),
                row.getObject("item", UUID.class),
                row.getObject("member_id", UUID.class),
                row.getObject("record", UUID.class),
                row.getString("owner"),
                row.getString("owner_role"),
                Objects.requireNonNull(at(row, "opened_at")),
                at(row, "due"),
                row.getInt("step"),
                text(key, label(id), row.getBytes("reason")),
                settled(row, id, key),
                List.of((UUID[]) row.getArray("items").getArray()));
    }

    private static Task.@Nullable Settled settled(ResultSet row, UUID id, AtRest.Unlocked key) throws SQLException {
        Instant at = at(row, "settled_at");
        return at == null
                ? null
                : new Task.Settled(
                        row.getString("settlement"),
                        row.getString("settled_by"),
                        at,
                        text(key, settlementLabel(id), row.getBytes("settlement_reason")));
    }

    private static @Nullable String text(AtRest.Unlocked key, String label, byte @Nullable [] stored) {
        return stored == null ? null : new String(key.decrypt(label, stored), StandardCharsets.UTF_8);
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static String label(UUID id) {
        return "task/" + id;
    }

    static String settlementLabel(UUID id) {
        return label(id) + "/settlement";
    }
}
