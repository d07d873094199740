package nl.sluis.custody;

import static nl.sluis.custody.CustodyFixture.MILA_BSN;
import static nl.sluis.custody.CustodyFixture.SANNE_BSN;
import static nl.sluis.custody.CustodyFixture.mention;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import nl.sluis.canonical.Custody;
import nl.sluis.canonical.CustodyType;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonRef;
import nl.sluis.policy.PersonFacts;
import nl.sluis.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonRegisterTest {

    private static final DataSource DATABASE = TestDatabase.migrated();

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    private CustodyFixture persons;

    @BeforeEach
    void freshRegister() {
        persons = new CustodyFixture(CustodyFixture.emptied(DATABASE), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void findsAPersonByAnyIdentifierInCommonAndKeepsTheNewOnes() {
        PersonId first = id(persons.known(mention("p1", "2017-03-01", "mila")), "p1");
        PersonId second = id(persons.known(mention("x", "0000-00-00", "mila", "bsn:" + MILA_BSN)), "x");
        PersonId third = id(persons.known(mention("y", "0000-00-00", "bsn:" + MILA_BSN)), "y");

        assertThat(second).isEqualTo(first);
        assertThat(third).isEqualTo(first);
    }

    @Test
    void takesMentionsWithAnIdentifierInCommonForOnePersonWithEveryReference() {
        KnownPersons known = persons.known(
                mention("giver", "0000-00-00", "sanne"),
                mention("subject", "1992-05-04", "bsn:" + SANNE_BSN),
                mention("both", "0000-00-00", "sanne", "bsn:" + SANNE_BSN));

        assertThat(Set.copyOf(known.ids().values())).hasSize(1);
        assertThat(known.ids()).hasSize(3);
        assertThat(known.reference(id(known, "both"))).contains(new PersonRef("giver"));
    }

    @Test
    void takesAMentionWithoutIdentifiersForSomebodyNewEachTimeAndRegistersNobody() {
        PersonId first = id(persons.known(mention("p1", "2017-03-01")), "p1");
        PersonId second = id(persons.known(mention("p1", "2017-03-01")), "p1");

        assertThat(first).isNotEqualTo(second);
        assertThat(registered()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999999", "123456780", "000000000", "12345", "x"})
    void takesANumberThatFailsTheElevenTestForNoIdentifier(String filler) {
        PersonId first = id(persons.known(mention("p1", "0000-00-00", "bsn:" + filler)), "p1");
        PersonId second = id(persons.known(mention("p1", "0000-00-00", "bsn:" + filler)), "p1");

        assertThat(first).isNotEqualTo(second);
        assertThat(registered()).isZero();
    }

    @Test
    void saysWhichMentionHasIdentifiersOfTwoPeopleAndRecordsNothing() {
        persons.known(mention("a", "0000-00-00", "mila"), mention("b", "0000-00-00", "bsn:" + MILA_BSN));

        PersonLookup answer = persons.register.lookUp(List.of(
                mention("new", "0000-00-00", "noah"), mention("torn", "0000-00-00", "mila", "bsn:" + MILA_BSN)));

        assertThat(answer).isEqualTo(new PersonConflict(Set.of(new PersonRef("torn"))));
        assertThat(persons.register.find("noah")).isEmpty();
    }

    @Test
    void refusesASecondCitizenServiceNumberForOnePerson() {
        persons.known(mention("a", "0000-00-00", "mila", "bsn:" + MILA_BSN));

        assertThat(persons.register.lookUp(List.of(mention("m", "0000-00-00", "mila", "bsn:" + SANNE_BSN))))
                .isInstanceOf(PersonConflict.class);
        assertThat(persons.register.lookUp(List.of(mention("n", "0000-00-00", "n", "bsn:999990032", "bsn:999990044"))))
                .isInstanceOf(PersonConflict.class);
    }

    @ParameterizedTest
    @CsvSource({
        // first mention, second mention, in the second question, afterwards
        "0000-00-00, 2017-03-01, 2017-03-01, 2017-03-01",
        "2017-03-01, 0000-00-00, 2017-03-01, 2017-03-01",
        "2017-03-01, 2017-03-01, 2017-03-01, 2017-03-01",
        "2017-03-01, 2017-00-00, 2017-03-01, 2017-03-01",
        "2017-00-00, 2017-03-01, 2017-00-00, 2017-00-00",
        "2017-03-01, 2010-03-01, 0000-00-00, 2017-03-01",
        "2017-03-00, 2017-04-00, 0000-00-00, 2017-03-00",
    })
    void completesABirthDateAndDoubtsOneThatContradictsTheRegister(
            String first, String second, String decisive, String afterwards) {
        persons.known(mention("m", first, "mila"));

        assertThat(birthDate(persons.known(mention("m", second, "mila")), "m")).isEqualTo(decisive);
        assertThat(birthDate(persons.known(mention("m", "0000-00-00", "mila")), "m"))
                .isEqualTo(afterwards);
    }

    @Test
    void tellsThatABirthDateWasCompletedOnce() {
        persons.known(mention("m", "0000-00-00", "mila"));
        assertThat(persons.journal.audited()).isEmpty();

        persons.known(mention("m", "2017-03-01", "mila"));
        persons.known(mention("m", "2017-03-01", "mila"));

        assertThat(persons.journal.audited()).hasSize(1).allMatch(entry -> !entry.contains("2017"));
        assertThat(persons.journal.changed()).containsExactly(persons.register.idOf("mila"));
    }

    @Test
    void doubtsABirthDateThatOneQuestionContradictsItselfAndKeepsNeither() {
        KnownPersons known = persons.known(mention("a", "2017-03-01", "mila"), mention("b", "2010-03-01", "mila"));

        assertThat(birthDate(known, "a")).isEqualTo("0000-00-00");
        assertThat(birthDate(known, "b")).isEqualTo("0000-00-00");
        assertThat(birthDate(persons.known(mention("m", "2016-01-01", "mila")), "m"))
                .isEqualTo("2016-01-01");
    }

    @Test
    void namesTheHoldersOfAuthorityAsTheQuestionDoesElseByTheirOwnNumber() {
        file("sanne", "1992-05-04", CustodyType.NONE_ADULT);
        file("kerem", "1990-02-11", CustodyType.NONE_ADULT);
        file("mila", "2017-03-01", CustodyType.JOINT_PARENTS, "sanne", "kerem");

        KnownPersons known =
                persons.known(mention("child", "0000-00-00", "mila"), mention("mother", "0000-00-00", "sanne"));

        assertThat(facts(known, "child").custody())
                .isEqualTo(new Custody(
                        CustodyType.JOINT_PARENTS, List.of(new PersonRef("mother"), new PersonRef("kerem")), false));
        assertThat(birthDate(known, "kerem")).isEqualTo("1990-02-11");
        assertThat(known.reference(persons.register.idOf("kerem"))).contains(new PersonRef("kerem"));
    }

    @Test
    void namesAHolderOtherwiseWhenTheQuestionUsesTheNumberForSomebodyElse() {
        file("mila", "2017-03-01", CustodyType.JOINT_PARENTS, "sanne", "bsn:" + SANNE_BSN);

        KnownPersons known =
                persons.known(mention("child", "0000-00-00", "mila"), mention("sanne", "0000-00-00", "other"));

        assertThat(known.ids()).hasSize(4);
        List<PersonRef> holders = facts(known, "child").custody().holders();
        assertThat(holders).doesNotContain(new PersonRef("sanne")).doesNotHaveDuplicates();
        assertThat(holders).allMatch(ref -> ref.value().startsWith("person-"));
    }

    @Test
    void knowsNoCustodyUnlessItIsOnRecord() {
        PersonFacts facts = facts(persons.known(mention("m", "2017-03-01", "mila")), "m");

        assertThat(facts.custody()).isNull();
        assertThat(facts.capable()).isTrue();
    }

    @Test
    void findsTheSamePersonByTheReferencesOfTheApi() {
        PersonId mila = persons.register.idOf("mila");
        PersonId byNumber = persons.register.idOf("bsn:" + SANNE_BSN);

        assertThat(persons.register.idOf("mila")).isEqualTo(mila);
        assertThat(persons.register.find("bsn:" + SANNE_BSN)).contains(byNumber);
        assertThat(persons.register.find("nobody")).isEmpty();
        assertThat(persons.register.find("bsn:999999999")).isEmpty();
        assertThat(persons.register.find(" ")).isEmpty();
        assertThatThrownBy(() -> persons.register.idOf("bsn:999999999")).isInstanceOf(IllegalArgumentException.class);
    }

    private void file(String ref, String birthDate, CustodyType type, String... holders) {
        Set<PersonReference> references = new LinkedHashSet<>();
        for (String holder : holders) {
            references.add(new PersonReference(holder));
        }
        assertThat(persons.file.put(
                        new PersonReference(ref),
                        new PersonEntry(
                                PartialDate.parse(birthDate),
                                null,
                                true,
                                new PersonEntry.Authority(type, references, false, "BRP", NOW))))
                .isEqualTo(PersonFile.Filing.FILED);
    }

    private long registered() {
        return persons.jdbc.sql("SELECT count(*) FROM person").query(Long.class).single();
    }

    private static PersonId id(KnownPersons known, String ref) {
        return known.ids().get(new PersonRef(ref));
    }

    private static PersonFacts facts(KnownPersons known, String ref) {
        return known.facts().stream()
                .filter(f -> f.ref().equals(new PersonRef(ref)))
                .findFirst()
                .orElseThrow();
    }

    private static String birthDate(KnownPersons known, String ref) {
        return facts(known, ref).birthDate().toString();
    }
}
