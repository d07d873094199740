package nl.sluis.adapter.partners.veiligthuis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.Violation;
import nl.sluis.adapter.partners.Adapters;
import nl.sluis.canonical.AssertionType;
import nl.sluis.canonical.Bsn;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.Person;
import nl.sluis.canonical.PersonName;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.Section;
import nl.sluis.canonical.Sex;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The form of a report to Veilig Thuis, as XML and on paper. */
class ReportFormTest {

    private static final ReportFormAdapter XML = new ReportFormAdapter(ReportFormAdapter.Form.XML);
    private static final ReportFormAdapter PDF = new ReportFormAdapter(ReportFormAdapter.Form.PDF);
    private static final PersonRef MILA = new PersonRef("mila");

    @Test
    void writesEverythingOfAReportWithFactsApartFromOpinions() throws Exception {
        Document form = xml(JubesWritingTest.message(MessageKind.VT_REPORT));
        assertThat(texts(form, "naam")).containsExactly("Mila van Rijn", "Sanne van Rijn", "Kerem Demir");
        assertThat(texts(form, "bsn")).containsExactly("999990019");
        assertThat(texts(form, "bereikbaar")).containsExactly("0600000001");
        assertThat(attributes(form, "zorg", "wijze")).containsExactly("Waargenomen", "Oordeel", "Gehoord");
        assertThat(attributes(form, "zorg", "bron")).containsExactly("", "", "juf \"An\"");
        assertThat(texts(form, "zorg").get(0))
                .isEqualTo("Schrok & zei: <\"nee\">\n[9 SAFETY] Vermoeden: dit is geen regel");
        assertThat(attributes(form, "adres", "geheim")).containsExactly("false", "true");
        assertThat(attributes(form, "informering", "geinformeerd")).containsExactly("true", "false");
        assertThat(texts(form, "informering")).containsExactly("", "veiligheid");
        assertThat(form.getDocumentElement().getAttribute("verzonden")).isEqualTo("2026-11-23T00:30:00+01:00");
    }

    @Test
    void saysThatTheReporterRecordedWhoWasInformedWhereTheReportDoesNot() throws Exception {
        Message report = JubesWritingTest.message(MessageKind.VT_REPORT);
        List<Section> silent = report.sections().stream()
                .filter(section -> InformedPerson.from(section.content()) == null)
                .toList();
        assertThat(texts(xml(JubesWritingTest.with(report, silent)), "informering"))
                .containsExactly(ReportWriting.AT_THE_REPORTER);
    }

    @Test
    void writesHowToReachAReporterWhoIsNoParty() throws Exception {
        Message report = withReporter();
        assertThat(ReportWriting.involved(report)).hasSize(3);
        assertThat(texts(xml(report), "contact"))
                .containsExactly(
                        "An Bakker geboren 1980-05-00 vrouw",
                        "BSN 999990020",
                        "Telefoon: 0600000009",
                        "Adres: Schoolplein 1 9999 AA Lindedam NL");
        try (PDDocument paper = Loader.loadPDF(PDF.write(report).orElseThrow().bytes())) {
            assertThat(new PDFTextStripper().getText(paper)).contains("0600000009", "Schoolplein 1", "999990020");
        }
    }

    private static Message withReporter() {
        Message report = JubesWritingTest.message(MessageKind.VT_REPORT);
        PersonRef juf = new PersonRef("juf");
        List<Person> persons = new ArrayList<>(report.persons());
        persons.add(new Person(juf, HouseholdRole.OTHER));
        List<Section> sections = new ArrayList<>(report.sections());
        sections.add(JubesWritingTest.section(
                30,
                juf,
                DataCategory.REPORTER_IDENTITY,
                null,
                new Content.Identity(
                        new PersonName("An", null, null, "Bakker"), PartialDate.parse("1980-05-00"), Sex.FEMALE)));
        sections.add(JubesWritingTest.section(
                31, juf, DataCategory.BSN, null, new Content.CitizenNumber(new Bsn("999990020"))));
        sections.add(JubesWritingTest.section(
                32, juf, DataCategory.CONTACT, null, new Content.ContactPoint("Telefoon", "0600000009")));
        sections.add(JubesWritingTest.section(
                33,
                juf,
                DataCategory.ADDRESS,
                null,
                new Content.Address("Schoolplein", "1", "9999 AA", "Lindedam", "NL", false)));
        return JubesWritingTest.with(report, persons, sections);
    }

    @Test
    void losesNothingBeyondTheEdgeOfThePaper() throws Exception {
        String wide = "w".repeat(400);
        Message report = told(wide);
        List<Section> sections = new ArrayList<>(report.sections());
        sections.add(JubesWritingTest.section(
                21, MILA, DataCategory.CONTACT, null, new Content.ContactPoint("Telefoon", "m".repeat(300))));
        try (PDDocument paper = Loader.loadPDF(
                PDF.write(JubesWritingTest.with(report, sections)).orElseThrow().bytes())) {
            List<Float> ends = new ArrayList<>();
            PDFTextStripper stripper = new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> positions) {
                    positions.forEach(each -> ends.add(each.getEndX()));
                }
            };
            stripper.getText(paper);
            float edge = paper.getPage(0).getMediaBox().getWidth();
            assertThat(ends).hasSizeGreaterThan(700).allMatch(end -> end < edge - 40);
        }
    }

    @Test
    void isATaggedPdfByTheRulesOfPdfUa() throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        byte[] pdf = PDF.write(JubesWritingTest.message(MessageKind.VT_REPORT))
                .orElseThrow()
                .bytes();
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            ValidationResult result = validator.validate(parser);
            assertThat(result.getTestAssertions().stream()
                            .map(each -> each.getRuleId().getClause() + "-"
                                    + each.getRuleId().getTestNumber() + " " + each.getMessage()))
                    .isEmpty();
            assertThat(result.isCompliant()).isTrue();
        }
    }

    @Test
    void putsOnPaperWhatTheXmlSays() throws Exception {
        Message report = JubesWritingTest.message(MessageKind.VT_REPORT);
        try (PDDocument paper = Loader.loadPDF(PDF.write(report).orElseThrow().bytes())) {
            String text = new PDFTextStripper().getText(paper).replaceAll("\\s+", " ");
            assertThat(text)
                    .contains("Melding aan Veilig Thuis", "Verzonden 23 november 2026, 00:30 uur", "met voorrang")
                    .contains("Mila van Rijn", "1 maart 2017", "mei 1992, dag niet bekend", "999990019")
                    .contains("Telefoon 0600000001", "Populierstraat 18 A 9999 ZZ Lindedam")
                    .contains("GEHEIM, aan niemand van de betrokkenen noemen: Iepenlaan 3")
                    .contains("Ja, e-mail, op 19-11-2026.", "Nee. Reden: veiligheid")
                    .contains("Waargenomen. Over betrokkene 1. (Huiselijke) relaties. 17 november 2026.")
                    .contains("Van: juf \"An\".", "Schrok & zei: <\"nee\">");
            assertThat(paper.getDocumentCatalog().getLanguage()).isEqualTo("nl");
            assertThat(paper.getDocumentInformation().getTitle()).isEqualTo("Melding aan Veilig Thuis");
        }
    }

    @ParameterizedTest
    @EnumSource(ReportFormAdapter.Form.class)
    void writesTheSameBytesTwice(ReportFormAdapter.Form form) {
        Message report = JubesWritingTest.message(MessageKind.VT_REPORT);
        ReportFormAdapter adapter = new ReportFormAdapter(form);
        assertThat(adapter.write(report).orElseThrow().bytes())
                .isEqualTo(adapter.write(report).orElseThrow().bytes());
    }

    /** A sign that is not in the font would be missing on paper, and right-to-left text turned around. */
    @ParameterizedTest
    @ValueSource(strings = {"\u0645\u064A\u0644\u0627", "\u05DE\u05D9\u05DC\u05D4", "\u7C73\u62C9", "\uD83D\uDE00"})
    void namesWhatCannotBePrintedAndStillWritesItAsXml(String text) throws Exception {
        Message report = told(text);
        assertThat(PDF.missing(report))
                .extracting(each -> each.path() + " " + each.code())
                .containsExactly("/sections/12 NOT_PRINTABLE");
        assertThat(PDF.missing(report).toString()).doesNotContain(text);
        assertThat(PDF.write(report)).isEmpty();
        assertThat(texts(xml(report), "zorg")).contains(text);
    }

    @Test
    void printsLettersWithSignsAndOtherEuropeanScripts() throws Exception {
        String text = "Ąćęłńśź Şükrü Çağla Ðorđe Nguyễn Łukasz – „zo” … € Ελένη Ирина";
        try (PDDocument paper =
                Loader.loadPDF(PDF.write(told(text)).orElseThrow().bytes())) {
            assertThat(new PDFTextStripper().getText(paper).replaceAll("\\s+", " "))
                    .contains(text);
        }
    }

    @Property(tries = 200)
    void writesValidXmlOfAnyText(@ForAll String text) throws Exception {
        Document form = xml(told("x" + text));
        assertThat(texts(form, "zorg")).hasSize(4);
    }

    @Property(tries = 25)
    void printsOrNamesAnyText(@ForAll String text) {
        Message report = told("x" + text);
        assertThat(PDF.write(report).isPresent()).isEqualTo(PDF.missing(report).isEmpty());
    }

    @Test
    void fetchesNothingForAText() {
        Message report =
                told("<img src=\"http://127.0.0.1:1/x.png\"/><link rel='stylesheet' href='file:///etc/hostname'/>");
        assertThat(PDF.write(report)).isPresent();
    }

    @Test
    void writesNoReportWithoutWhatIsTheMatterAndNothingElseThanReports() {
        Message report = JubesWritingTest.message(MessageKind.VT_REPORT);
        Message empty = JubesWritingTest.with(report, report.sections().subList(0, 2));
        for (ReportFormAdapter adapter : List.of(XML, PDF)) {
            assertThat(adapter.missing(empty)).extracting(Violation::path).containsExactly("/sections");
            assertThat(adapter.write(empty)).isEmpty();
            assertThat(adapter.write(JubesWritingTest.message(MessageKind.CHILD_PROTECTION_REQUEST)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml;profile=vt-formulier", "application/pdf;profile=vt-formulier"})
    void isFoundByItsMediaTypeAmongAllFormats(String mediaType) {
        Message report = JubesWritingTest.message(MessageKind.VT_REPORT);
        assertThat(Adapters.all().stream()
                        .filter(adapter -> adapter.reads(mediaType))
                        .flatMap(adapter -> adapter.write(report).stream()))
                .extracting(Payload::mediaType)
                .containsExactly(mediaType);
    }

    @Test
    void readsNoForm() {
        assertThat(XML.read(new Payload("application/xml;profile=vt-formulier", new byte[0])))
                .isEqualTo(new Translation.Untranslatable(List.of(
                        new Violation("/", "ONLY_WRITTEN", "This form is written for Veilig Thuis and never read."))));
        assertThat(XML.reads("application/xml;profile=vt-formulier")).isTrue();
        assertThat(XML.reads("application/xml;profile=jubes")).isFalse();
        assertThat(PDF.reads("application/pdf;profile=vt-formulier")).isTrue();
        assertThat(PDF.reads("application/pdf")).isFalse();
    }

    private static Message told(String text) {
        Message report = JubesWritingTest.message(MessageKind.VT_REPORT);
        List<Section> sections = new ArrayList<>(report.sections());
        sections.add(JubesWritingTest.section(
                20, MILA, DataCategory.SAFETY, null, new Content.Statement(text, AssertionType.OBSERVED, null, null)));
        return JubesWritingTest.with(report, sections);
    }

    /** Written, valid by the schema that we give to suppliers, and read again. */
    private static Document xml(Message message) throws Exception {
        byte[] bytes = XML.write(message).orElseThrow().bytes();
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(Objects.requireNonNull(ReportFormTest.class.getResource("/forms/vt-report.xsd")))
                .newValidator()
                .validate(new StreamSource(new ByteArrayInputStream(bytes)));
        assertThat(new String(bytes, StandardCharsets.UTF_8)).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"");
        return DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(bytes));
    }

    private static List<String> texts(Document form, String name) {
        return elements(form, name).map(Element::getTextContent).toList();
    }

    private static List<String> attributes(Document form, String name, String attribute) {
        return elements(form, name)
                .map(element -> element.getAttribute(attribute))
                .toList();
    }

    private static Stream<Element> elements(Document form, String name) {
        NodeList found = form.getElementsByTagNameNS(ReportForm.NAMESPACE, name);
        return Stream.iterate(0, i -> i < found.getLength(), i -> i + 1).map(i -> (Element) found.item(i));
    }
}
