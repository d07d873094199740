package nl.sluis.meldcode;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluis.audit.AuditedFacts;
import nl.sluis.custody.AuditedRegister;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Meldcode cases and their steps, held against the audit. */
@Component
final class RegisteredCases implements AuditedRegister {

    private final JdbcClient jdbc;
    private final AuditedFacts audit;
    private final MeldcodeStore store;

    RegisteredCases(JdbcClient jdbc, AuditedFacts audit, MeldcodeStore store) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.store = store;
    }

    @Override
    public String data() {
        return "meldcode";
    }

    @Override
    public String table() {
        return "meldcode_case";
    }

    @Override
    public Set<String> events() {
        return Stream.concat(
                        Stream.of(MeldcodeStore.ERASED),
                        MeldcodeStore.kinds().stream().map(kind -> "MELDCODE_" + kind))
                .collect(Collectors.toSet());
    }

    @Override
    public String field() {
        return "case";
    }

    /** Each event is an entry and a row; of a case that was erased nothing is there. */
    @Override
    public Set<String> missing(Map<String, Map<String, Long>> told) {
        Set<String> missing = new HashSet<>();
        jdbc.sql("SELECT asked.id, (SELECT count(*) FROM meldcode_event e WHERE e.case_id = asked.id::uuid) AS events"
                        + " FROM unnest(CAST(:ids AS text[])) AS asked(id)")
                .param("ids", told.keySet().toArray(String[]::new))
                .query(row -> {
                    String id = row.getString("id");
                    Map<String, Long> times = told.getOrDefault(id, Map.of());
                    long events =
                            times.values().stream().mapToLong(Long::longValue).sum();
                    boolean as = erased(id, times) ? row.getLong("events") == 0 : row.getLong("events") >= events;
                    if (!as) {
                        missing.add(id);
                    }
                });
        return missing;
    }

    private boolean erased(String id, Map<String, Long> times) {
        return times.containsKey(MeldcodeStore.ERASED)
                && audit.has(MeldcodeStore.ERASED, AuditedFacts.MARK, store.mark(id));
    }

    @Override
    public void read(UUID identity) {
        store.find(identity);
    }
}
