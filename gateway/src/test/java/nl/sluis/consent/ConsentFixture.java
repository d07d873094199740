package nl.sluis.consent;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import nl.sluis.adapter.ConsentStatement;
import nl.sluis.adapter.PartnerAdapter;
import nl.sluis.adapter.RecipientScope;
import nl.sluis.canonical.Capacity;
import nl.sluis.canonical.ConsentDecision;
import nl.sluis.canonical.ConsentRecord;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.canonical.PersonDetails;
import nl.sluis.canonical.Purpose;
import nl.sluis.custody.CustodyFixture;
import nl.sluis.custody.PersonReference;
import nl.sluis.policy.ReceivingParty;
import nl.sluis.seal.AtRest;
import nl.sluis.storage.TestDataKeys;
import nl.sluis.testing.TestStorage;
import org.jspecify.annotations.Nullable;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The consent register of the school De Wilgenhof on a real database. */
final class ConsentFixture {

    static final OrganisationId SCHOOL = new OrganisationId("de-wilgenhof");
    static final ReceivingParty TEAM =
            new ReceivingParty(new OrganisationId("wijkteam-noord"), OrganisationType.WIJKTEAM);
    static final ReceivingParty GP = new ReceivingParty(new OrganisationId("de-linde"), OrganisationType.GP);
    static final PersonDetails SANNE = CustodyFixture.mention("sanne", "0000-00-00", "sanne");
    static final PersonDetails MILA = CustodyFixture.mention("mila", "0000-00-00", "mila");

    final CustodyFixture persons;
    final ConsentRegister register;
    final AtRest atRest = TestStorage.atRest();
    private final Clock clock;
    private final Disclosers disclosers = new Disclosers(SCHOOL, Set.of("00001234"));

    ConsentFixture(DataSource database, Clock clock) {
        this.clock = clock;
        persons = new CustodyFixture(CustodyFixture.emptied(database), clock);
        register = new ConsentRegister(
                new ConsentStore(persons.jdbc, TestDataKeys.atRest(persons.jdbc)),
                persons.register,
                new StatementReader(persons.register, disclosers),
                clock,
                persons.facts,
                persons.transactions);
    }

    MockMvcTester http(PartnerAdapter... adapters) {
        return MockMvcTester.of(
                new ConsentApi(new ConsentDesk(
                        register,
                        persons.register,
                        disclosers,
                        consents -> Map.of(),
                        new ShownCopies(CopiesFixture.copies(persons, clock, atRest), persons.register),
                        persons.reads)),
                new ConsentDocumentApi(register, List.of(adapters), atRest),
                new WrittenConsentController(register, persons.register, persons.reads));
    }

    /** The one identity of one statement. */
    String record(ConsentStatement statement) {
        return ((Recording.Recorded) register.record(List.of(statement), null))
                .ids()
                .getFirst();
    }

    List<ConsentRecord> concerning(ReceivingParty recipient) {
        return register.concerning(persons.known(MILA), SCHOOL, recipient);
    }

    static Withdrawal.Act by(String person, @Nullable Instant at) {
        return new Withdrawal.Act(at, new PersonReference(person), "TELEFONISCH");
    }

    /** Sanne's consent for Mila at the school. */
    static ConsentStatement given(RecipientScope recipients, @Nullable String custodian, @Nullable Instant givenAt) {
        return statement(ConsentDecision.GIVEN, recipients, custodian, givenAt);
    }

    static ConsentStatement refused(RecipientScope recipients, @Nullable String custodian) {
        return statement(ConsentDecision.REFUSED, recipients, custodian, null);
    }

    static RecipientScope team() {
        return new RecipientScope(Set.of(TEAM.organisation()), Set.of());
    }

    static RecipientScope sort(OrganisationType type) {
        return new RecipientScope(Set.of(), Set.of(type));
    }

    private static ConsentStatement statement(
            ConsentDecision decision,
            RecipientScope recipients,
            @Nullable String custodian,
            @Nullable Instant givenAt) {
        return new ConsentStatement(
                "source-1",
                SANNE,
                Capacity.CUSTODIAN,
                List.of(MILA),
                custodian,
                recipients,
                Set.of(Purpose.YOUTH_SUPPORT),
                Set.of(DataCategory.OBSERVATION),
                Set.of(LifeDomain.LGZ),
                decision,
                null,
                null,
                givenAt,
                null,
                null);
    }
}
