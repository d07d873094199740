package nl.sluis.household;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import nl.sluis.adapter.MessageJson;
import nl.sluis.canonical.ThreadId;
import nl.sluis.linking.Description;
import nl.sluis.seal.AtRest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The tables of households. */
final class MemberStore {

    /**
     * A member that was found, and where.
     *
     * @param description null of one who became known before descriptions were kept
     * @param fingerprints by which it was found, in hexadecimal
     * @param numbered whether its citizen service number is known
     * @param key that of its household
     */
    record Found(
            UUID member,
            UUID household,
            @Nullable Description description,
            Set<String> fingerprints,
            boolean numbered,
            AtRest.Unlocked key) {}

    /**
     * What is to be known of a household from now on.
     *
     * @param fresh whether the household is not there yet
     * @param described of members who were there, what is known of them now
     */
    record Learned(
            UUID household,
            boolean fresh,
            ThreadId thread,
            List<NewMember> members,
            List<NewDescription> described,
            List<NewKey> keys) {}

    /**
     * A member that was not there.
     *
     * @param name encrypted; null when no name was given
     * @param description encrypted
     */
    @SuppressWarnings("ArrayRecordComponent") // written and dropped
    record NewMember(UUID id, byte @Nullable [] name, byte[] description) {}

    /**
     * How a member is described from now on.
     *
     * @param description encrypted
     */
    @SuppressWarnings("ArrayRecordComponent") // written and dropped
    record NewDescription(UUID member, byte[] description) {}

    /** What a member may be found by. */
    record NewKey(UUID member, Evidence.Key key) {}

    /**
     * How many are compared with one person. More share a name only where somebody fills the node with it; who is left out becomes
     * known a second time, which joins nobody.
     */
    private static final int COMPARED = 500;

    private static final HexFormat HEX = HexFormat.of();
    private static final JsonMapper JSON = MessageJson.mapper();

    /** What the subject of a household's key begins with. */
    static final String HOUSEHOLD = "household/";

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

    /**
     * Who has one of these keys, those with the number first and then the longest known, with what is needed to judge them; in one
     * question, however many there are and whether or not there is anybody.
     */
    List<Found> having(Collection<Evidence.Key> keys) {
        return jdbc.sql("""
                        WITH sought AS (SELECT DISTINCT decode(hex, 'hex') AS fingerprint FROM unnest(CAST(:fingerprints AS text[])) AS hex),
                        hit AS (
                            SELECT member_id, fingerprint, kind = 'BSN' AS by_number
                            FROM household_member_key JOIN sought USING (fingerprint)
                            UNION ALL
                            SELECT member_id, fingerprint, false FROM household_member_trace JOIN sought USING (fingerprint)),
                        found AS (
                            SELECT member_id, bool_or(by_number) AS by_number, array_agg(DISTINCT encode(fingerprint, 'hex')) AS fingerprints
                            FROM hit GROUP BY member_id)
                        SELECT m.id, m.household_id, m.description, f.fingerprints, %s AS wrapped, EXISTS
                            (SELECT 1 FROM household_member_key b WHERE b.member_id = m.id AND b.kind = 'BSN') AS numbered
                        FROM found f JOIN household_member m ON m.id = f.member_id
                        ORDER BY f.by_number DESC, m.created_at, m.id LIMIT :most""".formatted(Households.STORED_KEY))
                .param("fingerprints", texts(keys, Evidence.Key::fingerprint))
                .param("most", COMPARED)
                .query((row, n) -> found(row))
                .list();
    }

    private Found found(ResultSet row) throws SQLException {
        UUID member = row.getObject("id", UUID.class);
        UUID household = row.getObject("household_id", UUID.class);
        AtRest.Unlocked key = keyOf(household).unlockedWith(row.getBytes("wrapped"));
        byte[] stored = row.getBytes("description");
        Description description = stored == null ? null : opened(key, member, stored);
        return new Found(
                member,
                household,
                description,
                Set.of((String[]) row.getArray("fingerprints").getArray()),
                row.getBoolean("numbered"),
                key);
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
                            INSERT INTO household_member (id, household_id, name, description)
                            SELECT m.id, :household, decode(m.name, 'hex'), decode(m.description, 'hex')
                            FROM unnest(CAST(:members AS uuid[]), CAST(:names AS text[]), CAST(:descriptions AS text[]))
                                WITH ORDINALITY AS m(id, name, description, n)
                            ORDER BY m.n),
                        described AS (
                            UPDATE household_member h SET description = decode(d.description, 'hex')
                            FROM unnest(CAST(:described AS uuid[]), CAST(:redescriptions AS text[])) AS d(id, description)
                            WHERE h.id = d.id),
                        found_by AS (
                            SELECT decode(k.fingerprint, 'hex') AS fingerprint, k.member, k.kind
                            FROM unnest(CAST(:fingerprints AS text[]), CAST(:owners AS uuid[]), CAST(:kinds AS text[]))
                                AS k(fingerprint, member, kind)),
                        traced AS (
                            INSERT INTO household_member_trace (fingerprint, member_id)
                            SELECT fingerprint, member FROM found_by WHERE kind = 'TRACE'
                            ON CONFLICT DO NOTHING)
                        INSERT INTO household_member_key (fingerprint, member_id, kind)
                        SELECT fingerprint, member, kind FROM found_by WHERE kind <> 'TRACE'
                        ON CONFLICT DO NOTHING""")
                .param("household", learned.household())
                .param("fresh", learned.fresh())
                .param("thread", learned.thread().value())
                .param("members", texts(learned.members(), member -> member.id().toString()))
                .param("names", texts(learned.members(), member -> hex(member.name())))
                .param("descriptions", texts(learned.members(), member -> HEX.formatHex(member.description())))
                .param(
                        "described",
                        texts(learned.described(), one -> one.member().toString()))
                .param("redescriptions", texts(learned.described(), one -> HEX.formatHex(one.description())))
                .param("fingerprints", texts(learned.keys(), one -> one.key().fingerprint()))
                .param("owners", texts(learned.keys(), one -> one.member().toString()))
                .param("kinds", texts(learned.keys(), one -> one.key().kind().name()))
                .update();
    }

    private static <T> @Nullable String[] texts(Collection<T> things, Function<T, @Nullable String> text) {
        return things.stream().map(text).toArray(String[]::new);
    }

    private static @Nullable String hex(byte @Nullable [] bytes) {
        return bytes == null ? null : HEX.formatHex(bytes);
    }

    /** A name as it is stored. */
    static byte @Nullable [] sealed(AtRest.Unlocked key, UUID member, @Nullable String name) {
        return name == null ? null : key.encrypt(label(member), name.getBytes(StandardCharsets.UTF_8));
    }

    /** A description as it is stored. */
    static byte[] sealed(AtRest.Unlocked key, UUID member, Description description) {
        return key.encrypt(descriptionLabel(member), JSON.writeValueAsBytes(description));
    }

    /** A description that is stored. */
    static Description opened(AtRest.Unlocked key, UUID member, byte[] stored) {
        return JSON.readValue(key.decrypt(descriptionLabel(member), stored), Description.class);
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

    /** Whether a household is there, locked until the transaction ends. */
    boolean held(UUID household, String strength) {
        return !jdbc.sql("SELECT id FROM household WHERE id = ? FOR " + strength)
                .param(household)
                .query()
                .listOfRows()
                .isEmpty();
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
        return atRest.of(HOUSEHOLD + household);
    }

    static String label(UUID member) {
        return "household-member/" + member;
    }

    static String descriptionLabel(UUID member) {
        return label(member) + "/description";
    }
}
