package nl.sluis.household;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.canonical.ThreadId;
import nl.sluis.seal.AtRest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of households. */
final class MemberStore {

    /** A member that was found, and where. */
    record Found(UUID member, UUID household) {}

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

    List<Found> withBsn(byte[] fingerprint) {
        return find("""
                SELECT m.id, m.household_id FROM household_member_key k JOIN household_member m ON m.id = k.member_id
                WHERE k.fingerprint = ? ORDER BY m.created_at, m.id""", fingerprint);
    }

    /** Not those whose number is known, when the one who is sought has another number: these are two people. */
    List<Found> withName(byte[] fingerprint, boolean soughtHasBsn) {
        return find("""
                SELECT m.id, m.household_id FROM household_member_key k JOIN household_member m ON m.id = k.member_id
                WHERE k.fingerprint = ?
                """ + (soughtHasBsn ? """
                AND NOT EXISTS (SELECT 1 FROM household_member_key b WHERE b.member_id = m.id AND b.kind = 'BSN')
                """ : "") + "ORDER BY m.created_at, m.id", fingerprint);
    }

    Optional<UUID> ofThread(ThreadId thread) {
        return jdbc.sql("SELECT household_id FROM household_thread WHERE thread_id = ?")
                .param(thread.value())
                .query(UUID.class)
                .optional();
    }

    UUID addHousehold() {
        UUID id = UUID.randomUUID();
        jdbc.sql("INSERT INTO household (id) VALUES (?)").param(id).update();
        return id;
    }

    void addThread(ThreadId thread, UUID household) {
        jdbc.sql("INSERT INTO household_thread (thread_id, household_id) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .param(thread.value())
                .param(household)
                .update();
    }

    UUID addMember(UUID household, @Nullable String name) {
        UUID id = UUID.randomUUID();
        byte[] stored =
                name == null ? null : keyOf(household).encrypt(label(id), name.getBytes(StandardCharsets.UTF_8));
        jdbc.sql("INSERT INTO household_member (id, household_id, name) VALUES (?, ?, ?)")
                .param(id)
                .param(household)
                .param(stored)
                .update();
        return id;
    }

    void addKey(UUID member, String kind, byte[] fingerprint) {
        jdbc.sql("INSERT INTO household_member_key (fingerprint, member_id, kind) VALUES (?, ?, ?)"
                        + " ON CONFLICT DO NOTHING")
                .param(fingerprint)
                .param(member)
                .param(kind)
                .update();
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

    private List<Found> find(String sql, byte[] fingerprint) {
        return jdbc.sql(sql)
                .param(fingerprint)
                .query((row, n) -> new Found(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list();
    }

    AtRest.Subject keyOf(UUID household) {
        return atRest.of("household/" + household);
    }

    private static String label(UUID member) {
        return "household-member/" + member;
    }
}
