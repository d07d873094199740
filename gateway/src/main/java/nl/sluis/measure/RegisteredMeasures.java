package nl.sluis.measure;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.sluis.custody.AuditedRegister;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Measures and their endings, held against the audit. */
@Component
final class RegisteredMeasures implements AuditedRegister {

    private static final String RECORDED = "MEASURE_RECORDED";
    private static final String ENDED = "MEASURE_ENDED";

    private final JdbcClient jdbc;
    private final MeasureStore store;

    RegisteredMeasures(JdbcClient jdbc, MeasureStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    @Override
    public String data() {
        return "measure";
    }

    @Override
    public String table() {
        return "measure";
    }

    @Override
    public Set<String> events() {
        return Set.of(RECORDED, ENDED);
    }

    @Override
    public String field() {
        return "measure";
    }

    @Override
    public Set<String> missing(Map<String, Map<String, Long>> told) {
        Set<String> missing = new HashSet<>(told.keySet());
        jdbc.sql(
                        "SELECT m.id::text AS id, count(e.seq) AS endings FROM measure m"
                                + " LEFT JOIN measure_ending e ON e.measure_id = m.id WHERE m.id = ANY(CAST(:ids AS uuid[])) GROUP BY m.id")
                .param("ids", told.keySet().toArray(String[]::new))
                .query(row -> {
                    String id = row.getString("id");
                    if (row.getLong("endings")
                            >= told.getOrDefault(id, Map.of()).getOrDefault(ENDED, 0L)) {
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
