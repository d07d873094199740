package nl.sluis.consent;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.canonical.Capacity;
import nl.sluis.canonical.ConsentDecision;
import nl.sluis.canonical.ConsentNews;
import nl.sluis.canonical.ConsentRecord;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.PersonDetails;
import nl.sluis.canonical.PersonIdentifier;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.Purpose;
import nl.sluis.custody.CustodyFixture;
import nl.sluis.policy.RuleSets;
import nl.sluis.seal.AtRest;
import nl.sluis.testing.TestStorage;

/** The copies at the school De Wilgenhof of what the wijkteam, with which that was agreed, and others keep. */
final class CopiesFixture {

    static final OrganisationId KEEPER = new OrganisationId("wijkteam-noord");
    static final OrganisationId STRANGER = new OrganisationId("de-linde");

    /** Goes on with the work of the keeper; something was agreed with it too. */
    static final OrganisationId SUCCESSOR = new OrganisationId("team-nieuw");

    static final String NOBODYS_NUMBER = "999990056";

    private static final PersonDetails SANNE =
            CustodyFixture.mention("sanne", "0000-00-00", "sanne", "bsn:" + CustodyFixture.SANNE_BSN);
    private static final PersonDetails MILA =
            CustodyFixture.mention("mila", "0000-00-00", "mila", "bsn:" + CustodyFixture.MILA_BSN);

    final ConsentCopies copies;
    private final CustodyFixture persons;

    CopiesFixture(DataSource database, Clock clock) {
        this(database, clock, true);
    }

    CopiesFixture(DataSource database, Clock clock, boolean registered) {
        persons = new CustodyFixture(CustodyFixture.emptied(database), clock);
        persons.jdbc.sql("TRUNCATE consent_copy CASCADE").update();
        if (registered) {
            register();
        }
        copies = copies(persons, clock, TestStorage.atRest());
    }

    static ConsentCopies copies(CustodyFixture persons, Clock clock, AtRest atRest) {
        return new ConsentCopies(
                new ConsentCopyStore(persons.jdbc, atRest),
                persons.register,
                new CopyTerm(day -> RuleSets.builtIn()),
                new ConsentSettings(Set.of(), Set.of(KEEPER.value(), SUCCESSOR.value())),
                persons.facts,
                clock);
    }

    /** Why who is known by this reference may not be erased. */
    Optional<String> claim(String reference) {
        return new NamedInCopies(new ConsentCopyStore(persons.jdbc, TestStorage.atRest()), persons.register)
                .on(persons.register.idOf(reference));
    }

    void register() {
        persons.known(SANNE, MILA);
    }

    void accept(ConsentNews news) {
        accept(news, List.of());
    }

    /** News of one that goes on with the work of others. */
    void accept(ConsentNews news, List<OrganisationId> ended) {
        persons.transactions.executeWithoutResult(status -> {
            switch (news) {
                case ConsentNews.Copy copy -> copies.accept(copy);
                case ConsentNews.Word word -> copies.accept(word, ended);
                case ConsentNews.Question question -> throw new IllegalArgumentException("nobody asks here");
            }
        });
    }

    List<ConsentRecord> concerning() {
        return copies.concerning(persons.known(MILA, SANNE), ConsentFixture.TEAM);
    }

    Map<OrganisationId, List<String>> takeToConfirm() {
        return Objects.requireNonNull(persons.transactions.execute(status -> copies.takeToConfirm()));
    }

    List<?> changed() {
        return persons.journal.changed();
    }

    void forgetChanges() {
        persons.journal.changed().clear();
    }

    List<String> audited() {
        return persons.journal.audited();
    }

    /** Copies of which a withdrawal was told on. */
    List<String> told() {
        return persons.journal.published().stream()
                .filter(ConsentWithdrawn.class::isInstance)
                .map(event -> ((ConsentWithdrawn) event).consent())
                .toList();
    }

    /** How many stored texts hold this number, in whatever column, and whether somebody is registered by it. */
    long rowsWith(String number) {
        PersonIdentifier identifier = new PersonIdentifier(PersonIdentifier.BSN, number);
        long registered = persons.register.registered(Set.of(identifier)).size();
        return registered
                + persons.jdbc
                        .sql("SELECT (SELECT count(*) FROM consent_copy c WHERE c::text LIKE '%' || :number || '%'"
                                + "     OR position(CAST(:number AS bytea) IN c.content) > 0)"
                                + " + (SELECT count(*) FROM consent_copy_person WHERE mark = CAST(:number AS bytea))")
                        .param("number", number)
                        .query(Long.class)
                        .single();
    }

    static ConsentNews.Copy copy(String id, Instant asOf) {
        return copy(id, KEEPER, asOf);
    }

    static ConsentNews.Copy copy(String id, OrganisationId keeper, Instant asOf) {
        return copy(id, keeper, ConsentDecision.GIVEN, asOf, CustodyFixture.MILA_BSN);
    }

    static ConsentNews.Copy refusal(String id, OrganisationId keeper, Instant asOf) {
        return copy(id, keeper, ConsentDecision.REFUSED, asOf, CustodyFixture.MILA_BSN);
    }

    static ConsentNews.Copy aboutStrangers(String id, Instant asOf) {
        return copy(id, KEEPER, ConsentDecision.GIVEN, asOf, NOBODYS_NUMBER);
    }

    static ConsentNews.Word stands(OrganisationId keeper, Instant asOf, String consent) {
        return word(keeper, asOf, new ConsentNews.Said(consent, null));
    }

    static ConsentNews.Word withdrawn(OrganisationId keeper, Instant at, String consent) {
        return word(keeper, at, new ConsentNews.Said(consent, at));
    }

    private static ConsentNews.Word word(OrganisationId keeper, Instant asOf, ConsentNews.Said said) {
        return new ConsentNews.Word(
                new MessageId(UUID.randomUUID()), keeper, ConsentFixture.SCHOOL, asOf, List.of(said));
    }

    private static ConsentNews.Copy copy(
            String id, OrganisationId keeper, ConsentDecision decision, Instant asOf, String subject) {
        PersonRef giver = new PersonRef("p1");
        PersonRef child = new PersonRef("p2");
        boolean strangers = subject.equals(NOBODYS_NUMBER);
        return new ConsentNews.Copy(
                new MessageId(UUID.randomUUID()),
                keeper,
                new ConsentRecord(
                        id,
                        giver,
                        Capacity.CUSTODIAN,
                        Set.of(child),
                        ConsentFixture.SCHOOL,
                        Set.of(ConsentFixture.TEAM.organisation()),
                        Set.of(Purpose.YOUTH_SUPPORT),
                        Set.of(DataCategory.OBSERVATION),
                        Set.of(LifeDomain.LGZ),
                        decision,
                        null,
                        null,
                        Instant.parse("2026-11-01T09:00:00Z"),
                        null,
                        keeper + "/" + id),
                Set.of(),
                List.of(known(giver, strangers ? "999990068" : CustodyFixture.SANNE_BSN), known(child, subject)),
                asOf);
    }

    private static ConsentNews.KnownAs known(PersonRef ref, String bsn) {
        return new ConsentNews.KnownAs(ref, new PersonIdentifier(PersonIdentifier.BSN, bsn));
    }
}
