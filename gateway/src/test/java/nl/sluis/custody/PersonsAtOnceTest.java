package nl.sluis.custody;

import static nl.sluis.custody.CustodyFixture.MILA_BSN;
import static nl.sluis.custody.CustodyFixture.SANNE_BSN;
import static nl.sluis.custody.CustodyFixture.mention;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.sluis.canonical.Bsn;
import nl.sluis.canonical.CustodyType;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonDetails;
import nl.sluis.canonical.PersonRef;
import nl.sluis.testing.AtOnce;
import nl.sluis.testing.TestDatabase;
import org.junit.jupiter.api.RepeatedTest;

class PersonsAtOnceTest {

    private static final int THREADS = 8;

    private final CustodyFixture persons = new CustodyFixture(TestDatabase.migrated(), Clock.systemUTC());

    @RepeatedTest(3)
    void registersAFamilyOnceWhenManyMentionItInEveryOrder() {
        List<PersonDetails> family = List.of(
                mention("mila", "2017-03-01", "mila", "bsn:" + MILA_BSN),
                mention("sanne", "1992-05-04", "sanne", "bsn:" + SANNE_BSN),
                mention("kerem", "1990-02-11", "kerem"),
                mention("noah", "2012-01-01", "noah"));

        List<Set<PersonId>> answers = AtOnce.answers(THREADS, i -> () -> {
            List<PersonDetails> rotated = new ArrayList<>(family);
            Collections.rotate(rotated, i);
            KnownPersons known = (KnownPersons) persons.register.lookUp(rotated);
            return new HashSet<>(known.ids().values());
        });

        assertThat(answers).allMatch(ids -> ids.equals(answers.getFirst()));
        assertThat(persons.jdbc
                        .sql("SELECT count(*) FROM person")
                        .query(Long.class)
                        .single())
                .isEqualTo(4);
    }

    @RepeatedTest(3)
    void bringsMentionsTogetherThatOverlapInPart() {
        List<PersonLookup> answers = AtOnce.answers(
                THREADS,
                i -> () -> persons.register.lookUp(List.of(
                        i % 2 == 0
                                ? mention("m", "2017-03-01", "mila", "bsn:" + MILA_BSN)
                                : mention("m", "0000-00-00", "mila"))));

        Set<PersonId> ids = new HashSet<>();
        answers.forEach(answer -> ids.add(((KnownPersons) answer).ids().get(new PersonRef("m"))));
        assertThat(ids).hasSize(1);
    }

    @RepeatedTest(3)
    void statesPersonsWhoReferToEachOtherInBothDirections() {
        String[] names = {"mila", "sanne", "kerem", "noah"};

        List<PersonFile.Filing> answers = AtOnce.answers(THREADS, i -> () -> {
            PersonFile.Filing last = PersonFile.Filing.FILED;
            for (int round = 0; round < 8; round++) {
                String child = names[(i + round) % 4];
                Set<PersonReference> holders = new HashSet<>();
                holders.add(new PersonReference(names[(i + round + 1) % 4]));
                holders.add(new PersonReference(names[(i + round + 2) % 4]));
                last = persons.file.put(
                        new PersonReference(child),
                        new PersonEntry(
                                PartialDate.parse("2017-03-01"),
                                null,
                                true,
                                new PersonEntry.Authority(
                                        CustodyType.JOINT_OTHER, holders, false, "BRP", Instant.EPOCH)));
            }
            return last;
        });

        assertThat(answers).containsOnly(PersonFile.Filing.FILED);
        assertThat(persons.jdbc
                        .sql("SELECT count(*) FROM person")
                        .query(Long.class)
                        .single())
                .isEqualTo(4);
    }

    @RepeatedTest(3)
    void givesANumberToOneOfTwoPeopleWhoClaimIt() {
        List<PersonFile.Filing> answers = AtOnce.answers(THREADS, i -> () -> {
            persons.register.idOf("p" + i);
            return persons.file.put(
                    new PersonReference("p" + i),
                    new PersonEntry(PartialDate.parse("2017-03-01"), new Bsn(MILA_BSN), true, null));
        });

        assertThat(answers).containsOnly(PersonFile.Filing.FILED, PersonFile.Filing.NUMBER_OF_ANOTHER);
        assertThat(Collections.frequency(answers, PersonFile.Filing.FILED)).isEqualTo(1);
    }
}
