package nl.sluis.adapter.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.sluis.adapter.Violation;
import nl.sluis.adapter.partners.fhir.FhirAdapter;
import nl.sluis.adapter.partners.veiligthuis.JubesAdapter;
import nl.sluis.canonical.*;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiverProfileTest {

    private static final PersonRef MILA = new PersonRef("mila");
    private static final PersonRef SANNE = new PersonRef("sanne");
    private static final String PROFILE = """
            profile: sluis-receiver/1
            name: team
            kinds: [SIGNAL]
            persons:
              child:
                role: [CHILD]
                at-least: 1
                with: [family-name or bsn]
              parent:
                role: [PARENT]
                each: [birth-date, phone or email]
            sections:
              a word of what is the matter:
                category: [OBSERVATION]
                form: [statement]
            longest: {family-name: 4}
            """;

    @Test
    void passesAMessageThatHasEverything() {
        assertThat(faults(PROFILE, whole())).isEmpty();
    }

    @Test
    void namesEachElementThatIsMissingAtItsPlace() {
        assertThat(faults(PROFILE, List.of()))
                .extracting(Violation::path, Violation::message)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("/persons", "child: at least 1 with bsn or family-name."),
                        org.assertj.core.groups.Tuple.tuple("/persons/1", "parent: birth-date is needed."),
                        org.assertj.core.groups.Tuple.tuple("/persons/1", "parent: email or phone is needed."),
                        org.assertj.core.groups.Tuple.tuple("/sections", "a word of what is the matter: at least 1."));
    }

    @Test
    void countsANumberForAChildOnlyWhenItIsOne() {
        assertThat(faults(
                        PROFILE, replaced(0, MILA, DataCategory.BSN, new Content.CitizenNumber(new Bsn("999990019")))))
                .isEmpty();
        assertThat(faults(
                        PROFILE, replaced(0, MILA, DataCategory.BSN, new Content.CitizenNumber(new Bsn("123456789")))))
                .extracting(Violation::path)
                .containsExactly("/persons");
    }

    @Test
    void refusesWhatDoesNotFitAndDoesNotShowIt() {
        List<Violation> faults = faults(PROFILE, replaced(0, MILA, DataCategory.IDENTITY, identity("Zqxmarker")));
        assertThat(faults)
                .extracting(Violation::path, Violation::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("/sections/0", "TOO_LONG"));
        assertThat(faults.toString()).doesNotContain("Zqx");
    }

    @Test
    void saysNothingOfMessagesOfAnotherKind() {
        assertThat(faults(PROFILE.replace("SIGNAL", "FEEDBACK"), List.of())).isEmpty();
    }

    @Test
    void writesOnlyWhatHasAllThatTheReceiverNeeds() {
        ReceiverProfile team = profile(PROFILE);
        assertThat(Outgoing.write(message(whole()), new FhirAdapter(), List.of(team)))
                .isInstanceOf(Outgoing.Result.Written.class);
        assertThat(Outgoing.write(message(List.of()), new FhirAdapter(), List.of(team)))
                .isInstanceOf(Outgoing.Result.Lacking.class);
        assertThat(Outgoing.write(message(List.of()), new FhirAdapter(), List.of()))
                .isInstanceOf(Outgoing.Result.Written.class);
        assertThat(Outgoing.write(message(whole()), new JubesAdapter(), List.of(team)))
                .isInstanceOf(Outgoing.Result.NotOfThisFormat.class);
    }

    @ParameterizedTest(name = "{1} -> {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "sluis-receiver/1|sluis-receiver/2|1:10: VERSION",
                "kinds: [SIGNAL]|kinds: [SIGNALL]|3:8: UNKNOWN_CODE 'SIGNALL' is not known here; did you mean 'SIGNAL'?",
                "kinds: [SIGNAL]||1:1: REQUIRED 'kinds' is missing here.",
                "name: team|name: Het Team|2:1: WRONG_FORM",
                "role: [CHILD]|rol: [CHILD]|6:5: REQUIRED 'role' is missing here.",
                "at-least: 1|at-least: some|7:15: WRONG_FORM",
                "at-least: 1|at-least: 1001|7:15: WRONG_FORM",
                "or bsn|or bsm|8:11: UNKNOWN_CODE 'bsm' is not known here; did you mean 'bsn'?",
                "family-name: 4|family: 4|16:11: UNKNOWN_CODE",
                "longest:|longst:|16:1: UNKNOWN_KEY 'longst' is not known here; did you mean 'longest'?",
            })
    void namesLineAndColumnOfWhatIsWrongInAProfile(String right, String wrong, String fault) {
        String text = PROFILE.replace(right, wrong == null ? "" : wrong);
        assertThat(text).isNotEqualTo(PROFILE);
        assertThat(((ReceiverProfiles.Loaded.Faulty) ReceiverProfiles.read("team.yaml", text))
                        .faults()
                        .toString())
                .contains("team.yaml:" + fault);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "[]",
                "profile: sluis-receiver/1",
                "profile: !!java.net.URL [x]",
                "a: &a [*a]",
                "\u0000",
                "profile: sluis-receiver/1\nname: leeg\nkinds: [SIGNAL]\n",
                "profile: [sluis-receiver/1"
            })
    void answersWhatIsNoProfileWithAFault(String text) {
        assertThat(ReceiverProfiles.read("team.yaml", text)).isInstanceOf(ReceiverProfiles.Loaded.Faulty.class);
    }

    @Test
    void readsTheProfilesThatComeWithSluis() {
        for (String name : ReceiverProfiles.BUILT_IN) {
            assertThat(ReceiverProfiles.builtIn(name).name()).isEqualTo(name);
        }
    }

    private static List<Violation> faults(String profile, List<Section> sections) {
        return profile(profile).faults(message(sections));
    }

    private static ReceiverProfile profile(String text) {
        return ((ReceiverProfiles.Loaded.Profile) ReceiverProfiles.read("team.yaml", text)).profile();
    }

    private static List<Section> whole() {
        return List.of(
                section(1, MILA, DataCategory.IDENTITY, identity("Rijn")),
                section(2, SANNE, DataCategory.IDENTITY, identity("Rijn")),
                section(3, SANNE, DataCategory.CONTACT, new Content.ContactPoint("phone", "0600000001")),
                section(
                        4,
                        MILA,
                        DataCategory.OBSERVATION,
                        new Content.Statement("Valt in slaap", AssertionType.OBSERVED, null, null)));
    }

    private static List<Section> replaced(int at, PersonRef who, DataCategory category, Content content) {
        List<Section> sections = new java.util.ArrayList<>(whole());
        sections.set(at, section(at + 1, who, category, content));
        return sections;
    }

    private static Content identity(String family) {
        return new Content.Identity(
                new PersonName(null, "S.", "van", family), PartialDate.parse("1992-00-00"), Sex.UNKNOWN);
    }

    private static Section section(int number, PersonRef who, DataCategory category, Content content) {
        return new Section(new SectionId("s" + number), who, category, null, true, content);
    }

    private static Message message(List<Section> sections) {
        return new Message(
                new MessageId(new UUID(0, 1)),
                new ThreadId(new UUID(0, 2)),
                null,
                MessageKind.SIGNAL,
                new OrganisationId("de-wilgenhof"),
                ProfessionalRole.INTERN_BEGELEIDER,
                new OrganisationId("wijkteam-noord"),
                Instant.parse("2026-11-22T09:00:00Z"),
                Urgency.ROUTINE,
                Purpose.YOUTH_SUPPORT,
                LegalBasis.CONSENT,
                List.of(new Person(MILA, HouseholdRole.CHILD), new Person(SANNE, HouseholdRole.PARENT)),
                sections,
                new Original("application/json", "0".repeat(64)));
    }
}
