package nl.sluis.retention;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.sluis.audit.AuditedFacts;
import nl.sluis.seal.AtRest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which facts retention has destroyed. Their identities stand in a table; that they were destroyed counts only when the audit has the hash of the
 * whole batch, so that nobody hides by it what they took away themselves.
 */
@Component
public final class DestroyedFacts {

    /** Goes before the statements of a {@link Perishable} whose facts the audit has by identity. */
    public static final String REMEMBER =
            "INSERT INTO destroyed_fact (identity, proof) SELECT unnest(:identities), :proof ON CONFLICT DO NOTHING";

    static final String SAID = "destroyed";

    private final JdbcClient jdbc;
    private final AuditedFacts audit;
    private final AtRest atRest;

    DestroyedFacts(JdbcClient jdbc, AuditedFacts audit, AtRest atRest) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.atRest = atRest;
    }

    /** Those of these that were destroyed, as the audit proves. */
    public Set<String> among(Collection<String> identities) {
        if (identities.isEmpty()) {
            return Set.of();
        }
        List<String> proofs = jdbc.sql("SELECT DISTINCT proof FROM destroyed_fact WHERE identity = ANY(:identities)")
                .param("identities", identities.toArray(String[]::new))
                .query((row, n) -> row.getString(1))
                .list();
        Set<String> destroyed = new HashSet<>();
        for (String proof : proofs) {
            List<String> batch = jdbc.sql("SELECT identity FROM destroyed_fact WHERE proof = ?")
                    .param(proof)
                    .query((row, n) -> row.getString(1))
                    .list();
            if (Destruction.hash(batch).equals(proof)
                    && audit.has("retention.destroyed", AuditedFacts.MARK, atRest.mark(SAID, proof))) {
                destroyed.addAll(batch);
            }
        }
        destroyed.retainAll(Set.copyOf(identities));
        return destroyed;
    }
}
