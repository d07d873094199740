package nl.sluis.household;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.sluis.canonical.ThreadId;
import nl.sluis.seal.AtRest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of households. */
final class MemberStore {

    /**
     * A member that was found, and where.
     *
     * @param numbered whether its citizen service number is known
     */
    record Found(UUID member, UUID household, boolean numbered) {}

    /**
     * What is to be known of a household from now on.
     *
     * @param fresh whether the household is not there yet
     */
    record Learned(UUID household, boolean fresh, ThreadId thread, List<NewMember> members, List<NewKey> keys) {}

    /**
     * A member that was not there.
     *
     * @param name encrypted; null when no name was given
     */
    @SuppressWarnings("ArrayRecordComponent") // written and dropped
    record NewMember(UUID id, byte @Nullable [] name) {}

    /** What a member may be found by. */
    @SuppressWarnings("ArrayRecordComponent") // written and dropped
    record NewKey(UUID member, String kind, byte[] fingerprint) {}

    private static final HexFormat HEX = HexFormat.of();

    private final JdbcClient jdbc;
    private final AtRest atRest;

    MemberStore(JdbcClient jdbc, AtRest atRest) {
        this.jdbc = jdbc;
        this.atRest = atRest;
    }

    /** Until the transaction ends: else two first messages about one family would make two households. */
    void lock() {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('sluis/household'))::text")
                .query(String.class)
                .list();
    }

    /** Who has one of these fingerprints, the longest known first; in one question, however many there are. */
    Map<ByteBuffer, List<Found>> with(Collection<byte[]> fingerprints) {
        Map<ByteBuffer, List<Found>> found = new HashMap<>();
        jdbc.sql("""
                        SELECT k.fingerprint, m.id, m.household_id, EXISTS
                            (SELECT 1 FROM household_member_key b WHERE b.member_id = m.id AND b.kind = 'BSN') AS numbered
                        FROM household_member_key k JOIN household_member m ON m.id = k.member_id
                        WHERE k.fingerprint = ANY(SELECT decode(hex, 'hex') FROM unnest(CAST(:fingerprints AS text[])) AS hex)
                        ORDER BY m.created_at, m.id""").param("fingerprints", texts(fingerprints, HEX::formatHex)).query(row -> {
            found.computeIfAbsent(ByteBuffer.wrap(row.getBytes("fingerprint")), key -> new ArrayList<>())
                    .add(new Found(
                            row.getObject("id", UUID.class),
                            row.getObject("household_id", UUID.class),
                            row.getBoolean("numbered")));
        });
        return found;
    }

    Optional<UUID> ofThread(ThreadId thread) {
        return jdbc.sql("SELECT household_id FROM household_thread WHERE thread_id = ?")
                .param(thread.value())
                .query(UUID.class)
                .optional();
    }

    /**
     * Writes what was learned: one statement, also when there is nothing to write, so that the work tells nobody who was known before.
     */
    void write(Learned learned) {
        jdbc.sql("""
                        WITH begun AS (
                            INSERT INTO household (id) SELECT :household WHERE :fresh),
                        spoken AS (
                            INSERT INTO household_thread (thread_id, household_id) VALUES (:thread, :household)
                            ON CONFLICT DO NOTHING),
                        joined AS (
                            INSERT INTO household_member (id, household_id, name)
                            SELECT m.id, :household, decode(m.name, 'hex')
                            FROM unnest(CAST(:members AS uuid[]), CAST(:names AS text[])) WITH ORDINALITY AS m(id, name, n)
                            ORDER BY m.n)
                        INSERT INTO household_member_key (fingerprint, member_id, kind)
                        SELECT decode(k.fingerprint, 'hex'), k.member, k.kind
                        FROM unnest(CAST(:fingerprints AS text[]), CAST(:owners AS uuid[]), CAST(:kinds AS text[]))
                            AS k(fingerprint, member, kind)
                        ON CONFLICT DO NOTHING""")
                .param("household", learned.household())
                .param("fresh", learned.fresh())
                .param("thread", learned.thread().value())
                .param("members", texts(learned.members(), member -> member.id().toString()))
                .param("names", texts(learned.members(), member -> hex(member.name())))
                .param("fingerprints", texts(learned.keys(), key -> HEX.formatHex(key.fingerprint())))
                .param("owners", texts(learned.keys(), key -> key.member().toString()))
                .param("kinds", texts(learned.keys(), NewKey::kind))
                .update();
    }

    private static <T> @Nullable String[] texts(Collection<T> things, Function<T, @Nullable String> text) {
        return things.stream().map(text).toArray(String[]::new);
    }

    private static @Nullable String hex(byte @Nullable [] bytes) {
        return bytes == null ? null : HEX.formatHex(bytes);
    }

    /** A name as it is stored. */
    static byte @Nullable [] sealed(AtRest.Subject key, UUID member, @Nullable String name) {
        return name == null ? null : key.encrypt(label(member), name.getBytes(StandardCharsets.UTF_8));
    }

    List<HouseholdMember> members(UUID household) {
        return jdbc
                .sql("SELECT id, name FROM household_member WHERE household_id = ? ORDER BY created_at, id")
                .param(household)
                .query((row, n) -> new Stored(row.getObject("id", UUID.class), row.getBytes("name")))
                .list()
                .stream()
                .map(member -> new HouseholdMember(member.id(), name(household, member)))
                .toList();
    }

    @SuppressWarnings("ArrayRecordComponent") // a row, read and dropped
    private record Stored(UUID id, byte @Nullable [] name) {}

    private @Nullable String name(UUID household, Stored member) {
        byte[] name = member.name();
        return name == null
                ? null
                : new String(keyOf(household).decrypt(label(member.id()), name), StandardCharsets.UTF_8);
    }

    boolean exists(UUID household) {
        return jdbc.sql("SELECT count(*) FROM household WHERE id = ?")
                        .param(household)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Deletes a household to which nothing refers any more; gives the number of its members. */
    int delete(UUID household) {
        jdbc.sql("DELETE FROM household_member_key WHERE member_id IN"
                        + " (SELECT id FROM household_member WHERE household_id = ?)")
                .param(household)
                .update();
        jdbc.sql("DELETE FROM household_thread WHERE household_id = ?")
                .param(household)
                .update();
        int members = jdbc.sql("DELETE FROM household_member WHERE household_id = ?")
                .param(household)
                .update();
        jdbc.sql("DELETE FROM household WHERE id = ?").param(household).update();
        return members;
    }

    AtRest.Subject keyOf(UUID household) {
        return atRest.of("household/" + household);
    }

    private static String label(UUID member) {
        return "household-member/" + member;
    }
}
