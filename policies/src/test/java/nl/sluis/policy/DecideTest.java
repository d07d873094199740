package nl.sluis.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.sluis.canonical.AssertionType;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.canonical.Original;
import nl.sluis.canonical.Person;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.ProfessionalRole;
import nl.sluis.canonical.Purpose;
import nl.sluis.canonical.Regime;
import nl.sluis.canonical.Section;
import nl.sluis.canonical.SectionId;
import nl.sluis.canonical.ThreadId;
import nl.sluis.canonical.Urgency;
import org.junit.jupiter.api.Test;

class DecideTest {

    private static final RecordedFacts BOTH =
            Questions.consents(List.of(Questions.given(Questions.SANNE), Questions.given(Questions.KEREM)));

    private static final PayloadForm FORM =
            (policy, minimised) -> (policy + minimised.message()).getBytes(StandardCharsets.UTF_8);

    private final PolicyDecisionPoint decisionPoint = new PolicyDecisionPoint();

    @Test
    void aPermitCarriesWhatMayGoAndNothingElse() {
        Message message = message(
                section("parents-771", Questions.SANNE, DataCategory.OBSERVATION, LifeDomain.REL, false),
                section("sleep-772", Questions.MILA, DataCategory.OBSERVATION, LifeDomain.LGZ, true),
                section("view-773", Questions.MILA, DataCategory.OPINION, LifeDomain.LGZ, false));
        Decision decision = decisionPoint.decide(message, context(BOTH, OrganisationType.WIJKTEAM), FORM);
        assertThat(decision).isInstanceOf(Permit.class);
        Message left = ((Permit) decision).message().message();
        assertThat(left.sections()).singleElement().satisfies(section -> {
            assertThat(section.id()).isEqualTo(new SectionId("s1"));
            assertThat(section.subject()).isEqualTo(new PersonRef("p1"));
            assertThat(section.content()).isEqualTo(statement("sleep-772"));
        });
        assertThat(left.persons()).containsExactly(new Person(new PersonRef("p1"), HouseholdRole.CHILD));
        assertThat(left.id()).isEqualTo(message.id());
        assertThat(left.original()).isEqualTo(message.original());
        assertThat(left.sentAt()).isEqualTo(message.sentAt());
    }

    @Test
    void referencesOfTheSenderNeverLeave() {
        Message message =
                message(section("dossier-4711", Questions.MILA, DataCategory.OBSERVATION, LifeDomain.LGZ, true));
        Permit permit = (Permit) decisionPoint.decide(message, context(BOTH, OrganisationType.WIJKTEAM), FORM);
        assertThat(permit.message().message().sections().toString()).doesNotContain("dossier-4711", "mila");
        assertThat(permit.message().message().persons().toString()).doesNotContain("mila");
        assertThat(permit.issuedAt()).isEqualTo(Questions.AT);
    }

    @Test
    void everyOtherOutcomeCarriesNoMessage() {
        Message message = message(section("s", Questions.MILA, DataCategory.OBSERVATION, LifeDomain.LGZ, true));
        assertThat(decisionPoint.decide(message, context(RecordedFacts.NONE, OrganisationType.WIJKTEAM), FORM))
                .isInstanceOf(Decision.Hold.class);
        assertThat(decisionPoint.decide(
                        message,
                        context(
                                Questions.consents(List.of(Questions.refused(Questions.SANNE))),
                                OrganisationType.WIJKTEAM),
                        FORM))
                .isInstanceOf(Decision.Deny.class);
        assertThat(decisionPoint.decide(
                        message,
                        new SharingContext(
                                Questions.AT, sender(), recipient(OrganisationType.WIJKTEAM), List.of(), BOTH),
                        FORM))
                .isInstanceOf(Decision.Review.class);
    }

    @Test
    void aSecretAddressDoesNotGoToALandlord() {
        Section address = new Section(
                new SectionId("a"),
                Questions.MILA,
                DataCategory.ADDRESS,
                null,
                false,
                new Content.Address("Sluisweg", "1", "1234 AB", "Oostrand", "NL", true));
        Message message =
                message(section("s", Questions.MILA, DataCategory.OBSERVATION, LifeDomain.LGZ, true), address);
        Decision decision = decisionPoint.decide(message, context(BOTH, OrganisationType.HOUSING), FORM);
        assertThat(decision.verdict().withheld())
                .extracting(Withheld::item, Withheld::code)
                .contains(org.assertj.core.groups.Tuple.tuple(new SectionId("a"), ReasonCode.SECRET_ADDRESS));
    }

    @Test
    void messageAndContextAreAboutTheSameOrganisations() {
        Message message = message(section("s", Questions.MILA, DataCategory.OBSERVATION, LifeDomain.LGZ, true));
        SharingContext other = new SharingContext(
                Questions.AT,
                sender(),
                new ReceivingParty(new OrganisationId("woonbaken"), OrganisationType.HOUSING),
                Questions.family(),
                BOTH);
        assertThatIllegalArgumentException().isThrownBy(() -> decisionPoint.decide(message, other, FORM));
    }

    @Test
    void whyNotNamesTheFactThatWouldHaveToDiffer() {
        Message message = message(section("s", Questions.MILA, DataCategory.OBSERVATION, LifeDomain.LGZ, true));
        Decision decision = decisionPoint.decide(message, context(RecordedFacts.NONE, OrganisationType.WIJKTEAM), FORM);
        assertThat(decision.verdict().whyNot())
                .containsExactly("T-J1 zou gelden als: gezagsdragers-akkoord zou ja moeten zijn (is nee)");
    }

    @Test
    void theSameQuestionWithAndWithoutContentGetsTheSameAnswer() {
        Message message = message(section("sleep", Questions.MILA, DataCategory.OBSERVATION, LifeDomain.LGZ, true));
        SharingRequest question = Questions.question(Questions.AT, List.of(Questions.sleep()), BOTH);
        assertThat(decisionPoint
                        .decide(message, context(BOTH, OrganisationType.WIJKTEAM), FORM)
                        .verdict())
                .isEqualTo(decisionPoint.judge(question));
    }

    private static SendingParty sender() {
        return new SendingParty(
                Questions.SCHOOL, OrganisationType.SCHOOL, Regime.AVG, ProfessionalRole.INTERN_BEGELEIDER);
    }

    private static ReceivingParty recipient(OrganisationType type) {
        return new ReceivingParty(Questions.TEAM, type);
    }

    private static SharingContext context(RecordedFacts facts, OrganisationType type) {
        return new SharingContext(Questions.AT, sender(), recipient(type), Questions.family(), facts);
    }

    private static Content statement(String text) {
        return new Content.Statement(text, AssertionType.OBSERVED, null, null);
    }

    private static Section section(
            String id, PersonRef subject, DataCategory category, LifeDomain domain, boolean mandatory) {
        Content content = id.startsWith("dossier") ? statement("text") : statement(id);
        return new Section(new SectionId(id), subject, category, domain, mandatory, content);
    }

    private static Message message(Section... sections) {
        return new Message(
                new MessageId(new UUID(0, 1)),
                new ThreadId(new UUID(0, 2)),
                null,
                MessageKind.SIGNAL,
                Questions.SCHOOL,
                ProfessionalRole.INTERN_BEGELEIDER,
                Questions.TEAM,
                Instant.parse("2026-11-22T09:00:00Z"),
                Urgency.ROUTINE,
                Purpose.YOUTH_SUPPORT,
                LegalBasis.CONSENT,
                List.of(
                        new Person(Questions.SANNE, HouseholdRole.PARENT),
                        new Person(Questions.MILA, HouseholdRole.CHILD)),
                List.of(sections),
                new Original("application/json", "0".repeat(64)));
    }

    /** Keeps the set of scopes closed: a consent for nothing permits nothing. */
    @Test
    void aMessageWithoutSectionsIsDenied() {
        assertThat(decisionPoint
                        .decide(message(), context(BOTH, OrganisationType.WIJKTEAM), FORM)
                        .verdict()
                        .reasons())
                .extracting(Reason::code)
                .isEqualTo(List.of(ReasonCode.NOTHING_LEFT));
        assertThat(Set.of(Outcome.values())).hasSize(4);
    }
}
