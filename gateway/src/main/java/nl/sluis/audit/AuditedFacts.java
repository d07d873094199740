package nl.sluis.audit;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the entries say was recorded, by the identities that they name, for whoever holds something against them. */
@Component
public final class AuditedFacts {

    /**
     * The field of an entry that excuses what is missing: a mark that this node made with its keys. The chain of the audit alone can be continued by whoever
     * writes in the database.
     */
    public static final String MARK = "mark";

    private static final int FETCHED = 1000;

    /** Who writes entries in the database may write anything in them. */
    private static final String IDENTITY = "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$";

    private final JdbcClient jdbc;

    /** Of the log of a node. */
    public AuditedFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How often each identity stands in entries of these events, in batches: all of one identity are in one batch. In a transaction, so that not all
     * of it stands in memory.
     *
     * @param field of the detail, in which the identity stands
     * @param size identities of one batch
     * @param batch takes, by identity, the times of each event
     */
    public void each(Set<String> events, String field, int size, Consumer<Map<String, Map<String, Long>>> batch) {
        Map<String, Map<String, Long>> gathered = new LinkedHashMap<>();
        jdbc.sql("""
                SELECT detail::jsonb->>:field AS identity, event, count(*) AS times FROM audit_entry
                WHERE event = ANY(:events) AND detail::jsonb->>:field ~ :identity GROUP BY 1, 2 ORDER BY 1
                """)
                .param("field", field)
                .param("identity", IDENTITY)
                .param("events", events.toArray(String[]::new))
                .withFetchSize(FETCHED)
                .query(row -> {
                    String identity = row.getString("identity");
                    if (gathered.size() == size && !gathered.containsKey(identity)) {
                        batch.accept(new LinkedHashMap<>(gathered));
                        gathered.clear();
                    }
                    gathered.computeIfAbsent(identity, each -> new HashMap<>())
                            .put(row.getString("event"), row.getLong("times"));
                });
        if (!gathered.isEmpty()) {
            batch.accept(gathered);
        }
    }

    /** Whether there is an entry of an event whose detail has this value in a field. */
    public boolean has(String event, String field, String value) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT 1 FROM audit_entry WHERE event = :event AND detail::jsonb->>:field = :value)")
                .param("event", event)
                .param("field", field)
                .param("value", value)
                .query(Boolean.class)
                .single();
    }
}
