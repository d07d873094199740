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
import nl.sluis.canonical.CustodyType;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonIdentifier;
import nl.sluis.canonical.PersonRef;
import nl.sluis.storage.TestDataKeys;
import nl.sluis.testing.SettableClock;
import nl.sluis.testing.TestDatabase;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who has the database without the node's keys does not see who is registered. */
class PersonsAtRestTest {

    private static final String BORN = "2017-03-01";
    private static final List<String> TABLES =
            List.of("person", "person_number", "custody", "person_identifier", "data_key");

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

    /** Else the refusals about one child would be looked for with another. */
    @Test
    void aNumberThatWasGivenToAnotherPersonInTheDatabaseFindsNobody() {
        migrate("latest");
        CustodyFixture persons = new CustodyFixture(database, clock);
        persons.register.idOf("bsn:" + MILA_BSN);
        PersonId other = persons.register.idOf("leerling-77");

        jdbc.sql("UPDATE person_number SET person_id = ? WHERE system = 'bsn'")
                .param(other.value())
                .update();

        assertThatThrownBy(() -> persons.register.find("bsn:" + MILA_BSN))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining(MILA_BSN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE custody SET content = NULL",
                "UPDATE custody SET recorded_at = recorded_at + interval '1 day'",
                "UPDATE custody c SET content = (SELECT o.content FROM custody o WHERE o.person_id <> c.person_id)",
                "UPDATE custody c SET person_id = (SELECT o.person_id FROM custody o WHERE o.person_id <> c.person_id)",
                "INSERT INTO custody (person_id, under_investigation, recorded_at, content)"
                        + " SELECT person_id, false, recorded_at, content FROM custody"
            })
    void custodyThatWasChangedInTheDatabaseIsNotBelieved(String change) {
        migrate("latest");
        CustodyFixture persons = new CustodyFixture(database, clock);
        put(persons, "mila", false);
        put(persons, "noor", true);
        assertThat(persons.known(mention("child", "0000-00-00", "mila"))
                        .facts()
                        .getFirst()
                        .capable())
                .isFalse();
        assertThat(stored()).doesNotContain("SOLE_PARENT", "brp", hex("brp"));

        jdbc.sql("ALTER TABLE custody DROP CONSTRAINT custody_bound").update();
        assertThat(jdbc.sql(change).update()).isPositive();

        assertThatThrownBy(() -> persons.known(mention("child", "0000-00-00", "mila")))
                .isInstanceOf(IllegalStateException.class);
    }

    private static void put(CustodyFixture persons, String child, boolean capable) {
        assertThat(persons.file.put(
                        new PersonReference(child),
                        new PersonEntry(
                                PartialDate.parse(BORN),
                                null,
                                capable,
                                new PersonEntry.Authority(
                                        CustodyType.SOLE_PARENT,
                                        Set.of(new PersonReference("sanne-of-" + child)),
                                        false,
                                        "brp",
                                        Instant.parse("2026-11-20T10:00:00Z")))))
                .isEqualTo(PersonFile.Filing.FILED);
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
