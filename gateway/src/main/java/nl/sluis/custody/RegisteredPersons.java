package nl.sluis.custody;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.sluis.audit.AuditedFacts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Persons and what was stated of them, held against the audit. */
@Component
final class RegisteredPersons implements AuditedRegister {

    private static final String RECORDED = "PERSON_RECORDED";
    static final String ERASED = "PERSON_ERASED";

    private final JdbcClient jdbc;
    private final AuditedFacts audit;
    private final PersonStore store;
    private final CustodyStore custodies;

    RegisteredPersons(JdbcClient jdbc, AuditedFacts audit, PersonStore store, CustodyStore custodies) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.store = store;
        this.custodies = custodies;
    }

    @Override
    public String data() {
        return "person";
    }

    @Override
    public String table() {
        return "person";
    }

    @Override
    public Set<String> events() {
        return Set.of(RECORDED, ERASED);
    }

    @Override
    public String field() {
        return "person";
    }

    /** Each statement is an entry and a row, and who was stated is found by a number; of who was erased nothing is there. */
    @Override
    public Set<String> missing(Map<String, Map<String, Long>> told) {
        Set<String> missing = new HashSet<>();
        jdbc.sql("SELECT asked.id, (SELECT count(*) FROM custody c WHERE c.person_id = asked.id::uuid) AS statements,"
                        + " EXISTS (SELECT 1 FROM person_number n WHERE n.person_id = asked.id::uuid) AS found"
                        + " FROM unnest(CAST(:ids AS text[])) AS asked(id)")
                .param("ids", told.keySet().toArray(String[]::new))
                .query(row -> {
                    String id = row.getString("id");
                    Map<String, Long> times = told.getOrDefault(id, Map.of());
                    boolean as = erased(id, times)
                            ? row.getLong("statements") == 0 && !row.getBoolean("found")
                            : row.getLong("statements") >= times.getOrDefault(RECORDED, 0L) && row.getBoolean("found");
                    if (!as) {
                        missing.add(id);
                    }
                });
        return missing;
    }

    private boolean erased(String id, Map<String, Long> times) {
        return times.containsKey(ERASED) && erased(new PersonId(UUID.fromString(id)));
    }

    private boolean erased(PersonId id) {
        return audit.has(ERASED, AuditedFacts.MARK, store.mark(id));
    }

    @Override
    public void read(UUID identity) {
        Set<PersonId> one = Set.of(new PersonId(identity));
        store.rows(one);
        custodies.readAll(new PersonId(identity));
        List<String> systems = jdbc.sql("SELECT DISTINCT system FROM person_number WHERE person_id = ?")
                .param(identity)
                .query((row, n) -> row.getString(1))
                .list();
        if (systems.isEmpty() && !erased(new PersonId(identity))) {
            throw new IllegalStateException("a person whom nobody finds");
        }
        systems.forEach(system -> store.numbers(system, one));
    }
}
