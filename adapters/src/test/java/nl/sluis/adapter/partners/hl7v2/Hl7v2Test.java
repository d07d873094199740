package nl.sluis.adapter.partners.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import nl.sluis.adapter.Draft;
import nl.sluis.adapter.PartnerAdapterContract;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.Sample;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.Violation;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.PersonIdentifier;
import nl.sluis.canonical.Urgency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Hl7v2Test {

    private static final String REFERRAL = Sample.of("gp-ref-i12-noah.hl7", "").text();
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    @Test
    void readsTheReferralOfNoahWithHisParents() {
        Draft draft = draft(REFERRAL);
        assertThat(draft.kind()).isEqualTo(MessageKind.REFERRAL);
        assertThat(draft.urgency()).isEqualTo(Urgency.PRIORITY);
        assertThat(draft.persons().stream().map(person -> person.role()))
                .containsExactly(HouseholdRole.CHILD, HouseholdRole.PARENT, HouseholdRole.PARENT);
        assertThat(draft.persons().get(0).identifiers().stream().map(PersonIdentifier::system))
                .containsExactlyInAnyOrder(PersonIdentifier.BSN, PersonIdentifier.LOCAL);
        assertThat(draft.statements()).isEmpty();
    }

    @Test
    void resolvesEscapesAndKeepsEveryRepetition() {
        Draft draft = draft(REFERRAL);
        assertThat(texts(draft)).contains("Slaapt slecht& is bang").anyMatch(text -> text.contains("Eetlust normaal."));
        assertThat(texts(draft)).anyMatch(text -> text.contains("te slapen.\nMoeder"));
        assertThat(texts(draft)).contains("Graag overleg met moeder.\nZij is overdag bereikbaar.");
    }

    @Test
    void makesOnlyTheReasonMandatoryBesideWhoItIs() {
        assertThat(draft(REFERRAL).sections().stream()
                        .filter(section -> section.mandatory())
                        .map(section -> section.category()))
                .containsExactlyInAnyOrder(DataCategory.IDENTITY, DataCategory.OBSERVATION);
        assertThat(draft(REFERRAL).sections())
                .anyMatch(section ->
                        section.category() == DataCategory.DIAGNOSIS && section.lifeDomain() == LifeDomain.GGZ);
    }

    @Test
    void namesAZSegmentAndAFileAsNotUnderstood() {
        assertThat(PartnerAdapterContract.account(read(REFERRAL)).notUnderstood())
                .contains("ZPI[1].1", "ZPI[1].2", "OBX[3].5");
        assertThat(PartnerAdapterContract.account(read(REFERRAL)).notReleased()).contains("PRD[1].2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "REF^I12; ADT^A01; MESSAGE_NOT_SUPPORTED; AR",
                "|2.5|; |2.3|; VERSION_NOT_SUPPORTED; AR",
                "|2.5|; |3|; VERSION_NOT_SUPPORTED; AR",
                "|msg-0001|; ||; REQUIRED; AE",
                "Demir&&Demir^Noah; ; REQUIRED; AE",
                "MSH|; MSX|; NOT_HL7; AR",
            })
    void answersWhatItDoesNotReadInItsOwnLanguage(String from, String to, String code, String answer) {
        String broken = REFERRAL.replace(from, to == null ? "" : to);
        assertThat(PartnerAdapterContract.codes(read(broken))).containsExactly(code);
        String ack = ack(broken);
        assertThat(ack).startsWith("MSH|^~\\&|").contains("\rMSA|" + answer).contains(code);
        assertThat(ack).doesNotContain("Noah", "999990");
    }

    @Test
    void refusesAReferralWithoutAReason() {
        String silent = REFERRAL.replaceAll("\\|Slaapt slecht[^\r]*", "").replaceAll("NTE[^\r]*\r", "");
        assertThat(PartnerAdapterContract.codes(read(silent))).containsExactly("REASON_MISSING");
        assertThat(ack(silent)).contains("\rERR||RF1^1^10|101^^HL70357|E|REASON_MISSING|");
    }

    @Test
    void acknowledgesWhatItUnderstoodByItsControlId() {
        assertThat(ack(REFERRAL)).contains("\rMSA|AA|msg-0001").doesNotContain("\rERR");
        assertThat(ack(REFERRAL)).startsWith("MSH|^~\\&|SLUIS|WIJKTEAM-NOORD|HIS|PRAKTIJK-LINDEDAM|20261122090000");
    }

    @Test
    void keepsANumberThatFailsTheElevenTestOutOfTheMessage() {
        String wrong = REFERRAL.replaceAll("\\|99999\\d{4}\\^", "|123456789^");
        assertThat(draft(wrong).sections()).noneMatch(section -> section.category() == DataCategory.BSN);
        assertThat(draft(wrong).persons().get(0).identifiers()).hasSize(1);
        assertThat(PartnerAdapterContract.account(read(wrong)).notUnderstood()).contains("PID[1].3");
        assertThat(PartnerAdapterContract.account(read(REFERRAL)).mapped()).contains("PID[1].3");
    }

    /** A patient is a child only when the birth date and the day of the message say so. */
    @ParameterizedTest
    @CsvSource({"20081121, CHILD", "20081120, OTHER", "2008, CHILD", "'', OTHER", "19600101, OTHER"})
    void takesThePlaceOfThePatientFromTheAgeOnTheDayOfTheMessage(String born, HouseholdRole role) {
        assertThat(draft(REFERRAL.replace("|20120609|", "|" + born + "|"))
                        .persons()
                        .get(0)
                        .role())
                .isEqualTo(role);
    }

    @ParameterizedTest
    @CsvSource({"20120631", "onbekend", "20120609x", "2012060"})
    void namesTheBirthDateThatDoesNotExist(String born) {
        Translation translation = read(REFERRAL.replace("|20120609|", "|" + born + "|"));
        assertThat(((Translation.Untranslatable) translation).violations())
                .containsExactly(new Violation("PID[1].7", "NOT_A_DATE", "There is no such date."));
    }

    /** HL7 table 0085. */
    @ParameterizedTest
    @CsvSource({"D", "W", "X"})
    void leavesAResultThatWasWithdrawnBehind(String status) {
        String withdrawn = REFERRAL.replace("|37,1|Cel|||||F", "|37,1|Cel|||||" + status);
        assertThat(texts(draft(REFERRAL))).anyMatch(text -> text.contains("37,1"));
        assertThat(texts(draft(withdrawn))).noneMatch(text -> text.contains("37,1"));
        assertThat(PartnerAdapterContract.account(read(withdrawn)).notReleased())
                .contains("OBX[1].3", "OBX[1].5");
    }

    @Test
    void takesACodeAloneForADiagnosisAndNotForAReason() {
        Draft draft = draft(REFERRAL.replaceAll("\\|Slaapt slecht[^\r^]*\\^[^\r]*", "|P06"));
        assertThat(draft.sections())
                .filteredOn(section -> section.mandatory() && section.category() != DataCategory.IDENTITY)
                .extracting(section -> section.category())
                .containsExactly(DataCategory.DIAGNOSIS);
    }

    /** Table 0063; the fifteenth field after the relationship has the birth date. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "FTH^Father^HL70063, -, PARENT",
                "PAR, -, PARENT",
                "GRD^Guardian^HL70063, -, GUARDIAN",
                "DOM, -, PARTNER",
                "SPO, -, PARTNER",
                "BRO^Brother^HL70063, -, OTHER",
                "SIS, 20150101, CHILD",
                "SIB, 19900101, OTHER",
                "CHD, -, CHILD",
                "FCH^Foster child^HL70063, -, CHILD",
                "SCH, 19900101, OTHER",
                "GRP^Grandparent^HL70063, -, OTHER",
                "EMC, -, OTHER",
            })
    void takesThePlaceOfNextOfKinFromTheTable(String relation, String born, HouseholdRole role) {
        String kin = kin(relation, born);
        assertThat(draft(kin).persons().get(2).role()).isEqualTo(role);
        assertThat(PartnerAdapterContract.account(read(kin)).mapped()).contains("NK1[2].3");
    }

    @ParameterizedTest
    @CsvSource({"XYZ", "fth", "FTH^Vader^L", "FTH^Vader^99NLD"})
    void namesARelationshipThatIsNotOfTheTableAsNotUnderstood(String relation) {
        String kin = kin(relation, null);
        assertThat(draft(kin).persons().get(2).role()).isEqualTo(HouseholdRole.OTHER);
        assertThat(PartnerAdapterContract.account(read(kin)).notUnderstood()).contains("NK1[2].3");
    }

    private static String kin(String relation, String born) {
        return REFERRAL.replace("FTH^Father^HL70063", relation + (born == null ? "" : "|".repeat(13) + born));
    }

    private static java.util.List<String> texts(Draft draft) {
        return draft.sections().stream()
                .filter(section -> section.content() instanceof Content.Statement)
                .map(section -> ((Content.Statement) section.content()).text())
                .toList();
    }

    private static Draft draft(String text) {
        assertThat(PartnerAdapterContract.codes(read(text))).isEmpty();
        return ((Translation.Translated) read(text)).draft();
    }

    private static Translation read(String text) {
        return new Hl7v2Adapter().read(payload(text));
    }

    private static String ack(String text) {
        return new String(Acknowledgement.to(payload(text), read(text), NOW).bytes(), StandardCharsets.UTF_8);
    }

    private static Payload payload(String text) {
        return new Payload(Hl7v2Adapter.MEDIA_TYPE, text.getBytes(StandardCharsets.UTF_8));
    }
}
