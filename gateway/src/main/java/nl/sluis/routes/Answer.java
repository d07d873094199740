package nl.sluis.routes;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import nl.sluis.adapter.Completeness;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.Violation;
import nl.sluis.adapter.partners.hl7v2.Acknowledgement;
import nl.sluis.adapter.partners.hl7v2.Hl7v2Adapter;
import nl.sluis.adapter.partners.veiligthuis.JubesAdapter;
import nl.sluis.adapter.partners.veiligthuis.StufAnswer;
import nl.sluis.submit.Reply;

/**
 * What a partner's system gets back, in its own language.
 *
 * @param decided whether all that was in the document was decided about, and that is kept
 * @param extension of a file with it
 */
record Answer(Payload payload, boolean decided, String extension) {

    /** What acknowledgements ask of a translation is whether it was understood. */
    private static final Translation UNDERSTOOD =
            new Translation.Consents(List.of(), new Completeness(List.of(), List.of(), List.of(), List.of()));

    /**
     * The answer to a document: an {@code ACK} to HL7 version 2, {@code Bv01} or {@code Fo01} to StUF, the file with a column more to
     * CSV, and to everything else what the API says.
     *
     * @param at when it was answered
     */
    static Answer to(Payload document, Reply reply, Instant at) {
        return switch (reply) {
            case Reply.Decided decided -> of(payload(document, decided.answer(), decided.denied(), at), true);
            case Reply.Partly partly -> of(partly.answer(), false);
            case Reply.Refused refused -> of(payload(document, refused.answer(), refused.faults(), at), false);
        };
    }

    /**
     * The answer to a document of which not one byte was looked at.
     *
     * @param problem the problem document of the fault
     */
    static Answer unread(String mediaType, Violation fault, Payload problem, Instant at) {
        Payload nothing = new Payload(mediaType, new byte[0]);
        boolean csv = mediaType.startsWith("text/csv");
        // As a file of CSV that cannot be read is answered
        String column = "sluis\r\n\"" + fault.path() + " " + fault.code() + " " + fault.message() + "\"\r\n";
        Payload otherwise = csv ? new Payload(mediaType, column.getBytes(StandardCharsets.US_ASCII)) : problem;
        return of(payload(nothing, otherwise, List.of(fault), at), false);
    }

    /**
     * The answer to a document that was read, and is not submitted.
     *
     * @param problem the problem document of the fault
     */
    static Answer refused(Payload document, Violation fault, Payload problem, Instant at) {
        return of(payload(document, problem, List.of(fault), at), false);
    }

    private static Payload payload(Payload document, Payload otherwise, List<Violation> faults, Instant at) {
        Translation translation = faults.isEmpty() ? UNDERSTOOD : new Translation.Untranslatable(faults);
        return switch (document.mediaType()) {
            case Hl7v2Adapter.MEDIA_TYPE -> Acknowledgement.to(document, translation, at);
            case JubesAdapter.MEDIA_TYPE -> StufAnswer.to(document, translation, at);
            default -> otherwise;
        };
    }

    private static Answer of(Payload payload, boolean decided) {
        String type = payload.mediaType();
        String extension = switch (type) {
            case Hl7v2Adapter.MEDIA_TYPE -> "hl7";
            case StufAnswer.MEDIA_TYPE -> "xml";
            default -> type.startsWith("text/csv") ? "csv" : "json";
        };
        return new Answer(payload, decided, extension);
    }
}
