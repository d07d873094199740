package nl.sluis.custody;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonDetails;
import nl.sluis.canonical.PersonIdentifier;
import nl.sluis.canonical.PersonRef;
import nl.sluis.storage.TestDataKeys;
import nl.sluis.testing.Journal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The person register on a real database. */
public final class CustodyFixture {

    public static final String MILA_BSN = "999990019";
    public static final String SANNE_BSN = "999990020";

    public final JdbcClient jdbc;
    public final TransactionTemplate transactions;
    public final Journal journal = new Journal();

    /** What was read, apart from what was recorded. */
    public final Journal reads = new Journal();

    private final Clock clock;
    public final FactLog facts = new FactLog(journal, journal);
    public final PersonRegister register;
    public final StatedCustody stated;
    final PersonFile file;
    final PersonApi api;

    public CustodyFixture(DataSource database, Clock clock) {
        this.clock = clock;
        jdbc = JdbcClient.create(database);
        transactions = new TransactionTemplate(new JdbcTransactionManager(database));
        PersonStore store = store(jdbc);
        CustodyStore custodies = new CustodyStore(jdbc, TestDataKeys.atRest(jdbc));
        register = new PersonRegister(
                store, new Enrolment(store, clock, facts), new Question(store, custodies), transactions);
        stated = new StatedCustody(store, custodies, register, clock, facts, transactions);
        file = new PersonFile(store, custodies, register, clock, facts, transactions);
        api = new PersonApi(file, clock, reads);
    }

    /** The table of persons, with a storage key of nobody. */
    static PersonStore store(JdbcClient jdbc) {
        return new PersonStore(jdbc, new PersonSeal(TestDataKeys.atRest(jdbc)));
    }

    /** The same database without a row; cheaper than a fresh one. */
    public static DataSource emptied(DataSource database) {
        JdbcClient.create(database)
                .sql("TRUNCATE person, consent, consent_document, meldcode_case CASCADE")
                .update();
        return database;
    }

    /** The known persons of mentions that do not contradict. */
    public KnownPersons known(PersonDetails... mentioned) {
        return (KnownPersons) register.lookUp(List.of(mentioned));
    }

    /** A mention; an identifier without a colon is the organisation's own. */
    public static PersonDetails mention(String ref, String birthDate, String... identifiers) {
        Set<PersonIdentifier> numbers = Set.copyOf(Arrays.stream(identifiers)
                .map(text -> text.startsWith("bsn:")
                        ? new PersonIdentifier(PersonIdentifier.BSN, text.substring(4))
                        : new PersonIdentifier(PersonIdentifier.LOCAL, text))
                .toList());
        return new PersonDetails(new PersonRef(ref), HouseholdRole.OTHER, numbers, PartialDate.parse(birthDate));
    }

    /** Erasing, with what is in the way of it. */
    PersonErasure erasure(PersonClaim... claims) {
        return new PersonErasure(
                store(jdbc),
                new CustodyStore(jdbc, TestDataKeys.atRest(jdbc)),
                List.of(claims),
                facts,
                clock,
                transactions);
    }

    /** The controller, for tests of HTTP. */
    public Object controller() {
        return api;
    }
}
