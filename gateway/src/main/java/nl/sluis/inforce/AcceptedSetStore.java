package nl.sluis.inforce;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.sluis.policyset.Manifest;
import nl.sluis.policyset.PolicySet;
import nl.sluis.policyset.SignerRole;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The sets that this node accepted, with all that was signed: they stay loadable, and no set is accepted twice. */
@Component
final class AcceptedSetStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    AcceptedSetStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A row. */
    record Accepted(String hash, LocalDate validFrom, PolicySet set) {}

    @SuppressWarnings("ArrayRecordComponent") // written to a row and dropped
    private record Content(Map<String, byte[]> rules, byte[] manifest, Map<String, byte[]> signatures) {}

    List<Accepted> all() {
        return jdbc.sql("SELECT hash, valid_from, content FROM accepted_policy_set ORDER BY n")
                .query((row, i) ->
                        new Accepted(row.getString(1), row.getObject(2, LocalDate.class), read(row.getString(3))))
                .list();
    }

    /** The identities alone, in order. */
    List<String> hashes() {
        return jdbc.sql("SELECT hash FROM accepted_policy_set ORDER BY n")
                .query((row, i) -> row.getString(1))
                .list();
    }

    /** Keeps every other process of this node from accepting until the transaction ends. */
    void lock() {
        jdbc.sql("LOCK TABLE accepted_policy_set IN SHARE ROW EXCLUSIVE MODE").update();
    }

    void insert(Manifest manifest, PolicySet set, Instant at) {
        jdbc.sql("INSERT INTO accepted_policy_set (hash, valid_from, content, accepted_at) VALUES (?, ?, ?, ?)")
                .params(manifest.hash(), manifest.validFrom(), write(set), Timestamp.from(at))
                .update();
    }

    private static String write(PolicySet set) {
        byte[] manifest = set.manifest();
        Map<String, byte[]> signatures = new HashMap<>();
        set.signatures().forEach((role, bytes) -> signatures.put(role.name(), bytes));
        return JSON.writeValueAsString(new Content(set.rules(), manifest == null ? new byte[0] : manifest, signatures));
    }

    private static PolicySet read(String content) {
        Content read = JSON.readValue(content, Content.class);
        Map<SignerRole, byte[]> signatures = new EnumMap<>(SignerRole.class);
        read.signatures().forEach((role, bytes) -> signatures.put(SignerRole.valueOf(role), bytes));
        return new PolicySet(read.rules(), read.manifest(), signatures);
    }
}
