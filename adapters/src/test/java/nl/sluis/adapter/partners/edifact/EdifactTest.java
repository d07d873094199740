package nl.sluis.adapter.partners.edifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import nl.sluis.adapter.Draft;
import nl.sluis.adapter.PartnerAdapterContract;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.RealFiles;
import nl.sluis.adapter.Sample;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.Violation;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdifactTest {

    private static final String REFERRAL = Sample.of("gp-medvry-noah.edi", "").text();

    @Test
    void readsAReferralWithItsReleasedCharacters() {
        Draft draft = draft(REFERRAL);
        assertThat(draft.kind()).isEqualTo(MessageKind.REFERRAL);
        assertThat(letter(draft).text()).isEqualTo("""
                        Geachte collega,

                        Reden van verwijzing: Noah slaapt slecht.
                        Hij zei: waarom ik? Echt

                        Moeder, Sanne, vraagt om hulp bij het opvoeden.
                        Vader's werk kost nachten.""");
        assertThat(letter(draft).observedOn()).isEqualTo(PartialDate.parse("2026-11-20"));
        assertThat(PartnerAdapterContract.account(read(REFERRAL)).notUnderstood())
                .containsExactly("XYZ[1].1");
    }

    /** The access reference of the header often holds a name: it goes nowhere. */
    @Test
    void leavesTheNameInTheHeaderBehind() {
        assertThat(PartnerAdapterContract.account(read(REFERRAL)).notReleased()).contains("UNH[1].3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "UNT+12+; UNT+13+; CONTROL_COUNT_DOES_NOT_MATCH_ACTUAL_COUNT; UNT.1",
                "UNT+12+1; UNT+12+2; CONTROL_REFERENCE_MISMATCH; UNT.2",
                "UNZ+1+; UNZ+2+; CONTROL_COUNT_DOES_NOT_MATCH_ACTUAL_COUNT; UNZ.1",
                "UNZ+1+26112000000001; UNZ+1+1; CONTROL_REFERENCE_MISMATCH; UNZ.2",
                "MEDVRY; MEDREC; MESSAGE_NOT_SUPPORTED; UNH[1].2.1",
                "MEDVRY:3; MEDVRY:9; VERSION_NOT_SUPPORTED; UNH[1].2.2",
                "100:Demir; 100:; REQUIRED; PID[1].3",
                "BTH:20120609; BTH:20120631; NOT_A_DATE; DTM[2].1.2",
                "UNOC; UNOX; CHARSET_NOT_SUPPORTED; UNB[1].1.1",
            })
    void namesWhatIsWrong(String from, String to, String code, String path) {
        Translation translation = read(REFERRAL.replace(from, to));
        assertThat(PartnerAdapterContract.codes(translation)).containsExactly(code);
        assertThat(((Translation.Untranslatable) translation).violations())
                .extracting(Violation::path)
                .containsExactly(path);
    }

    @Test
    void refusesTwoMessagesInOneInterchange() {
        int from = REFERRAL.indexOf("UNH");
        int end = REFERRAL.indexOf("UNZ");
        String second =
                REFERRAL.substring(from, end).replace("UNH+1+", "UNH+2+").replace("UNT+12+1", "UNT+12+2");
        String two =
                REFERRAL.substring(0, end) + second + REFERRAL.substring(end).replace("UNZ+1+", "UNZ+2+");
        assertThat(PartnerAdapterContract.codes(read(two))).containsExactly("AMBIGUOUS");
    }

    @Test
    void refusesALetterAboutTwoPatients() {
        int from = REFERRAL.indexOf("PID+PAT");
        String pid = REFERRAL.substring(from, REFERRAL.indexOf("DTM+BTH"));
        String two = REFERRAL.replace(pid, pid + pid.replace("Demir", "Bakker")).replace("UNT+12+", "UNT+13+");
        assertThat(PartnerAdapterContract.codes(read(two))).containsExactly("AMBIGUOUS");
    }

    /** A patient is a child only when the birth date and the day of the letter say so. */
    @ParameterizedTest
    @CsvSource({"20081121, CHILD", "20081120, OTHER", "20080000, CHILD", "00000000, OTHER", "19600101, OTHER"})
    void takesThePlaceOfThePatientFromTheAgeOnTheDayOfTheLetter(String born, HouseholdRole role) {
        assertThat(draft(REFERRAL.replace("BTH:20120609", "BTH:" + born))
                        .persons()
                        .get(0)
                        .role())
                .isEqualTo(role);
    }

    @Test
    void namesANumberThatFailsTheElevenTestAsNotUnderstood() {
        String wrong = REFERRAL.replace("P-778:PCL:LOC", "123456789:BSN:LOC");
        assertThat(draft(wrong).sections()).noneMatch(section -> section.category() == DataCategory.BSN);
        assertThat(draft(wrong).persons().get(0).identifiers()).isEmpty();
        assertThat(PartnerAdapterContract.account(read(wrong)).notUnderstood()).contains("PID[1].2.1");
    }

    /** Law table 6.6 trap 9, on the published letter: no number, a local one, escapes, and a year of two digits. */
    @Test
    void readsAPublishedLetterWithoutTakingItsLocalNumberForABsn() {
        Draft draft = draft(RealFiles.read("edifact", "medspe.edi"));
        assertThat(draft.kind()).isEqualTo(MessageKind.INFO_PROVISION);
        assertThat(draft.sections()).noneMatch(section -> section.category() == DataCategory.BSN);
        assertThat(draft.persons().get(0).identifiers())
                .containsExactly(new PersonIdentifier(PersonIdentifier.LOCAL, "010100KA00"));
        assertThat(letter(draft).text())
                .startsWith("Aan:\nDe Weledelgeleerde Heer H. Huisarts")
                .contains("Betreft: Dhr.");
        assertThat(letter(draft).observedOn()).isEqualTo(PartialDate.parse("2007-03-26"));
        assertThat(draft(RealFiles.read("edifact", "medspe.edi").replace("DTM+137:200703260000:203", "DTM+138:1:203"))
                        .sections())
                .extracting(section -> section.content())
                .anyMatch(content -> content instanceof Content.Statement statement
                        && PartialDate.parse("2007-03-27").equals(statement.observedOn()));
    }

    /** Trap 10: components right behind a tag are no EDIFACT that the library reads; the whole is refused, with its place. */
    @Test
    void refusesALabReportAsAWhole() {
        Translation translation = read(RealFiles.read("edifact", "medlab.edi"));
        assertThat(PartnerAdapterContract.codes(translation)).containsExactly("NOT_EDIFACT");
    }

    private static Content.Statement letter(Draft draft) {
        return draft.sections().stream()
                .filter(section -> section.content() instanceof Content.Statement)
                .map(section -> (Content.Statement) section.content())
                .findFirst()
                .orElseThrow();
    }

    private static Draft draft(String text) {
        assertThat(PartnerAdapterContract.codes(read(text))).isEmpty();
        return ((Translation.Translated) read(text)).draft();
    }

    private static Translation read(String text) {
        return new EdifactAdapter()
                .read(new Payload(EdifactAdapter.MEDIA_TYPE, text.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
