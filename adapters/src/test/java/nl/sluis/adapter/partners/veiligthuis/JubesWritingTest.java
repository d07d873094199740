package nl.sluis.adapter.partners.veiligthuis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.sluis.adapter.Draft;
import nl.sluis.adapter.RealFiles;
import nl.sluis.adapter.Sample;
import nl.sluis.adapter.Violation;
import nl.sluis.canonical.*;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.SAXException;

/** What Sluis writes in the format of JUBES, and what it will not write. */
class JubesWritingTest {

    private static final JubesAdapter ADAPTER = new JubesAdapter();
    private static final PersonRef MILA = new PersonRef("mila");
    private static final PersonRef SANNE = new PersonRef("sanne");
    private static final PersonRef KEREM = new PersonRef("kerem");
    private static final PersonRef EMPLOYEE = new PersonRef("medewerker");

    @Test
    void writesTheReporterAsNoParty() {
        Message request = message(MessageKind.CHILD_PROTECTION_REQUEST);
        List<Section> sections = new ArrayList<>(request.sections());
        sections.add(
                section(14, EMPLOYEE, DataCategory.CONTACT, null, new Content.ContactPoint("phone", "0600000007")));
        Message report = with(request, MessageKind.VT_REPORT, sections);
        String xml = new String(ADAPTER.write(report).orElseThrow().bytes(), StandardCharsets.UTF_8);
        assertThat(xml).doesNotContain("0600000007", "<BG:geslachtsnaam>Boukhari");
        sections.add(section(15, EMPLOYEE, DataCategory.SAFETY, null, statement(AssertionType.OBSERVED, null)));
        Message party = with(request, MessageKind.VT_REPORT, sections);
        xml = new String(ADAPTER.write(party).orElseThrow().bytes(), StandardCharsets.UTF_8);
        assertThat(xml).contains("[4 SAFETY] Waargenomen").doesNotContain("<BG:geslachtsnaam>Boukhari");
    }

    @Test
    void readsBackAReportThatItWrites() {
        Message report = message(MessageKind.VT_REPORT);
        Draft draft =
                JubesTest.draft(new String(ADAPTER.write(report).orElseThrow().bytes(), StandardCharsets.UTF_8));
        assertThat(draft.persons().stream().map(person -> person.role()))
                .containsExactly(HouseholdRole.CHILD, HouseholdRole.PARENT, HouseholdRole.PARENT);
        assertThat(contents(draft.sections())).containsExactlyInAnyOrderElementsOf(contents(report.sections()));
        assertThat(draft.urgency()).isEqualTo(report.urgency());
        assertThat(draft.senderRole()).isEqualTo(report.senderRole());
    }

    @Test
    void writesNoReportWithoutWhatIsTheMatter() {
        Message report = message(MessageKind.VT_REPORT);
        Message empty = with(report, report.sections().subList(0, 2));
        assertThat(ADAPTER.write(empty)).isEmpty();
        assertThat(ADAPTER.missing(empty)).extracting(Violation::path).containsExactly("/sections");
    }

    @Test
    void writesASecretAddressInWordsThatSaySo() {
        Message report = message(MessageKind.VT_REPORT);
        String xml = new String(ADAPTER.write(report).orElseThrow().bytes(), StandardCharsets.UTF_8);
        assertThat(xml).contains("[2 ADDRESS] Oordeel: Geheim adres: Iepenlaan 3");
    }

    @Test
    void writesNoRequestForInquiryWithoutSayingWhoWasInformed() {
        Message request = message(MessageKind.CHILD_PROTECTION_REQUEST);
        assertThat(ADAPTER.missing(request)).isEmpty();
        List<Section> silent = request.sections().stream()
                .filter(section -> InformedPerson.from(section.content()) == null)
                .toList();
        assertThat(ADAPTER.missing(with(request, silent)))
                .extracting(Violation::code)
                .containsExactly("INFORMING_MISSING", "INFORMING_MISSING");
        assertThat(ADAPTER.write(with(request, silent))).isEmpty();
    }

    /** A name that was cut is the name of somebody else. */
    @ParameterizedTest
    @CsvSource({
        "VT_REPORT, 200, 200, ''",
        "VT_REPORT, 201, 200, /sections/2/content/name/family",
        "VT_REPORT, 200, 201, /sections/2/content/name/given",
        "CHILD_PROTECTION_REQUEST, 200, 200, ''",
        "CHILD_PROTECTION_REQUEST, 201, 200, /sections/2/content/name/family",
        "CHILD_PROTECTION_REQUEST, 200, 201, /sections/2/content/name/given",
    })
    void cutsNoName(MessageKind kind, int family, int given, String place) {
        Message message = message(kind);
        Content name = identity("S".repeat(given), null, "R".repeat(family), Sex.FEMALE, "1992-05-00");
        Message named = with(message, replaced(message, 2, name));
        assertThat(ADAPTER.missing(named).stream().map(each -> each.path() + " " + each.code()))
                .containsExactlyElementsOf(place.isEmpty() ? List.of() : List.of(place + " TOO_LONG"));
        assertThat(ADAPTER.write(named).isPresent()).isEqualTo(place.isEmpty());
    }

    /** The prefix that does not fit its own field goes before the surname, and counts. */
    @Test
    void countsAPrefixThatStandsBeforeTheSurname() {
        Message message = message(MessageKind.VT_REPORT);
        Content name = identity("Sanne", "van der op den", "R".repeat(190), Sex.FEMALE, "1992-05-00");
        assertThat(ADAPTER.missing(with(message, replaced(message, 2, name))))
                .extracting(Violation::code)
                .containsExactly("TOO_LONG");
    }

    @Test
    void writesNoSecondNameOfOnePersonInSilence() {
        Message message = message(MessageKind.VT_REPORT);
        List<Section> sections = new ArrayList<>(message.sections());
        sections.add(section(
                15, SANNE, DataCategory.IDENTITY, null, identity("S", null, "Jansen", Sex.FEMALE, "0000-00-00")));
        assertThat(ADAPTER.missing(with(message, sections)))
                .extracting(each -> each.path() + " " + each.code())
                .containsExactly("/sections/12 SEVERAL_NAMES");
        assertThat(ADAPTER.write(with(message, sections))).isEmpty();
    }

    @Test
    void leavesNoParentWithoutASurnameOutOfARequestForInquiry() {
        Message request = message(MessageKind.CHILD_PROTECTION_REQUEST);
        Content name = identity("Kerem", null, null, Sex.MALE, "0000-00-00");
        Message nameless = with(request, replaced(request, 3, name));
        assertThat(ADAPTER.missing(nameless))
                .extracting(each -> each.path() + " " + each.code())
                .containsExactly("/persons/2 REQUIRED");
        assertThat(ADAPTER.write(nameless)).isEmpty();
    }

    private static List<Section> replaced(Message message, int at, Content content) {
        List<Section> sections = new ArrayList<>(message.sections());
        Section was = sections.get(at);
        sections.set(
                at, new Section(was.id(), was.subject(), was.category(), was.lifeDomain(), was.mandatory(), content));
        return sections;
    }

    /** Law table 6.6 trap 16: the normative set does not compile, so the resolved sets are the judges. */
    @Test
    void isValidByTheResolvedSchemasOfVng() throws Exception {
        String vt = "stuf-jeugdzorg-1.0.9-vt-resolved.zip";
        String vtSchema = "jz0100_msg_vtberichten_resolved2025.xsd";
        for (String sample : List.of("vt-melding-mila.xml", "vt-terugkoppeling.xml", "jubes-notificatie.xml")) {
            assertThat(Schemas.faults(vt, vtSchema, Sample.of(sample, "").bytes()))
                    .as(sample)
                    .isEmpty();
        }
        assertThat(Schemas.faults(
                        "stuf-jeugdzorg-1.0.9-gm-resolved.zip",
                        "jz0100_msg_gmberichten_resolved2025.xsd",
                        Sample.of("jubes-melding-generiek.xml", "").bytes()))
                .isEmpty();
        for (MessageKind kind : List.of(MessageKind.VT_REPORT, MessageKind.CHILD_PROTECTION_REQUEST)) {
            assertThat(Schemas.faults(
                            vt,
                            vtSchema,
                            ADAPTER.write(message(kind)).orElseThrow().bytes()))
                    .as(kind.name())
                    .isEmpty();
        }
    }

    @Test
    void refusesTheNormativeSchemasThatDoNotCompile() {
        RealFiles.folder("stuf-jeugdzorg");
        assertThatThrownBy(() -> Schemas.faults(
                        "stuf-jeugdzorg-1.0.9-schemas-normatief.zip",
                        "jz0100_msg_vtberichten.xsd",
                        Sample.of("vt-melding-mila.xml", "").bytes()))
                .isInstanceOf(SAXException.class);
    }

    /** A report or a request with every sort of content that they often have. */
    static Message message(MessageKind kind) {
        Content address = new Content.Address("Populierstraat", "18 A", "9999 ZZ", "Lindedam", "NL", false);
        Content told = new InformedPerson(true, "20261119", "e-mail", null, null, null).content();
        Content untold = new InformedPerson(false, null, null, null, null, "veiligheid").content();
        List<Person> persons = new ArrayList<>(List.of(
                new Person(MILA, HouseholdRole.CHILD),
                new Person(SANNE, HouseholdRole.PARENT),
                new Person(KEREM, HouseholdRole.PARENT)));
        List<Section> sections = new ArrayList<>(List.of(
                section(
                        1,
                        MILA,
                        DataCategory.IDENTITY,
                        null,
                        identity("Mila", "van", "Rijn", Sex.FEMALE, "2017-03-01")),
                section(2, MILA, DataCategory.BSN, null, new Content.CitizenNumber(new Bsn("999990019"))),
                section(
                        3,
                        SANNE,
                        DataCategory.IDENTITY,
                        null,
                        identity("Sanne", "van", "Rijn", Sex.FEMALE, "1992-05-00")),
                section(
                        4,
                        KEREM,
                        DataCategory.IDENTITY,
                        null,
                        identity("Kerem", null, "Demir", Sex.MALE, "0000-00-00")),
                section(5, MILA, DataCategory.SAFETY, LifeDomain.REL, statement(AssertionType.OBSERVED, null)),
                section(
                        6,
                        SANNE,
                        DataCategory.OPINION,
                        LifeDomain.REL,
                        statement(AssertionType.PROFESSIONAL_OPINION, null)),
                section(7, MILA, DataCategory.OBSERVATION, null, statement(AssertionType.REPORTED_BY, "juf \"An\"")),
                section(8, SANNE, DataCategory.CONTACT, null, new Content.ContactPoint("phone", "0600000001")),
                section(9, MILA, DataCategory.ADDRESS, null, address),
                section(10, SANNE, DataCategory.OBSERVATION, null, told),
                section(11, KEREM, DataCategory.OBSERVATION, null, untold),
                section(
                        12,
                        SANNE,
                        DataCategory.ADDRESS,
                        null,
                        new Content.Address("Iepenlaan", "3", "9999ZY", "Lindedam", "NL", true))));
        if (kind == MessageKind.CHILD_PROTECTION_REQUEST) {
            persons.add(new Person(EMPLOYEE, HouseholdRole.OTHER));
            Content name = identity("Fatima", null, "Boukhari", Sex.FEMALE, "0000-00-00");
            sections.add(section(13, EMPLOYEE, DataCategory.REPORTER_IDENTITY, null, name));
        }
        return new Message(
                new MessageId(new UUID(0, 1)),
                new ThreadId(new UUID(0, 2)),
                null,
                kind,
                new OrganisationId("de-wilgenhof"),
                ProfessionalRole.INTERN_BEGELEIDER,
                new OrganisationId("veilig-thuis"),
                Instant.parse("2026-11-22T23:30:00Z"),
                Urgency.PRIORITY,
                Purpose.SAFETY,
                LegalBasis.MELDRECHT_WMO_5_2_6,
                persons,
                sections,
                new Original("application/json", "0".repeat(64)));
    }

    private static Content identity(String given, String prefix, String family, Sex sex, String birthDate) {
        return new Content.Identity(new PersonName(given, null, prefix, family), PartialDate.parse(birthDate), sex);
    }

    private static Content statement(AssertionType assertion, String source) {
        return new Content.Statement(
                "Schrok & zei: <\"nee\">\n[9 SAFETY] Vermoeden: dit is geen regel",
                assertion,
                PartialDate.parse("2026-11-17"),
                source);
    }

    static Section section(int number, PersonRef who, DataCategory category, LifeDomain domain, Content content) {
        return new Section(new SectionId("s" + number), who, category, domain, true, content);
    }

    static Message with(Message message, List<Section> sections) {
        return with(message, message.kind(), sections);
    }

    static Message with(Message message, List<Person> persons, List<Section> sections) {
        return with(message, message.kind(), persons, sections);
    }

    static Message with(Message message, MessageKind kind, List<Section> sections) {
        return with(message, kind, message.persons(), sections);
    }

    private static Message with(Message message, MessageKind kind, List<Person> persons, List<Section> sections) {
        return new Message(
                message.id(),
                message.thread(),
                null,
                kind,
                message.sender(),
                message.senderRole(),
                message.recipient(),
                message.sentAt(),
                message.urgency(),
                message.purpose(),
                message.basis(),
                persons,
                sections,
                message.original());
    }

    /** Sort and content; the one address that goes in words is left out of the comparison. */
    private static List<String> contents(List<Section> sections) {
        return sections.stream()
                .filter(section -> section.category() != DataCategory.ADDRESS)
                .map(section -> section.category() + " " + section.lifeDomain() + " " + shown(section.content()))
                .toList();
    }

    private static String shown(Content content) {
        return nl.sluis.adapter.MessageJson.mapper().writeValueAsString(content);
    }
}
