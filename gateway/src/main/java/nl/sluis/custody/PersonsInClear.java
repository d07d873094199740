package nl.sluis.custody;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonIdentifier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Encrypts what programs of before wrote of persons in clear. At the start, before anybody is answered: who is not found would be taken
 * for somebody new, of whom no refusal is known.
 */
@Component
final class PersonsInClear implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(PersonsInClear.class);

    /** Persons of one transaction. */
    private static final int BATCH = 200;

    private final JdbcClient jdbc;
    private final PersonStore store;
    private final TransactionTemplate transactions;

    PersonsInClear(JdbcClient jdbc, PersonStore store, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.store = store;
        this.transactions = transactions;
    }

    @Override
    public void afterSingletonsInstantiated() {
        long done = 0;
        UUID last = new UUID(0, 0);
        for (List<InClear> batch = batch(last); !batch.isEmpty(); batch = batch(last)) {
            done += batch.size();
            last = batch.getLast().id().value();
        }
        if (done > 0) {
            LOG.info("persons that stood in clear and were encrypted: {}", done);
        }
    }

    /** Who does the same at this moment is waited for: nothing is left before the last of these. */
    private List<InClear> batch(UUID after) {
        return Objects.requireNonNull(transactions.execute(status -> {
            List<InClear> persons = jdbc.sql("""
                            SELECT id, birth_date FROM person p
                            WHERE id > :after AND (birth_date IS NOT NULL
                               OR EXISTS (SELECT 1 FROM person_identifier i WHERE i.person_id = p.id))
                            ORDER BY id LIMIT :most FOR NO KEY UPDATE""")
                    .param("after", after)
                    .param("most", BATCH)
                    .query((row, n) ->
                            new InClear(new PersonId(row.getObject("id", UUID.class)), row.getString("birth_date")))
                    .list();
            persons.forEach(this::encrypt);
            return persons;
        }));
    }

    private record InClear(PersonId id, @Nullable String birthDate) {}

    private void encrypt(InClear person) {
        UUID id = person.id().value();
        jdbc.sql("DELETE FROM person_identifier WHERE person_id = ? RETURNING system, value")
                .param(id)
                .query((row, n) -> new PersonIdentifier(row.getString("system"), row.getString("value")))
                .list()
                .forEach(identifier -> store.addIdentifier(person.id(), identifier));
        if (person.birthDate() != null) {
            store.completeBirthDate(person.id(), PartialDate.parse(person.birthDate()));
            jdbc.sql("UPDATE person SET birth_date = NULL WHERE id = ?")
                    .param(id)
                    .update();
        }
    }
}
