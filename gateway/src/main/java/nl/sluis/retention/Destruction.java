package nl.sluis.retention;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.sluis.audit.AuditLog;
import nl.sluis.audit.AuditedFacts;
import nl.sluis.seal.AtRest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Destroys one batch of one class with its proof, in the caller's transaction: both are there afterwards, or neither. */
@Component
final class Destruction {

    /** Shorter than PostgreSQL waits before it looks for a deadlock (one second): it is never the path that gives way. */
    private static final String GIVE_WAY = "SET LOCAL lock_timeout = '500ms'";

    private static final Logger LOG = LoggerFactory.getLogger(Destruction.class);

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final AtRest atRest;
    private final List<BoundFacts> bound;

    Destruction(JdbcClient jdbc, AuditLog audit, AtRest atRest, List<BoundFacts> bound) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.atRest = atRest;
        this.bound = List.copyOf(bound);
    }

    /** Whether no other process of this node destroys at this moment; holds until the transaction ends. */
    boolean claim() {
        return jdbc.sql("SELECT pg_try_advisory_xact_lock(hashtext('sluis/retention'))")
                .query(Boolean.class)
                .single();
    }

    /**
     * Destroys what is due, no more than a limit.
     *
     * @param run to which the proof belongs
     * @return how many
     */
    int batch(Perishable perishable, UUID run, RetentionSettings settings, Instant now) {
        jdbc.sql(GIVE_WAY).update();
        Instant before = settings.before(perishable.term(), now);
        List<String> due = jdbc.sql(perishable.select())
                .param("before", Timestamp.from(before))
                .param("limit", settings.batch())
                .query((row, i) -> row.getString(1))
                .list();
        List<String> identities =
                due.stream().filter(identity -> asWritten(perishable, identity)).toList();
        if (identities.size() < due.size()) {
            LOG.error(
                    "{} of {} are not as they were written and are not destroyed",
                    due.size() - identities.size(),
                    perishable.data());
        }
        if (identities.isEmpty()) {
            return 0;
        }
        String proof = hash(identities);
        for (String statement : perishable.destroy()) {
            jdbc.sql(statement)
                    .param("identities", identities.toArray(String[]::new))
                    .param("now", Timestamp.from(now))
                    .param("proof", proof)
                    .update();
        }
        audit.append(
                "retention.destroyed",
                null,
                Map.of(
                        "run",
                        run.toString(),
                        "data",
                        perishable.data(),
                        "rule",
                        perishable.rule(),
                        "term",
                        perishable.term().length(settings).toString(),
                        "before",
                        before.toString(),
                        "count",
                        Integer.toString(identities.size()),
                        "identities",
                        proof,
                        AuditedFacts.MARK,
                        atRest.mark(DestroyedFacts.SAID, proof)));
        return identities.size();
    }

    private boolean asWritten(Perishable perishable, String identity) {
        return bound.stream()
                .filter(facts -> facts.data().equals(perishable.data()))
                .allMatch(facts -> facts.bound(identity));
    }

    /** SHA-256 over the identities, sorted, each with a line end: who has the list can prove that it was this one. */
    static String hash(List<String> identities) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            identities.stream()
                    .sorted()
                    .forEach(identity -> digest.update((identity + "\n").getBytes(StandardCharsets.UTF_8)));
            return "sha256:" + HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
