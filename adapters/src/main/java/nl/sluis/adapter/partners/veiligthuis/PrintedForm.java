package nl.sluis.adapter.partners.veiligthuis;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Objects;
import java.util.TimeZone;
import javax.xml.XMLConstants;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Result;
import javax.xml.transform.Source;
import javax.xml.transform.Templates;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMResult;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import nl.sluis.adapter.MessageJson;
import nl.sluis.adapter.Violation;
import nl.sluis.canonical.Message;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.w3c.dom.Document;

/**
 * A form as bytes: XML, or on paper by {@code forms/vt-report.xsl} as a tagged PDF (ISO 14289-1) with its font inside. The same form gives the
 * same bytes.
 */
final class PrintedForm {

    /** The one font that comes with PDFBox; it has Latin, Greek, Cyrillic and Hebrew. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final Templates PAPER = paper();
    private static final CmapLookup GLYPHS = glyphs();

    static {
        // It logs what it draws
        XRLog.setLoggingEnabled(false);
    }

    private PrintedForm() {}

    static byte[] xml(Document form) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            Transformer writing = factory().newTransformer();
            writing.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            transform(writing, form, new StreamResult(bytes));
        } catch (TransformerConfigurationException impossible) {
            throw new IllegalStateException("the JDK cannot write XML", impossible);
        }
        return bytes.toByteArray();
    }

    static byte[] pdf(Document form, Message message) {
        DOMResult page = new DOMResult();
        try {
            transform(PAPER.newTransformer(), form, page);
        } catch (TransformerConfigurationException impossible) {
            throw new IllegalStateException("the stylesheet of the form is broken", impossible);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PdfRendererBuilder builder = new PdfRendererBuilder()
                    .withW3cDocument((Document) page.getNode(), null)
                    .usePDDocument(document)
                    .usePdfUaAccessibility(true)
                    .useFont(PrintedForm::font, "Liberation Sans")
                    // Nothing is fetched, whatever a text says
                    .useUriResolver((base, uri) -> null)
                    .withProducer("Sluis");
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                renderer.createPDFWithoutClosing();
            }
            Calendar sent = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
            sent.setTimeInMillis(message.sentAt().toEpochMilli());
            document.getDocumentInformation().setCreationDate(sent);
            document.setDocumentId(message.id().value().getLeastSignificantBits());
            document.save(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a form in memory could not be drawn", impossible);
        }
        return bytes.toByteArray();
    }

    /** Texts with a sign that the font does not have, or a script that runs from right to left: they would not be there, or turned around. */
    static List<Violation> unprintable(Message message) {
        List<Violation> faults = new ArrayList<>();
        for (int i = 0; i < message.sections().size(); i++) {
            // The whole content, its codes too, which can all be printed
            String text = MessageJson.mapper()
                    .writeValueAsString(message.sections().get(i).content());
            if (!text.codePoints().allMatch(PrintedForm::printable)) {
                faults.add(new Violation(
                        "/sections/" + i,
                        "NOT_PRINTABLE",
                        "A sign or script here cannot be put on paper; take the form as XML."));
            }
        }
        return faults;
    }

    private static boolean printable(int point) {
        byte direction = Character.getDirectionality(point);
        return direction != Character.DIRECTIONALITY_RIGHT_TO_LEFT
                && direction != Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC
                && (Character.isISOControl(point) || GLYPHS.getGlyphId(point) != 0);
    }

    private static void transform(Transformer transformer, Document form, Result result) {
        try {
            transformer.transform(new DOMSource(form), result);
        } catch (TransformerException impossible) {
            throw new IllegalStateException("a form in memory could not be written", impossible);
        }
    }

    private static Templates paper() {
        try (InputStream in = PrintedForm.class.getResourceAsStream("/forms/vt-report.xsl")) {
            Source stylesheet = new StreamSource(Objects.requireNonNull(in));
            return factory().newTemplates(stylesheet);
        } catch (IOException | TransformerConfigurationException broken) {
            throw new IllegalStateException("the stylesheet of the form cannot be read", broken);
        }
    }

    private static TransformerFactory factory() throws TransformerConfigurationException {
        TransformerFactory factory = TransformerFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
        return factory;
    }

    private static CmapLookup glyphs() {
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(font()))) {
            return font.getUnicodeCmapLookup();
        } catch (IOException broken) {
            throw new UncheckedIOException("the font of the form cannot be read", broken);
        }
    }

    private static InputStream font() {
        return Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT), FONT);
    }
}
