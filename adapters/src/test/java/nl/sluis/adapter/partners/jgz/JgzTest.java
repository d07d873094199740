package nl.sluis.adapter.partners.jgz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.sluis.adapter.Completeness;
import nl.sluis.adapter.Draft;
import nl.sluis.adapter.Leaves;
import nl.sluis.adapter.PartnerAdapter;
import nl.sluis.adapter.PartnerAdapterContract;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.RealFiles;
import nl.sluis.adapter.Sample;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.Violation;
import nl.sluis.adapter.XmlContract;
import nl.sluis.canonical.AssertionType;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonName;
import nl.sluis.canonical.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JgzTest implements PartnerAdapterContract, XmlContract {

    private static final String FILE = Sample.of("jgz-dossier-noah.xml", "").text();

    @Override
    public PartnerAdapter adapter() {
        return new JgzAdapter();
    }

    @Override
    public List<Sample> samples() {
        return List.of(xmlSample());
    }

    @Override
    public Sample xmlSample() {
        return Sample.of("jgz-dossier-noah.xml", JgzAdapter.MEDIA_TYPE);
    }

    @Override
    public List<String> leaves(Sample sample) throws Exception {
        return Leaves.xpaths(sample.text());
    }

    @Test
    void readsTheChildAndNobodysOtherName() {
        Draft draft = draft(FILE);
        assertThat(draft.kind()).isEqualTo(MessageKind.HANDOVER);
        assertThat(draft.statements()).isEmpty();
        assertThat(draft.persons().get(0).role()).isEqualTo(HouseholdRole.CHILD);
        assertThat(((Content.Identity) draft.sections().get(0).content()).name())
                .isEqualTo(new PersonName("Noah", null, "van", "Demir"));
        assertThat(draft.sections().stream().filter(Section::mandatory)).hasSize(1);
    }

    @Test
    void makesEachObservationASectionOfItsOwnWithItsDay() {
        assertThat(observations(draft(FILE)))
                .containsExactly(
                        "GGZ Psychosociaal en cognitief functioneren: Bijzonderheden psychische ontwikkeling: Slaapt slecht en is bang.",
                        "GGZ Psychosociaal en cognitief functioneren: Bijzonderheden cognitieve ontwikkeling: niet: ja",
                        "LGZ Bewegingsapparaat, Onderste extremiteiten: Bijzonderheden: Beenlengteverschil (Rechts)",
                        "LGZ Bewegingsapparaat: Verschil: 2 cm");
        assertThat(draft(FILE).sections())
                .filteredOn(section -> section.content() instanceof Content.Statement)
                .allMatch(section -> section.category() == DataCategory.DIAGNOSIS && !section.mandatory())
                .extracting(Section::content)
                .allMatch(content -> ((Content.Statement) content).assertion() == AssertionType.PROFESSIONAL_OPINION
                        && PartialDate.parse("2026-11-01").equals(((Content.Statement) content).observedOn()));
        assertThat(draft(FILE).sections())
                .anyMatch(section -> section.content()
                        .equals(new Content.Planned(
                                "Contact 12 tot 18 jaar", PartialDate.parse("2026-11-01"), null, null)));
    }

    @Test
    void namesFilesConsentsForVaccinationAndUnknownValuesAsNotUnderstood() {
        Completeness account = PartnerAdapterContract.account(read(FILE));
        assertThat(account.notUnderstood())
                .anyMatch(path -> path.endsWith("/document/text"))
                .anyMatch(path -> path.endsWith("/consentEvent/code"))
                .anyMatch(path -> path.endsWith("/observation/value[2]"))
                .anyMatch(path -> path.endsWith("/telecom[3]"))
                .anyMatch(path -> path.endsWith("/family[2]"));
        assertThat(account.notReleased()).singleElement().asString().endsWith("/attentionLine");
    }

    /** Of a contact that did not take place nothing is said, and nothing is passed over. */
    @ParameterizedTest
    @ValueSource(strings = {"cancelled", "aborted", "nullified", "iets"})
    void tellsNoContactThatDidNotTakePlace(String status) {
        int contact = FILE.indexOf("<encounter ");
        String other = FILE.substring(0, contact)
                + FILE.substring(contact)
                        .replaceFirst("statusCode code=\"completed\"", "statusCode code=\"" + status + "\"");
        assertThat(draft(other).sections())
                .noneMatch(section ->
                        section.content() instanceof Content.Planned || section.content() instanceof Content.Statement);
        assertThat(PartnerAdapterContract.account(read(other)).notUnderstood())
                .anyMatch(path -> path.endsWith("/encounter"));
    }

    @ParameterizedTest
    @CsvSource({
        "'code=\"M\" codeSystem=\"2.16.840.1.113883.5.1\"', 'code=\"X\" codeSystem=\"2.16.840.1.113883.5.1\"', /administrativeGenderCode",
        "'value=\"2\" unit=\"cm\"', 'nullFlavor=\"NI\"', /observation/value[1]",
        "'value=\"2\" unit=\"cm\"', 'nullFlavor=\"NI\"', /observation/code",
    })
    void callsNothingReadThatDoesNotComeAlong(String from, String to, String place) {
        assertThat(FILE).contains(from);
        List<String> before = PartnerAdapterContract.account(read(FILE)).notUnderstood();
        assertThat(PartnerAdapterContract.account(read(FILE.replace(from, to))).notUnderstood())
                .anyMatch(path -> path.endsWith(place) && !before.contains(path));
    }

    @Test
    void keepsANumberThatFailsTheElevenTestOutOfTheMessage() {
        String wrong = FILE.replace("999990020", "123456789");
        assertThat(draft(wrong).sections()).noneMatch(section -> section.category() == DataCategory.BSN);
        assertThat(PartnerAdapterContract.account(read(wrong)).notUnderstood())
                .anyMatch(path -> path.endsWith("/patient/id[1]"));
    }

    @ParameterizedTest
    @CsvSource({"20081121, CHILD", "20081120, OTHER", "1985, OTHER"})
    void takesThePlaceOfThePersonFromTheAgeOnTheDayOfTheHandover(String born, HouseholdRole role) {
        assertThat(draft(FILE.replace("20120609", born)).persons().get(0).role())
                .isEqualTo(role);
    }

    @ParameterizedTest
    @CsvSource({
        "urn:hl7-org:v3, urn:hl7-org:v2, NOT_HL7V3",
        "REPC_IN902120NL03 , REPC_IN902120NL04 , VERSION_NOT_SUPPORTED",
        "REPC_IN902120NL03 , REPC_IN004014NL , MESSAGE_NOT_SUPPORTED",
        "patient>, somebody>, REQUIRED",
        "family>, surname>, REQUIRED",
        "20120609, 20120631, NOT_A_DATE",
    })
    void namesWhatItDoesNotRead(String from, String to, String code) {
        String broken = from.startsWith("REPC")
                ? FILE.replace("<REPC_IN902120NL03", "<" + to.strip()).replace("</REPC_IN902120NL03", "</" + to.strip())
                : from.equals("patient>")
                        ? FILE.replace("<patient ", "<somebody ").replace("</patient>", "</somebody>")
                        : from.equals("family>")
                                ? FILE.replace("<family", "<surname").replace("</family", "</surname")
                                : FILE.replace(from, to);
        assertThat(PartnerAdapterContract.codes(read(broken))).containsExactly(code);
    }

    @Test
    void refusesTwoFilesInOneMessage() {
        String sequel =
                FILE.substring(FILE.indexOf("<sequelTo>"), FILE.indexOf("</sequelTo>") + "</sequelTo>".length());
        assertThat(((Translation.Untranslatable) read(FILE.replace(sequel, sequel + sequel))).violations())
                .extracting(Violation::code)
                .containsExactly("AMBIGUOUS");
    }

    /** The published file, whole: every element is in the account once. */
    @Test
    void readsThePublishedFile() throws Exception {
        String published = RealFiles.read("jgz-dossieroverdracht", "DOB-v3.1.0-test-ontvangen-XXX_Hollander_hl7.xml");
        Draft draft = draft(published);
        assertThat(draft.persons()).hasSize(1);
        assertThat(draft.persons().get(0).role()).isEqualTo(HouseholdRole.OTHER);
        assertThat(observations(draft)).hasSizeGreaterThan(100);
        dropsNothing(published);
    }

    private void dropsNothing(String xml) throws Exception {
        Completeness account = PartnerAdapterContract.account(read(xml));
        List<String> named = new ArrayList<>(account.mapped());
        named.addAll(account.notReleased());
        named.addAll(account.notUnderstood());
        Set<String> paths = Set.copyOf(named);
        for (String leaf : Leaves.xpaths(xml)) {
            String at = leaf;
            while (!at.isEmpty() && !paths.contains(at)) {
                at = at.substring(0, at.lastIndexOf('/'));
            }
            assertThat(at).as(leaf).isNotEmpty();
        }
    }

    private static List<String> observations(Draft draft) {
        return draft.sections().stream()
                .filter(section -> section.content() instanceof Content.Statement)
                .map(section -> section.lifeDomain() + " " + ((Content.Statement) section.content()).text())
                .toList();
    }

    private static Draft draft(String xml) {
        assertThat(PartnerAdapterContract.codes(read(xml))).isEmpty();
        return ((Translation.Translated) read(xml)).draft();
    }

    private static Translation read(String xml) {
        return new JgzAdapter().read(new Payload(JgzAdapter.MEDIA_TYPE, xml.getBytes(StandardCharsets.UTF_8)));
    }
}
