package nl.sluis.followup;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.sluis.audit.AuditLog;
import nl.sluis.household.Households;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Everything that must be done about households. No task is ever without an owner: its role always stands, and a person where one is known.
 * What was settled stays, as evidence. That a task is opened is no entry of the audit: what opened it is.
 */
public final class Tasks {

    /** How many open tasks of one household are read at a time. */
    static final int MOST = 1_000;

    private final JdbcClient jdbc;
    private final Households households;
    private final Supplier<Owners> owners;
    private final String role;
    private final AuditLog audit;
    private final Clock clock;
    private final TaskRows rows;
    private final TaskMoves moves;

    /**
     * Keeps tasks in the node's own database.
     *
     * @param owners asked when a task is opened, and not before: who builds on tasks may be what says who owns them
     * @param role that owns what no person does and no other role was named for
     */
    public Tasks(
            JdbcClient jdbc, Households households, Supplier<Owners> owners, String role, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.households = households;
        this.owners = owners;
        this.role = role;
        this.audit = audit;
        this.clock = clock;
        this.rows = new TaskRows(jdbc, households);
        this.moves = new TaskMoves(jdbc, households);
    }

    /**
     * Opens a task in the caller's transaction. While the same is open already, that stays as it is.
     *
     * @return the task that is open now
     * @throws IllegalStateException outside a transaction
     */
    public UUID open(UUID household, Opening opening) {
        inTransaction();
        UUID id = UUID.randomUUID();
        String reason = opening.reason();
        // One statement, whatever is there: also opened in the transaction of an arrival, which must tell its sender
        // nothing
        return jdbc.sql("""
                        INSERT INTO task (id, household_id, kind, item, member_id, record, owner, owner_role, opened_at, due, reason)
                        VALUES (:id, :household, :kind, :item, :member, :record, :owner, :role, :at, :due, :reason)
                        ON CONFLICT (household_id, kind, coalesce(item, household_id), coalesce(member_id, household_id),
                            coalesce(record, household_id)) WHERE settled_at IS NULL
                        DO UPDATE SET kind = EXCLUDED.kind RETURNING id""")
                .param("id", id)
                .param("household", household)
                .param("kind", opening.kind().name())
                .param("item", opening.item())
                .param("member", opening.member())
                .param("record", opening.record())
                .param(
                        "owner",
                        Optional.ofNullable(opening.owner())
                                .or(() -> regisseur(household, opening))
                                .orElse(null))
                .param("role", Optional.ofNullable(opening.ownerRole()).orElse(role))
                .param("at", utc(clock.instant()))
                .param("due", utc(opening.due()))
                .param("reason", sealed(household, TaskRows.label(id), reason))
                .query(UUID.class)
                .single();
    }

    /**
     * Settles an open task, with its entry in the audit.
     *
     * @param code what was decided: 1 to 60 of A-Z a-z 0-9 _ -
     * @param reason in words; encrypted; null when there is none
     * @param by who: the caller's id, never a name
     * @return whether it was open, and of this household
     */
    public boolean settle(UUID household, UUID task, String code, @Nullable String reason, String by) {
        inTransaction();
        if (!households.hold(household)) {
            return false;
        }
        int settled = jdbc.sql(
                        "UPDATE task SET settled_at = :at, settled_by = :by, settlement = :code,"
                                + " settlement_reason = :reason WHERE id = :task AND household_id = :household AND settled_at IS NULL")
                .param("at", utc(clock.instant()))
                .param("by", by)
                .param("code", code)
                .param("reason", sealed(household, TaskRows.settlementLabel(task), reason))
                .param("task", task)
                .param("household", household)
                .update();
        if (settled > 0) {
            audit.append("task.settled", null, detail(household, task, Map.of("settlement", code, "by", by)));
        }
        return settled > 0;
    }

    /** What is open and forbids closing an item: what is about it, brings it together with others, or is about the whole household. */
    public List<Task> forbidding(UUID household, UUID item) {
        return rows
                .where(
                        "household_id = :household AND settled_at IS NULL AND (item = :item OR item IS NULL AND (kind <> 'PATTERN'"
                                + " OR EXISTS (SELECT 1 FROM task_items i WHERE i.task = t.id AND i.item = :item)))",
                        Map.of("household", household, "item", item),
                        MOST)
                .stream()
                .filter(task -> task.kind().forbidsClosing())
                .toList();
    }

    /**
     * The same households in another order: those first that cannot wait, and then by the soonest term. Decrypts nothing.
     *
     * @param most how many are given
     */
    public List<UUID> urgentFirst(List<UUID> of, int most) {
        return jdbc.sql("""
                        SELECT h.id FROM unnest(CAST(:households AS uuid[])) WITH ORDINALITY AS h(id, place)
                        LEFT JOIN LATERAL (
                            SELECT bool_or(kind IN ('ACUTE', 'SAFETY_ESTIMATE') OR due < :now) AS urgent, min(due) AS due
                            FROM task WHERE household_id = h.id AND settled_at IS NULL) t ON TRUE
                        ORDER BY coalesce(t.urgent, FALSE) DESC, t.due NULLS LAST, h.place LIMIT :most""")
                .param("households", of.toArray(UUID[]::new))
                .param("now", utc(clock.instant()))
                .param("most", most)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    /** What is open of one kind about an item. */
    public Optional<Task> ofItem(UUID household, TaskKind kind, UUID item) {
        return rows
                .where(
                        "household_id = :household AND kind = :kind AND item = :item AND settled_at IS NULL",
                        Map.of("household", household, "kind", kind.name(), "item", item),
                        1)
                .stream()
                .findFirst();
    }

    /** Settles what is open of one kind about an item, if anything is; whether anything was. */
    public boolean settleItem(UUID household, TaskKind kind, UUID item, String code, String by) {
        return ofItem(household, kind, item)
                .filter(task -> settle(household, task.id(), code, null, by))
                .isPresent();
    }

    /**
     * Gives an open task to a person, with its entry in the audit.
     *
     * @return whether it was open, and of this household
     */
    public boolean assign(UUID household, UUID task, String person, String by) {
        inTransaction();
        int assigned = jdbc.sql("UPDATE task SET owner = ? WHERE id = ? AND household_id = ? AND settled_at IS NULL")
                .params(person, task, household)
                .update();
        if (assigned > 0) {
            audit.append("task.assigned", null, detail(household, task, Map.of("owner", person, "by", by)));
        }
        return assigned > 0;
    }

    /**
     * Gives a person all open tasks that nobody owns or that somebody else did: when there is another regisseur.
     *
     * @param member only those about this member, where regie is split; null for all
     * @param from who owned them so far; null for those that no person owns alone
     * @return how many
     */
    public int handOver(UUID household, @Nullable UUID member, @Nullable String from, String to) {
        inTransaction();
        int given = jdbc.sql("UPDATE task SET owner = :to WHERE household_id = :household AND settled_at IS NULL"
                        + " AND (owner IS NULL OR owner = :from)"
                        + " AND (CAST(:member AS uuid) IS NULL OR member_id = :member)")
                .param("household", household)
                .param("member", member)
                .param("from", from)
                .param("to", to)
                .update();
        if (given > 0) {
            audit.append(
                    "task.handed-over",
                    null,
                    Map.of("household", household.toString(), "owner", to, "count", Integer.toString(given)));
        }
        return given;
    }

    /** One task; empty also when it is of another household. */
    public Optional<Task> find(UUID household, UUID task) {
        return rows
                .where("household_id = :household AND id = :task", Map.of("household", household, "task", task), 1)
                .stream()
                .findFirst();
    }

    /** What is open about a household, the soonest term first, without a term last; at most a thousand. */
    public List<Task> of(UUID household) {
        return rows.where("household_id = :household AND settled_at IS NULL", Map.of("household", household), MOST);
    }

    /** All that there ever was to do about a household, also what was settled. */
    public List<Task> history(UUID household) {
        return rows.where("household_id = :household", Map.of("household", household), MOST);
    }

    /** What a person owns and is open; at most a thousand. */
    public List<Task> ofOwner(String person) {
        return open(TaskQuestion.of(person), MOST);
    }

    /** What is open and past its term; at most a thousand. */
    public List<Task> overdue(Instant now) {
        return open(TaskQuestion.overdueAt(now), MOST);
    }

    /** What is open of all households, as far as it is asked for. */
    List<Task> open(TaskQuestion question, int most) {
        Map<String, Object> parameters = new HashMap<>();
        String condition = "settled_at IS NULL";
        String owner = question.owner();
        if (owner != null) {
            condition += " AND owner = :owner";
            parameters.put("owner", owner);
        }
        Instant now = question.overdueAt();
        if (now != null) {
            condition += " AND due < :now";
            parameters.put("now", now.atOffset(ZoneOffset.UTC));
        }
        return rows.where(condition, parameters, most);
    }

    /** In the transaction in which two households become one, before the one goes: what must be done stands with the other. */
    public void move(UUID from, UUID to) {
        moves.move(from, to, clock.instant());
    }

    /** In the transaction in which two members become one. */
    public void merge(UUID member, UUID into) {
        moves.merge(member, into, clock.instant());
    }

    // Who decides on what is contested is another than who has the case
    private Optional<String> regisseur(UUID household, Opening opening) {
        return opening.kind() == TaskKind.CONTESTED
                ? Optional.empty()
                : owners.get().regisseur(household, opening.member());
    }

    private byte @Nullable [] sealed(UUID household, String label, @Nullable String text) {
        return text == null ? null : households.keyOf(household).encrypt(label, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> detail(UUID household, UUID task, Map<String, String> more) {
        Map<String, String> detail = new HashMap<>(more);
        detail.put("household", household.toString());
        detail.put("task", task.toString());
        return detail;
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static void inTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a task changes in the transaction of what changes it");
        }
    }
}
