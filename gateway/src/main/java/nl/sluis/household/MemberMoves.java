package nl.sluis.household;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.sluis.linking.Description;
import nl.sluis.seal.AtRest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of members when a person decided that two households are one, or two members. */
final class MemberMoves {

    private static final List<String> FOUND_BY = List.of("household_member_key", "household_member_trace");

    private final JdbcClient jdbc;
    private final MemberStore store;
    private final RecordMoves records;

    MemberMoves(JdbcClient jdbc, MemberStore store) {
        this.jdbc = jdbc;
        this.store = store;
        this.records = new RecordMoves(jdbc, store);
    }

    /**
     * Members, conversations and who is involved; what is encrypted gets the key of the household that it goes to.
     *
     * @return who was not involved with that one before
     */
    List<String> move(UUID from, UUID to, Instant at) {
        // Nobody begins to be involved with what is about to go
        jdbc.sql("SELECT id FROM household WHERE id = ? FOR UPDATE")
                .param(from)
                .query()
                .listOfRows();
        AtRest.Subject before = store.keyOf(from);
        AtRest.Unlocked after = store.keyOf(to).unlocked();
        for (Stored member : stored("household_id", from)) {
            jdbc.sql("UPDATE household_member SET household_id = ?, name = ?, description = ? WHERE id = ?")
                    .param(to)
                    .param(again(before, after, MemberStore.label(member.id()), member.name()))
                    .param(again(before, after, MemberStore.descriptionLabel(member.id()), member.description()))
                    .param(member.id())
                    .update();
        }
        records.move(from, to);
        Map<String, UUID> both = Map.of("from", from, "to", to);
        jdbc.sql("UPDATE household_thread SET household_id = :to WHERE household_id = :from")
                .params(both)
                .update();
        return jdbc.sql("""
                        INSERT INTO involvement (household_id, person, since)
                        SELECT :to, person, :at FROM involvement WHERE household_id = :from AND until IS NULL
                        ON CONFLICT (person, household_id) WHERE until IS NULL DO NOTHING RETURNING person""")
                .params(both)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** One member of two: what the one was found by, finds the other from now on. */
    void merge(UUID member, UUID into) {
        Map<String, UUID> both = Map.of("member", member, "into", into);
        Stored one = stored("id", member).getFirst();
        Stored other = stored("id", into).getFirst();
        AtRest.Unlocked key = store.keyOf(other.household()).unlocked();
        // Described anew is the one that became known later
        Description description = described(key, other).updatedBy(described(key, one));
        byte[] name = other.name() == null && one.name() != null
                ? key.encrypt(MemberStore.label(into), key.decrypt(MemberStore.label(member), one.name()))
                : other.name();
        jdbc.sql("UPDATE household_member SET name = ?, description = ? WHERE id = ?")
                .param(name)
                .param(MemberStore.sealed(key, into, description))
                .param(into)
                .update();
        for (String table : FOUND_BY) {
            jdbc.sql("""
                            UPDATE %1$s k SET member_id = :into WHERE member_id = :member AND NOT EXISTS
                                (SELECT 1 FROM %1$s o WHERE o.member_id = :into AND o.fingerprint = k.fingerprint)""".formatted(table)).params(both).update();
            jdbc.sql("DELETE FROM " + table + " WHERE member_id = :member")
                    .params(both)
                    .update();
        }
        for (String column : List.of("member_id", "candidate_id")) {
            jdbc.sql("UPDATE household_doubt SET %1$s = :into WHERE %1$s = :member".formatted(column))
                    .params(both)
                    .update();
        }
        jdbc.sql("UPDATE household_record SET member_id = :into WHERE member_id = :member")
                .params(both)
                .update();
        jdbc.sql("DELETE FROM household_member WHERE id = :member").params(both).update();
    }

    @SuppressWarnings("ArrayRecordComponent") // a row, read and dropped
    private record Stored(UUID id, UUID household, byte @Nullable [] name, byte @Nullable [] description) {}

    private List<Stored> stored(String column, UUID value) {
        return jdbc.sql("SELECT id, household_id, name, description FROM household_member WHERE " + column + " = ?")
                .param(value)
                .query((row, n) -> new Stored(
                        row.getObject("id", UUID.class),
                        row.getObject("household_id", UUID.class),
                        row.getBytes("name"),
                        row.getBytes("description")))
                .list();
    }

    private static Description described(AtRest.Unlocked key, Stored member) {
        byte[] stored = member.description();
        return stored == null ? Description.NONE : MemberStore.opened(key, member.id(), stored);
    }

    private static byte @Nullable [] again(
            AtRest.Subject before, AtRest.Unlocked after, String label, byte @Nullable [] stored) {
        return stored == null ? null : after.encrypt(label, before.decrypt(label, stored));
    }
}
