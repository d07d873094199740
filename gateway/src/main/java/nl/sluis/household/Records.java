package nl.sluis.household;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluis.seal.AtRest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What people record about households. Entries are added and never changed; what comes in the place of an earlier one says so. The content
 * is encrypted with the key of its household, moves when the household is joined to another and goes when it is erased.
 */
@Component
public final class Records {

    private static final String SELECT =
            "SELECT id, household_id, member_id, code, supersedes, recorded_by, recorded_at, content, "
                    + Households.STORED_KEY + " AS wrapped FROM household_record ";

    // A field that a newer process writes is not known to an older one beside it: skipped, as Jackson does by default
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Households households;

    /** Keeps records in the node's own database. */
    public Records(JdbcClient jdbc, Households households) {
        this.jdbc = jdbc;
        this.households = households;
    }

    /**
     * Adds an entry in the caller's transaction.
     *
     * @param by who records it: the caller's id, never a name
     * @return its id
     * @throws IllegalStateException outside a transaction, or when there is no such household: {@link Households#hold} asks
     */
    public UUID add(UUID household, Note note, String by, Instant at) {
        if (!households.hold(household)) {
            throw new IllegalStateException("something is recorded about a household that is not there");
        }
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        INSERT INTO household_record
                            (id, household_id, kind, member_id, recorded_at, recorded_by, code, supersedes, content)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(id, household, note.kind())
                .param(note.member())
                .params(at.atOffset(ZoneOffset.UTC), by)
                .param(note.code())
                .param(note.supersedes())
                .param(households.keyOf(household).encrypt(label(id), JSON.writeValueAsBytes(note.content())))
                .update();
        return id;
    }

    /** As {@link Households#holdAlone}: for who decides by what is on record and adds to it. */
    public boolean holdAlone(UUID household) {
        return households.holdAlone(household);
    }

    /** All entries of one kind about a household, in the order in which they were added. */
    public <T> List<Entry<T>> of(UUID household, String kind, Class<T> type) {
        return jdbc.sql(SELECT + "WHERE household_id = ? AND kind = ? ORDER BY place")
                .params(household, kind)
                .query((row, number) -> entry(row, type))
                .list();
    }

    /** As {@link #of}, without those in the place of which another came. */
    public <T> List<Entry<T>> standing(UUID household, String kind, Class<T> type) {
        List<Entry<T>> all = of(household, kind, type);
        Set<UUID> replaced = all.stream()
                .flatMap(entry -> Optional.ofNullable(entry.supersedes()).stream())
                .collect(Collectors.toSet());
        return all.stream().filter(entry -> !replaced.contains(entry.id())).toList();
    }

    /** The households about which there is an entry of a kind, in the order of their ids after one; at most so many. */
    public List<UUID> households(String kind, UUID after, int most) {
        return jdbc.sql("SELECT DISTINCT household_id FROM household_record WHERE kind = ? AND household_id > ?"
                        + " ORDER BY household_id LIMIT ?")
                .params(kind, after, most)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    /** One entry; empty also when it is of another household or another kind. */
    public <T> Optional<Entry<T>> find(UUID household, UUID id, String kind, Class<T> type) {
        return jdbc.sql(SELECT + "WHERE household_id = ? AND id = ? AND kind = ?")
                .params(household, id, kind)
                .query((row, number) -> entry(row, type))
                .optional();
    }

    /** With the key of its household from the same moment: a household may be joined to another, or erased, meanwhile. */
    private <T> Entry<T> entry(ResultSet row, Class<T> type) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        UUID household = row.getObject("household_id", UUID.class);
        AtRest.Unlocked key = households.keyOf(household).unlockedWith(row.getBytes("wrapped"));
        return new Entry<>(
                id,
                household,
                row.getObject("member_id", UUID.class),
                row.getString("code"),
                row.getObject("supersedes", UUID.class),
                row.getString("recorded_by"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                JSON.readValue(key.decrypt(label(id), row.getBytes("content")), type));
    }

    static String label(UUID id) {
        return "household-record/" + id;
    }
}
