package nl.sluis.custody;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Persons and what was stated of them, held against the audit. */
@Component
final class RegisteredPersons implements AuditedRegister {

    private static final String RECORDED = "PERSON_RECORDED";

    private final JdbcClient jdbc;
    private final PersonStore store;
    private final CustodyStore custodies;

    RegisteredPersons(JdbcClient jdbc, PersonStore store, CustodyStore custodies) {
        this.jdbc = jdbc;
        this.store = store;
        this.custodies = custodies;
    }

    @Override
    public String name() {
        return "person";
    }

    @Override
    public Set<String> events() {
        return Set.of(RECORDED);
    }

    @Override
    public String field() {
        return "person";
    }

    /** Each statement is an entry and a row. */
    @Override
    public Set<String> missing(Map<String, Map<String, Long>> told) {
        Set<String> missing = new HashSet<>(told.keySet());
        jdbc.sql("SELECT person_id::text AS id, count(*) AS statements FROM custody"
                        + " WHERE person_id = ANY(CAST(:ids AS uuid[])) GROUP BY person_id")
                .param("ids", told.keySet().toArray(String[]::new))
                .query(row -> {
                    String id = row.getString("id");
                    if (row.getLong("statements")
                            >= told.getOrDefault(id, Map.of()).getOrDefault(RECORDED, 0L)) {
                        missing.remove(id);
                    }
                });
        return missing;
    }

    @Override
    public List<UUID> after(UUID last, int most) {
        return jdbc.sql("SELECT id FROM person WHERE id > ? ORDER BY id LIMIT ?")
                .params(last, most)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    @Override
    public void read(UUID identity) {
        Set<PersonId> one = Set.of(new PersonId(identity));
        store.rows(one);
        custodies.latest(one);
        List<String> systems = jdbc.sql("SELECT DISTINCT system FROM person_number WHERE person_id = ?")
                .param(identity)
                .query((row, n) -> row.getString(1))
                .list();
        if (systems.isEmpty()) {
            throw new IllegalStateException("a person whom nobody finds");
        }
        systems.forEach(system -> store.numbers(system, one));
    }
}
