package nl.sluis.consent;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.sluis.custody.AuditedRegister;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Consents, refusals and withdrawals, held against the audit. */
@Component
final class RegisteredConsents implements AuditedRegister {

    private static final String RECORDED = "CONSENT_RECORDED";
    private static final String WITHDRAWN = "CONSENT_WITHDRAWN";

    private final JdbcClient jdbc;
    private final ConsentStore store;

    RegisteredConsents(JdbcClient jdbc, ConsentStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    @Override
    public String data() {
        return "consent";
    }

    @Override
    public String table() {
        return "consent";
    }

    @Override
    public Set<String> events() {
        return Set.of(RECORDED, WITHDRAWN);
    }

    @Override
    public String field() {
        return "consent";
    }

    @Override
    public Set<String> missing(Map<String, Map<String, Long>> told) {
        Set<String> missing = new HashSet<>(told.keySet());
        jdbc.sql(
                        "SELECT c.id::text AS id, w.consent_id IS NOT NULL AS withdrawn FROM consent c"
                                + " LEFT JOIN consent_withdrawal w ON w.consent_id = c.id WHERE c.id = ANY(CAST(:ids AS uuid[]))")
                .param("ids", told.keySet().toArray(String[]::new))
                .query(row -> {
                    String id = row.getString("id");
                    if (row.getBoolean("withdrawn")
                            || !told.getOrDefault(id, Map.of()).containsKey(WITHDRAWN)) {
                        missing.remove(id);
                    }
                });
        return missing;
    }

    @Override
    public void read(UUID identity) {
        store.find(identity);
    }
}
