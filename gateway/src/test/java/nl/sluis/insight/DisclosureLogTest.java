package nl.sluis.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.canonical.AssertionType;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.Section;
import nl.sluis.canonical.SectionId;
import nl.sluis.retention.TestRetention;
import nl.sluis.testing.Family;
import nl.sluis.testing.Journal;
import nl.sluis.testing.SettableClock;
import nl.sluis.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept of what went, for each person apart, and what each is shown of it. */
class DisclosureLogTest {

    private static final PersonRef MOTHER = new PersonRef("moeder");
    private static final PersonRef FATHER = new PersonRef("vader");

    private final DataSource database = TestDatabase.migrated();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final SettableClock clock = new SettableClock(Instant.now());
    private final DisclosureLog log = new DisclosureLog(jdbc, clock);
    private final Disclosures disclosures = new Disclosures(jdbc);
    private final UUID mother = UUID.randomUUID();
    private final UUID father = UUID.randomUUID();
    private final Map<PersonRef, UUID> persons = Map.of(MOTHER, mother, FATHER, father);

    @Test
    void ofAMessageAboutBothParentsEachSeesTheSortsOfTheirOwnSectionsAndNothingThatWasWithheld() {
        Message message = about(LegalBasis.CONSENT);
        SectionId opinion = last(message).id();
        log.goes(message, Set.of(opinion), persons, false);
        arrived(message, "SENT");
        assertThat(categories(mother)).containsExactly(List.of("IDENTITY", "OBSERVATION"));
        assertThat(categories(father)).containsExactly(List.of("IDENTITY"));
        assertThat(categories(UUID.randomUUID())).isEmpty();
    }

    @Test
    void whoHasNothingLeftInTheMessageSeesNothingOfIt() {
        Message message = about(LegalBasis.CONSENT);
        Set<SectionId> ofFather = Set.copyOf(message.sections().stream()
                .filter(section -> section.subject().equals(FATHER))
                .map(Section::id)
                .toList());
        log.goes(message, ofFather, persons, false);
        arrived(message, "DELIVERED");
        assertThat(categories(mother)).hasSize(1);
        assertThat(categories(father)).isEmpty();
    }

    /** A basis is known to the person only when it says so itself. */
    @ParameterizedTest
    @EnumSource(LegalBasis.class)
    void isShownWhenThePersonKnowsOfItByItsBasisAndNeverWhenTheProfessionalHidIt(LegalBasis basis) {
        Message shown = about(basis);
        log.goes(shown, Set.of(), persons, false);
        arrived(shown, "SENT");
        boolean known = basis == LegalBasis.CONSENT || basis == LegalBasis.FAMILY_PRESENT;
        assertThat(categories(mother)).hasSize(known ? 1 : 0);

        Message hidden = about(basis);
        log.goes(hidden, Set.of(), persons, true);
        arrived(hidden, "SENT");
        assertThat(categories(mother)).hasSize(known ? 1 : 0);
    }

    /** The answer to one of them may be lost: which came is not known. */
    @Test
    void ofSeveralAttemptsEachSortIsKeptThatOneOfThemCarriedAndShieldedWhenOneOfThemWas() {
        Message message = about(LegalBasis.CONSENT);
        log.goes(message, Set.of(), persons, false);
        log.goes(message, Set.of(last(message).id()), persons, false);
        arrived(message, "SENT");
        assertThat(categories(father)).containsExactly(List.of("IDENTITY", "OPINION"));

        log.goes(message, Set.of(), persons, true);
        log.goes(message, Set.of(), persons, false);
        assertThat(categories(father)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Ending.class)
    void isShownOnceItArrivedAndOnlyThen(Ending ending) {
        Message message = about(LegalBasis.CONSENT);
        log.goes(message, Set.of(), persons, false);
        assertThat(categories(mother)).isEmpty();
        arrived(message, ending.state);
        assertThat(categories(mother)).hasSize(ending.shown ? 1 : 0);
    }

    @Test
    void whatNeverArrivedIsForgottenAfterTheTermOfWhatWaitsAndTheRestWithItsProof() {
        Message stopped = about(LegalBasis.CONSENT);
        Message arrived = about(LegalBasis.CONSENT);
        log.goes(stopped, Set.of(), persons, false);
        log.goes(arrived, Set.of(), persons, false);
        arrived(stopped, "WITHDRAWN");
        arrived(arrived, "SENT");
        TestRetention retention = new TestRetention(database, new Journal(), clock, 500, new DisclosurePerishables());
        clock.advance(Duration.ofDays(89));
        retention.look();
        assertThat(kept()).isEqualTo(4);
        clock.advance(Duration.ofDays(3));
        retention.look();
        assertThat(kept()).isEqualTo(2);
        assertThat(categories(mother)).hasSize(1);
        clock.advance(Duration.ofDays(5 * 366));
        retention.look();
        assertThat(kept()).isZero();
    }

    private enum Ending {
        SENT("SENT", true),
        DELIVERED("DELIVERED", true),
        QUEUED("QUEUED", false),
        WITHDRAWN("WITHDRAWN", false),
        FAILED("FAILED", false);

        private final String state;
        private final boolean shown;

        Ending(String state, boolean shown) {
            this.state = state;
            this.shown = shown;
        }
    }

    private static Section last(Message message) {
        return message.sections().getLast();
    }

    private static Message about(LegalBasis basis) {
        return Family.message()
                .on(basis)
                .person("moeder", HouseholdRole.PARENT)
                .person("vader", HouseholdRole.PARENT)
                .named("moeder", "Sanne", "Kerkuil", "1985-01-02")
                .named("vader", "Kerem", "Steenuil", "1984-01-02")
                .said("moeder", AssertionType.OBSERVED, "Is moe.")
                .said("vader", AssertionType.PROFESSIONAL_OPINION, "Lijkt boos.")
                .build();
    }

    private List<List<String>> categories(UUID person) {
        return disclosures.about(person, Disclosures.Place.START, 10).stream()
                .map(Disclosures.Disclosure::categories)
                .toList();
    }

    private void arrived(Message message, String state) {
        jdbc.sql("INSERT INTO outgoing (sender, id, thread, form, kind, recipient, state, answer, created_at) VALUES"
                        + " (?, ?, ?, 'MESSAGE', 'SIGNAL', 'wijkteam', ?, '', now())")
                .params(
                        message.sender().value(),
                        message.id().value(),
                        message.thread().value(),
                        state)
                .update();
    }

    private int kept() {
        return jdbc.sql("SELECT count(*) FROM disclosure").query(Integer.class).single();
    }
}
