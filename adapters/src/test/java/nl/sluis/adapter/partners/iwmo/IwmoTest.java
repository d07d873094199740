package nl.sluis.adapter.partners.iwmo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
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
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IwmoTest implements PartnerAdapterContract, XmlContract {

    private static final String START = Sample.of("jw305-noah.xml", "").text();

    @Override
    public PartnerAdapter adapter() {
        return new IwmoAdapter();
    }

    @Override
    public List<Sample> samples() {
        return List.of(xmlSample());
    }

    @Override
    public Sample xmlSample() {
        return Sample.of("jw305-noah.xml", IwmoAdapter.MEDIA_TYPE);
    }

    @Override
    public List<String> leaves(Sample sample) throws Exception {
        return Leaves.xpaths(sample.text());
    }

    @Test
    void readsTheStartOfCareAsItsState() {
        Draft draft = draft(START);
        assertThat(draft.kind()).isEqualTo(MessageKind.FEEDBACK);
        assertThat(draft.sections())
                .anyMatch(section -> section.content()
                        .equals(new Content.Planned(
                                "Gestart: categorie 45 product 45A04",
                                PartialDate.parse("2026-11-16"),
                                null,
                                "98000001")));
        assertThat(PartnerAdapterContract.account(read(START)).notUnderstood())
                .anyMatch(path -> path.endsWith("/ToewijzingNummer"));
    }

    /** Law table 6.6 trap 14. */
    @Test
    void leavesAnOwnNumberThatIsTheBsnBehind() {
        String same = START.replaceFirst(
                "<jw305:Clientnummer>.*</jw305:Clientnummer>",
                "<jw305:Clientnummer>" + START.replaceFirst("(?s).*<jw305:Bsn>(\\d+)<.*", "$1")
                        + "</jw305:Clientnummer>");
        assertThat(draft(same).persons().get(0).identifiers())
                .extracting(PersonIdentifier::system)
                .containsExactly(PersonIdentifier.BSN);
        assertThat(PartnerAdapterContract.account(read(same)).notReleased())
                .anyMatch(path -> path.endsWith("/Clientnummer"));
    }

    @Test
    void keepsTheAddressOfARelationOfASecretClientSecret() {
        String address = "<jw305:Adressen><jw305:Adres><ijw:Adres><ijw:Straatnaam>Populierstraat</ijw:Straatnaam>"
                + "<ijw:Plaatsnaam>Lindedam</ijw:Plaatsnaam></ijw:Adres></jw305:Adres></jw305:Adressen>";
        String relation = "<jw305:Relaties><jw305:Relatie>" + address + "</jw305:Relatie></jw305:Relaties>";
        String secret = START.replace(
                "<jw305:StartProducten>",
                "<jw305:GeheimeClient>1</jw305:GeheimeClient>" + address + relation + "<jw305:StartProducten>");
        assertThat(addresses(secret)).containsExactly(true, true);
        assertThat(addresses(secret.replace("Client>1<", "Client>2<"))).containsExactly(false, false);
    }

    @Test
    void namesTheBirthDateThatDoesNotExist() {
        Translation translation = read(START.replace("2012-06-09", "2012-06-31"));
        assertThat(((Translation.Untranslatable) translation).violations())
                .containsExactly(new Violation(
                        "/Bericht/Clienten/Client/Geboortedatum/Datum", "NOT_A_DATE", "There is no such date."));
    }

    /** COD170: what is not known was filled with 01 or 1900. */
    @ParameterizedTest
    @CsvSource({"1, 2012-06-00", "2, 2012-00-00", "3, 0000-00-00"})
    void takesOnlyThePartsOfABirthDateThatAreSaidToBeKnown(String use, String known) {
        Translation translation = read(used(use));
        assertThat(((Translation.Translated) translation)
                        .draft()
                        .persons()
                        .get(0)
                        .birthDate())
                .isEqualTo(PartialDate.parse(known));
        assertThat(PartnerAdapterContract.account(translation).mapped())
                .anyMatch(path -> path.endsWith("/DatumGebruik"));
    }

    @Test
    void refusesAWordAboutABirthDateThatItDoesNotKnow() {
        assertThat(((Translation.Untranslatable) read(used("4"))).violations())
                .extracting(each -> each.path() + " " + each.code())
                .containsExactly("/Bericht/Clienten/Client/Geboortedatum/DatumGebruik UNKNOWN_CODE");
    }

    private static String used(String use) {
        return START.replace(
                "<ijw:Datum>2012-06-09</ijw:Datum>",
                "<ijw:Datum>2012-06-09</ijw:Datum><ijw:DatumGebruik>" + use + "</ijw:DatumGebruik>");
    }

    private static List<Boolean> addresses(String xml) {
        return draft(xml).sections().stream()
                .filter(section -> section.content() instanceof Content.Address)
                .map(section -> ((Content.Address) section.content()).secret())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "ijw/3_2/jw305, ijw/4_0/jw305, VERSION_NOT_SUPPORTED",
        "3_2/jw305, 3_2/jw303, MESSAGE_NOT_SUPPORTED",
        "istandaarden.nl/ijw, istandaarden.nl/iwlz, NOT_ISTANDAARDEN",
        "StartProduct>, AnderProduct>, REQUIRED"
    })
    void namesWhatItDoesNotRead(String from, String to, String code) {
        assertThat(PartnerAdapterContract.codes(read(START.replace(from, to)))).containsExactly(code);
    }

    @Test
    void refusesTwoClientsInOneMessage() {
        String client = START.replaceFirst("(?s).*(<jw305:Client>.*</jw305:Client>).*", "$1");
        assertThat(PartnerAdapterContract.codes(read(START.replace(client, client + client))))
                .containsExactly("AMBIGUOUS");
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "CasusA-01-WMO315_verzoek.xml, REFERRAL, 1",
        "CasusA-02-WMO301_toewijzing.xml, FEEDBACK, 2",
        "CasusB-02-WMO305_start.xml, FEEDBACK, 1",
        "CasusB-04-WMO307_stop.xml, FEEDBACK, 1",
    })
    void readsAPublishedMessage(String file, MessageKind kind, int persons) {
        Draft draft = draft(RealFiles.read("iwmo2", file));
        assertThat(draft.kind()).isEqualTo(kind);
        assertThat(draft.persons()).hasSize(persons);
        assertThat(draft.persons().get(0).identifiers()).hasSize(1);
        assertThat(draft.sections()).anyMatch(section -> section.category() == DataCategory.PLANNING);
    }

    private static Draft draft(String xml) {
        assertThat(PartnerAdapterContract.codes(read(xml))).isEmpty();
        return ((Translation.Translated) read(xml)).draft();
    }

    private static Translation read(String xml) {
        return new IwmoAdapter().read(new Payload(IwmoAdapter.MEDIA_TYPE, xml.getBytes(StandardCharsets.UTF_8)));
    }
}
