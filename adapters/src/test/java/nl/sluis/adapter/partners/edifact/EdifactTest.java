package nl.sluis.adapter.partners.edifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import nl.sluis.adapter.Completeness;
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

    /** Law table 6.6 trap 10, on the published report: a child by a birth date in parts, and components right behind the tag. */
    @Test
    void readsAPublishedLabReportOfAChild() {
        String text = RealFiles.read("edifact", "medlab.edi");
        Draft draft = draft(text);
        assertThat(draft.kind()).isEqualTo(MessageKind.INFO_PROVISION);
        assertThat(draft.persons().get(0).role()).isEqualTo(HouseholdRole.CHILD);
        assertThat(draft.persons().get(0).birthDate()).isEqualTo(PartialDate.parse("2003-04-22"));
        assertThat(draft.sections())
                .filteredOn(section -> section.category() == DataCategory.DIAGNOSIS)
                .hasSize(4);
        assertThat(letter(draft).text()).isEqualTo("gewicht: 70.0 kg (0 tot 1000)");
        assertThat(letter(draft).observedOn()).isEqualTo(PartialDate.parse("2006-09-21"));
        Completeness account = PartnerAdapterContract.account(read(text));
        assertThat(account.notReleased()).contains("UNH[1].3", "ART[1].3.1");
        assertThat(account.notUnderstood()).contains("SEC[1].1", "BEP[1].1", "BEP[1].9");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2012:06:09+M; 2012:06:31+M; NOT_A_DATE; PID[1].1",
                "MEDLAB:1; MEDLAB:2; VERSION_NOT_SUPPORTED; UNH[1].2.2",
                "Demir:::::N.; :::::N.; REQUIRED; PID[1].3",
                "BEP:1:1; BEQ:1:1; REQUIRED; BEP",
                "UNT+9; UNT+8; CONTROL_COUNT_DOES_NOT_MATCH_ACTUAL_COUNT; UNT.1",
            })
    void namesWhatIsWrongInALabReport(String from, String to, String code, String path) {
        String lab = Sample.of("lab-medlab-noah.edi", "").text();
        Translation translation = read(lab.replace(from, to));
        assertThat(PartnerAdapterContract.codes(translation)).containsExactly(code);
        assertThat(((Translation.Untranslatable) translation).violations())
                .extracting(Violation::path)
                .containsExactly(path);
        assertThat(draft(lab.replace("2012:06:09", "12:06:09")).persons().get(0).birthDate())
                .isEqualTo(PartialDate.UNKNOWN);
    }

    /** A tag with numbers is one only behind a quote that ends a segment. */
    @Test
    void takesNoTextForATagWithNumbers() {
        String lab = Sample.of("lab-medlab-noah.edi", "").text();
        assertThat(letter(draft(lab.replace("Lengte", "a?'BEP?:1"))).text()).startsWith("a'BEP:1: 151");
        // As a tag it would have lost its number, and the element behind it would be a value
        assertThat(PartnerAdapterContract.account(read(lab.replace("+Lengte", "+a?'BEP:1+Lengte")))
                        .notUnderstood())
                .contains("BEP[1].2.2");
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
