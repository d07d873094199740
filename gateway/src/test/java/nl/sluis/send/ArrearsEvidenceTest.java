package nl.sluis.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.sluis.adapter.Draft;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.partners.csv.CsvAdapter;
import nl.sluis.adapter.partners.csv.MappingProfiles;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.canonical.Person;
import nl.sluis.canonical.Regime;
import nl.sluis.canonical.ThreadId;
import nl.sluis.policy.Ground;
import nl.sluis.policy.PersonFacts;
import nl.sluis.policy.PolicyDecisionPoint;
import nl.sluis.policy.Reason;
import nl.sluis.policy.ReasonCode;
import nl.sluis.policy.ReceivingParty;
import nl.sluis.policy.RecordedFacts;
import nl.sluis.policy.SendingParty;
import nl.sluis.policy.SharingContext;
import nl.sluis.policy.Verdict;
import nl.sluis.seal.Sealer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a landlord's file to the decision, by way of what the node keeps of a waiting message: the evidence is what decides. */
class ArrearsEvidenceTest {

    private static final OrganisationId LANDLORD = new OrganisationId("de-eik");
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

    @ParameterizedTest(name = "{0} -> {2} {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"geen\"|\"geen\"|PERMIT|",
                "\"geen\"|\"akkoord\"|PERMIT|",
                "\"geen\"|\"bezwaar\"|DENY|ARREARS_TENANT_OBJECTS",
                "\"06-10-2026\"|\"\"|DENY|ARREARS_CONTACT_MISSING",
                "\"2026-10-06\"|\"\"|DENY|ARREARS_HELP_MISSING",
                "\"14-10-2026\";\"BR|\"\";\"BR|DENY|ARREARS_REMINDER_MISSING",
                "\"14-10-2026\";\"geen|\"\";\"geen|DENY|ARREARS_OFFER_MISSING",
            })
    void decidesOnTheEvidenceInTheFile(String right, String wrong, String outcome, String code) throws IOException {
        String csv = sample("housing-arrears.csv");
        assertThat(csv).contains(right);
        Verdict verdict = decided(draft(csv.replace(right, wrong)));
        assertThat(verdict.outcome().name()).isEqualTo(outcome);
        if (code != null) {
            assertThat(verdict.reasons()).extracting(Reason::code).contains(ReasonCode.valueOf(code));
        }
    }

    private static Verdict decided(Draft draft) {
        Message message = new Message(
                new MessageId(UUID.randomUUID()),
                new ThreadId(UUID.randomUUID()),
                null,
                draft.kind(),
                LANDLORD,
                draft.senderRole(),
                new OrganisationId("schuldhulp-lindedam"),
                AT,
                draft.urgency(),
                draft.purpose(),
                draft.basis(),
                draft.persons().stream()
                        .map(person -> new Person(person.ref(), person.role()))
                        .toList(),
                draft.sections(),
                null);
        Waiting kept = Waiting.fromJson(Waiting.of(message, draft).toJson());
        RecordedFacts facts = Registers.ofGround(kept, new Ground(draft.basis(), List.of(), List.of()));
        List<PersonFacts> persons = kept.persons().stream()
                .map(person -> new PersonFacts(person.ref(), person.birthDate(), true, null))
                .toList();
        SharingContext context = new SharingContext(
                AT,
                new SendingParty(LANDLORD, OrganisationType.HOUSING, Regime.AVG, draft.senderRole()),
                new ReceivingParty(message.recipient(), OrganisationType.DEBT_COUNSELLING),
                persons,
                facts);
        return new PolicyDecisionPoint().decide(message, context, Sealer.FORM).verdict();
    }

    private static Draft draft(String csv) throws IOException {
        MappingProfiles.Loaded loaded = MappingProfiles.read("profile", sample("housing-arrears.yaml"));
        Translation read = new CsvAdapter(((MappingProfiles.Loaded.Profile) loaded).profile())
                .read(new Payload("text/csv;profile=eik-huurachterstand", csv.getBytes(StandardCharsets.UTF_8)));
        return ((Translation.Translated) read).draft();
    }

    private static String sample(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(ArrearsEvidenceTest.class.getResourceAsStream("/samples/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
