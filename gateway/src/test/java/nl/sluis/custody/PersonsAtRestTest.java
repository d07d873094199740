package nl.sluis.custody;

import static nl.sluis.custody.CustodyFixture.MILA_BSN;
import static nl.sluis.custody.CustodyFixture.mention;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.canonical.PersonIdentifier;
import nl.sluis.canonical.PersonRef;
import nl.sluis.storage.TestDataKeys;
import nl.sluis.testing.AtOnce;
import nl.sluis.testing.SettableClock;
import nl.sluis.testing.TestDatabase;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who has the database without the node's keys does not see who is registered. */
class PersonsAtRestTest {

    private static final String BORN = "2017-03-01";
    private static final List<String> TABLES = List.of("person", "person_number", "person_identifier", "data_key");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T10:00:00Z"));
    private final String url = TestDatabase.freshUrl();
    private final DataSource database = TestDatabase.dataSource(url);
    private final JdbcClient jdbc = JdbcClient.create(database);

    @Test
    void theDatabaseAloneTellsOfNobodyWhoTheyAre() {
        migrate("latest");
        CustodyFixture persons = new CustodyFixture(database, clock);
        KnownPersons known = persons.known(mention("child", BORN, "bsn:" + MILA_BSN, "leerling-77"));

        assertThat(known.facts()).isNotEmpty();
        assertThat(stored())
                .contains(known.ids().get(new PersonRef("child")).value().toString())
                .doesNotContain(MILA_BSN, hex(MILA_BSN), BORN, hex(BORN), "leerling-77", hex("leerling-77"));
    }

    @Test
    void withoutThePersonsKeyNothingOfThemCanBeRead() {
        migrate("latest");
        CustodyFixture persons = new CustodyFixture(database, clock);
        PersonId mila = persons.register.idOf("bsn:" + MILA_BSN);
        assertThat(persons.register.citizenNumbers(Set.of(mila)))
                .containsEntry(mila, new PersonIdentifier(PersonIdentifier.BSN, MILA_BSN));

        TestDataKeys.atRest(jdbc).of("person/" + mila.value()).destroy();

        assertThatThrownBy(() -> persons.register.citizenNumbers(Set.of(mila)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining(MILA_BSN);
    }

    /** Several processes begin at the same moment. */
    @Test
    void whoStoodInClearIsFoundAsTheSamePersonAndStandsInClearNoMore() {
        migrate("26");
        UUID mila = UUID.randomUUID();
        inClear(mila, BORN, "bsn", MILA_BSN);
        inClear(mila, null, "local", "leerling-77");
        for (int i = 0; i < 450; i++) {
            inClear(UUID.randomUUID(), "2010-01-01", "local", "leerling-of-before-" + i);
        }
        migrate("latest");

        AtOnce.answers(2, i -> () -> {
            new PersonsInClear(
                            jdbc,
                            CustodyFixture.store(jdbc),
                            new TransactionTemplate(new JdbcTransactionManager(database)))
                    .afterSingletonsInstantiated();
            return i;
        });

        CustodyFixture persons = new CustodyFixture(database, clock);
        KnownPersons known = persons.known(mention("child", "0000-00-00", "bsn:" + MILA_BSN));
        assertThat(known.ids().get(new PersonRef("child"))).isEqualTo(new PersonId(mila));
        assertThat(known.facts().getFirst().birthDate()).hasToString(BORN);
        assertThat(persons.register.find("leerling-77")).contains(new PersonId(mila));
        assertThat(persons.register.find("leerling-of-before-449")).isPresent();
        assertThat(stored()).doesNotContain(MILA_BSN, BORN, "leerling-77", "leerling-of-before", "2010-01-01");
        assertThat(jdbc.sql("SELECT count(*) FROM person_number")
                        .query(Long.class)
                        .single())
                .isEqualTo(452);
    }

    /** Else it would take who is registered for somebody new, of whom no refusal is known. */
    @Test
    void aProgramOfBeforeThatStillRunsRegistersNobody() {
        migrate("latest");
        new CustodyFixture(database, clock).register.idOf("bsn:" + MILA_BSN);
        assertThatThrownBy(() -> inClear(UUID.randomUUID(), null, "bsn", MILA_BSN))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    /** As programs of before wrote it. */
    private void inClear(UUID id, @Nullable String birthDate, String system, String value) {
        jdbc.sql("INSERT INTO person (id, birth_date, registered_at) VALUES (?, ?, now()) ON CONFLICT DO NOTHING")
                .params(id, birthDate)
                .update();
        jdbc.sql("INSERT INTO person_identifier (system, value, person_id) VALUES (?, ?, ?)")
                .params(system, value, id)
                .update();
    }

    private String stored() {
        StringBuilder all = new StringBuilder();
        TABLES.forEach(table -> jdbc.sql("SELECT t::text FROM " + table + " t")
                .query(String.class)
                .list()
                .forEach(all::append));
        return all.toString();
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(url, "postgres", "postgres")
                .target(target)
                .load()
                .migrate();
    }
}
