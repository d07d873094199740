package nl.sluis.adapter.partners.veiligthuis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.sluis.adapter.Draft;
import nl.sluis.adapter.PartnerAdapterContract;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.Sample;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.Violation;
import nl.sluis.canonical.*;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What others write in the format of JUBES. */
class JubesTest {

    private static final JubesAdapter ADAPTER = new JubesAdapter();
    private static final String REPORT = Sample.of("vt-melding-mila.xml", "").text();

    @Test
    void readsAReportWithFactsAndOpinionsApart() {
        Draft draft = draft(REPORT);
        assertThat(draft.kind()).isEqualTo(MessageKind.VT_REPORT);
        assertThat(draft.basis()).isEqualTo(LegalBasis.MELDRECHT_WMO_5_2_6);
        assertThat(draft.meldcodeCase()).isEqualTo("mc-2026-017");
        assertThat(draft.urgency()).isEqualTo(Urgency.PRIORITY);
        assertThat(draft.senderRole()).isEqualTo(ProfessionalRole.INTERN_BEGELEIDER);
        assertThat(statements(draft).stream().map(Content.Statement::assertion))
                .contains(AssertionType.OBSERVED, AssertionType.REPORTED_BY, AssertionType.PROFESSIONAL_OPINION);
        assertThat(statements(draft))
                .contains(new Content.Statement(
                        "Zij wordt thuis vastgepakt als er ruzie is.\nZij zei het uit zichzelf.",
                        AssertionType.REPORTED_BY,
                        PartialDate.parse("2026-11-17"),
                        "Mila"));
    }

    @Test
    void readsWhoWasInformedAndWhyNot() {
        List<InformedPerson> informed = draft(REPORT).sections().stream()
                .map(section -> InformedPerson.from(section.content()))
                .filter(each -> each != null)
                .toList();
        assertThat(informed)
                .containsExactly(
                        new InformedPerson(
                                true, "20261119", "mondeling", true, "Moeder was verdrietig en begreep het.", null),
                        new InformedPerson(false, null, null, null, null, "veiligheid"));
    }

    @Test
    void refusesAReportThatDoesNotSayWhoWasInformed() {
        String silent = REPORT.replaceFirst("(?s)<JZ:isGeinformeerdAan.*</JZ:isGeinformeerdAan>", "")
                .replaceFirst("<JZ:informering>.*</JZ:informering>", "");
        assertThat(((Translation.Untranslatable) read(silent)).violations())
                .extracting(Violation::path)
                .containsExactly("/vtMeldingDi01/object/informering");
    }

    @Test
    void readsPartlyKnownDatesAndLeavesNationalityBehind() {
        Draft draft = draft(REPORT);
        assertThat(draft.persons().get(1).birthDate()).isEqualTo(PartialDate.parse("1992-00-00"));
        assertThat(PartnerAdapterContract.account(read(REPORT)).notReleased())
                .singleElement()
                .asString()
                .endsWith("/nationaliteit");
        assertThat(PartnerAdapterContract.account(read(REPORT)).notUnderstood())
                .hasSize(2)
                .anyMatch(path -> path.endsWith("/taal"))
                .anyMatch(path -> path.endsWith("/extraElement[4]"));
    }

    @Test
    void keepsANumberThatFailsTheElevenTestOutOfTheMessage() {
        String wrong = REPORT.replace("999990019", "123456789");
        assertThat(draft(wrong).sections()).noneMatch(section -> section.category() == DataCategory.BSN);
        assertThat(PartnerAdapterContract.account(read(wrong)).notUnderstood())
                .anyMatch(path -> path.endsWith("inp.bsn"));
    }

    /** Skipped, it would give its number and the criminal data beside it to the next person. */
    @Test
    void refusesSomebodyInvolvedOfWhomNothingIsSaid() {
        String nobody = "<JZ:heeftBetrokken><JZ:overigeZorgMinderjarige>Bekend bij de politie."
                + "</JZ:overigeZorgMinderjarige></JZ:heeftBetrokken>";
        String report = REPORT.replaceFirst("<JZ:heeftBetrokken ", nobody + "<JZ:heeftBetrokken ");
        assertThat(((Translation.Untranslatable) read(report)).violations())
                .extracting(Violation::path)
                .containsExactly("/vtMeldingDi01/object/betreft/gerelateerde/heeftBetrokken[1]");
    }

    @Test
    void takesNobodyForSomebodyElseWithTheSameName() {
        String other = REPORT.replace(
                "<BG:geslachtsnaam>Demir</BG:geslachtsnaam>",
                "<BG:inp.bsn>999990020</BG:inp.bsn><BG:geslachtsnaam>Demir</BG:geslachtsnaam>");
        String kerem = "<BG:geslachtsnaam>Demir</BG:geslachtsnaam><BG:voornamen>Kerem</BG:voornamen></JZ:gerelateerde>"
                + "</JZ:isGeinformeerdAan>";
        assertThat(draft(told(other, kerem)).persons()).hasSize(4);
        assertThat(draft(told(other, "<BG:inp.bsn>999990019</BG:inp.bsn>" + kerem))
                        .persons())
                .hasSize(4);
        assertThat(draft(told(other, "<BG:inp.bsn>999990032</BG:inp.bsn>" + kerem))
                        .persons())
                .hasSize(5);
        String wrong = told(other, "<BG:inp.bsn>123456789</BG:inp.bsn>" + kerem);
        assertThat(PartnerAdapterContract.account(read(wrong)).notUnderstood())
                .anyMatch(path -> path.endsWith("isGeinformeerdAan[2]/gerelateerde/inp.bsn"));
        String nameless = told(
                REPORT.replaceFirst(
                        "<BG:geslachtsnaam>Demir</BG:geslachtsnaam>\\s*" + "<BG:voornamen>Kerem</BG:voornamen>", ""),
                "</JZ:gerelateerde></JZ:isGeinformeerdAan>");
        assertThat(draft(nameless).persons()).hasSize(5);
    }

    private static String told(String report, String person) {
        return report.replace(
                "<JZ:isIngediendDoor", "<JZ:isGeinformeerdAan><JZ:gerelateerde>" + person + "<JZ:isIngediendDoor");
    }

    /** By a telephone number a family knows who reported as well as by a name. */
    @Test
    void takesEverythingOfTheReporterForTheIdentityOfTheReporter() {
        String neighbour = "<JZ:heeftBetrokken><JZ:gerelateerde><BG:inp.bsn>999990020</BG:inp.bsn>"
                + "<BG:geslachtsnaam>Bakker</BG:geslachtsnaam><BG:telefoonnummer>0600000007</BG:telefoonnummer>"
                + "</JZ:gerelateerde><JZ:jeugzorgrol>melder</JZ:jeugzorgrol><JZ:aanvullendeInformatieBetrokkenPersoon>"
                + "De buurvrouw van nummer 20.</JZ:aanvullendeInformatieBetrokkenPersoon></JZ:heeftBetrokken>";
        String report = REPORT.replaceAll("\\[\\d [A-Z]+/[A-Z]+]|\\[3] ", "")
                .replace("<JZ:jeugzorgrol>jeugdige", "<JZ:jeugzorgrol>anders")
                .replaceFirst("<JZ:heeftBetrokken ", neighbour + "<JZ:heeftBetrokken ");
        Draft draft = draft(report);
        assertThat(draft.sections())
                .filteredOn(section -> section.subject().value().equals("betrokkene-1"))
                .hasSize(4)
                .allMatch(section -> section.category() == DataCategory.REPORTER_IDENTITY);
        assertThat(draft.sections())
                .filteredOn(section -> section.category() == DataCategory.SAFETY)
                .isNotEmpty()
                .allMatch(section -> section.subject().value().equals("betrokkene-2"));
        String alone = REPORT.replaceFirst("(?s)<JZ:heeftBetrokken .*</JZ:heeftBetrokken>", neighbour);
        assertThat(PartnerAdapterContract.codes(read(alone))).containsExactly("REQUIRED");
    }

    @Test
    void namesTheBirthDateThatDoesNotExist() {
        Translation translation = read(REPORT.replace(">20170301<", ">20170231<"));
        assertThat(((Translation.Untranslatable) translation).violations())
                .containsExactly(new Violation(
                        "/vtMeldingDi01/object/betreft/gerelateerde/heeftBetrokken[1]/gerelateerde/geboortedatum",
                        "NOT_A_DATE",
                        "There is no such date."));
    }

    @ParameterizedTest
    @CsvSource({
        "vtMeldingDi01, zorgmeldingDi01, MESSAGE_NOT_SUPPORTED",
        "koppelvlak/jz0100, koppelvlak/jz0200, NOT_STUF_JEUGDZORG",
        "<StUF:functie>vtMeldingDi01, <StUF:functie>vtoDi01, CONTRADICTION",
        "<StUF:berichtcode>Di01, <StUF:berichtcode>Du01, CONTROL_DATA"
    })
    void namesWhatItDoesNotRead(String from, String to, String code) {
        assertThat(PartnerAdapterContract.codes(read(REPORT.replace(from, to)))).containsExactly(code);
    }

    @Test
    void readsWordOfVeiligThuisAsAnAnswerToTheReport() {
        Draft draft = draft(Sample.of("vt-terugkoppeling.xml", "").text());
        assertThat(draft.kind()).isEqualTo(MessageKind.FEEDBACK);
        assertThat(draft.inReplyTo()).isEqualTo(MessageId.parse("6f2f8b1e-3a53-4d0e-9a47-0c5b8f1d2e33"));
        assertThat(draft.sections())
                .anyMatch(section -> section.content()
                        .equals(new Content.Planned("Zicht op de veiligheid", null, null, "Wijkteam Noord")));
    }

    @Test
    void claimsNoGroundForAReportOfThePolice() {
        Draft draft = draft(Sample.of("jubes-melding-generiek.xml", "").text());
        assertThat(draft.kind()).isEqualTo(MessageKind.SIGNAL);
        assertThat(draft.basis()).isEqualTo(LegalBasis.NONE);
        assertThat(draft.sections().stream()
                        .filter(section -> section.category() == DataCategory.OBSERVATION)
                        .map(Section::lifeDomain))
                .contains(LifeDomain.REL, LifeDomain.MID);
        assertThat(draft.sections()).anyMatch(section -> section.category() == DataCategory.CRIMINAL);
    }

    @Test
    void readsANoticeOfTheRaadWithItsDecision() {
        Draft draft = draft(Sample.of("jubes-notificatie.xml", "").text());
        assertThat(draft.kind()).isEqualTo(MessageKind.INFO_PROVISION);
        assertThat(draft.sections())
                .anyMatch(section -> section.content()
                        .equals(new Content.Planned(
                                "Ondertoezichtstelling",
                                PartialDate.parse("2026-11-10"),
                                PartialDate.parse("2027-11-10"),
                                null)));
    }

    private static List<Content.Statement> statements(Draft draft) {
        return draft.sections().stream()
                .filter(section -> section.content() instanceof Content.Statement)
                .map(section -> (Content.Statement) section.content())
                .toList();
    }

    static Draft draft(String xml) {
        assertThat(PartnerAdapterContract.codes(read(xml))).isEmpty();
        return ((Translation.Translated) read(xml)).draft();
    }

    private static Translation read(String xml) {
        return ADAPTER.read(new Payload(JubesAdapter.MEDIA_TYPE, xml.getBytes(StandardCharsets.UTF_8)));
    }
}
