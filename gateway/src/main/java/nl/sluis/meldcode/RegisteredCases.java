package nl.sluis.meldcode;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluis.custody.AuditedRegister;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Meldcode cases and their steps, held against the audit. */
@Component
final class RegisteredCases implements AuditedRegister {

    private static final String ERASED = "MELDCODE_ERASED";

    private final JdbcClient jdbc;
    private final MeldcodeStore store;

    RegisteredCases(JdbcClient jdbc, MeldcodeStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    @Override
    public String name() {
        return "meldcode";
    }

    @Override
    public Set<String> events() {
        return Stream.concat(Stream.of(ERASED), MeldcodeStore.kinds().stream().map(kind -> "MELDCODE_" + kind))
                .collect(Collectors.toSet());
    }

    @Override
    public String field() {
        return "case";
    }

    /** Each event is an entry and a row, until the case is erased. */
    @Override
    public Set<String> missing(Map<String, Map<String, Long>> told) {
        Set<String> missing = told.entrySet().stream()
                .filter(each -> !each.getValue().containsKey(ERASED))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(HashSet::new));
        jdbc.sql("SELECT case_id::text AS id, count(*) AS events FROM meldcode_event"
                        + " WHERE case_id = ANY(CAST(:ids AS uuid[])) GROUP BY case_id")
                .param("ids", told.keySet().toArray(String[]::new))
                .query(row -> {
                    String id = row.getString("id");
                    long times = told.getOrDefault(id, Map.of()).values().stream()
                            .mapToLong(Long::longValue)
                            .sum();
                    if (row.getLong("events") >= times) {
                        missing.remove(id);
                    }
                });
        return missing;
    }

    @Override
    public List<UUID> after(UUID last, int most) {
        return jdbc.sql("SELECT id FROM meldcode_case WHERE id > ? ORDER BY id LIMIT ?")
                .params(last, most)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    @Override
    public void read(UUID identity) {
        store.find(identity);
    }
}
