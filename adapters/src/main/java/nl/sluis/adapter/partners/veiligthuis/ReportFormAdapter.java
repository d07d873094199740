package nl.sluis.adapter.partners.veiligthuis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import nl.sluis.adapter.PartnerAdapter;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.Violation;
import nl.sluis.adapter.receiver.ReceiverProfile;
import nl.sluis.adapter.receiver.ReceiverProfiles;
import nl.sluis.adapter.source.MediaType;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.MessageKind;
import org.w3c.dom.Document;

/**
 * The form of a report to Veilig Thuis, for a region whose system takes neither StUF nor FHIR: {@code application/xml;profile=vt-formulier}
 * for a system and {@code application/pdf;profile=vt-formulier} for people. Only written; docs/partners/veilig-thuis.md.
 */
public final class ReportFormAdapter implements PartnerAdapter {

    /** For whom the form is written. */
    public enum Form {
        /** XML after {@code forms/vt-report.xsd}. */
        XML("application/xml"),
        /** A tagged PDF (ISO 14289-1, PDF/UA-1) of the same. */
        PDF("application/pdf");

        private final String type;

        Form(String type) {
            this.type = type;
        }
    }

    private static final String PROFILE = "vt-formulier";
    private static final ReceiverProfile VEILIG_THUIS = ReceiverProfiles.builtIn("veilig-thuis");

    private final Form form;

    /** One of the two. */
    public ReportFormAdapter(Form form) {
        this.form = form;
    }

    @Override
    public String name() {
        return form == Form.XML ? "vt-formulier-xml" : "vt-formulier-pdf";
    }

    @Override
    public boolean reads(String mediaType) {
        return MediaType.parse(mediaType)
                .filter(type -> type.is(form.type))
                .filter(type -> PROFILE.equals(type.profile()))
                .isPresent();
    }

    /** Never: what a region sends to others is no report. */
    @Override
    public Translation read(Payload payload) {
        return new Translation.Untranslatable(
                List.of(new Violation("/", "ONLY_WRITTEN", "This form is written for Veilig Thuis and never read.")));
    }

    @Override
    public List<Violation> missing(Message message) {
        if (message.kind() != MessageKind.VT_REPORT) {
            return List.of();
        }
        List<Violation> missing = new ArrayList<>(VEILIG_THUIS.faults(message));
        if (ReportWriting.involved(message).isEmpty()) {
            missing.add(new Violation("/persons", "REQUIRED", "A report is about somebody."));
        }
        if (form == Form.PDF) {
            missing.addAll(PrintedForm.unprintable(message));
        }
        return missing;
    }

    @Override
    public Optional<Payload> write(Message message) {
        if (message.kind() != MessageKind.VT_REPORT || !missing(message).isEmpty()) {
            return Optional.empty();
        }
        Document document = empty();
        ReportForm.fill(document, message);
        byte[] bytes = form == Form.XML ? PrintedForm.xml(document) : PrintedForm.pdf(document, message);
        return Optional.of(new Payload(form.type + ";profile=" + PROFILE, bytes));
    }

    private static Document empty() {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .newDocument();
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("the parser of the JDK cannot make a document", impossible);
        }
    }
}
