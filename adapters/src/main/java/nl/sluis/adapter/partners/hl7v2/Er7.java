package nl.sluis.adapter.partners.hl7v2;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.HapiContext;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.parser.CanonicalModelClassFactory;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.Violation;
import nl.sluis.adapter.source.Parsed;
import nl.sluis.adapter.source.StrictText;
import org.jspecify.annotations.Nullable;

/** Bytes in HL7 v2 with vertical bars (ER7) as a message of HAPI, after the checks that HAPI leaves to its caller. */
final class Er7 {

    /** Versions that differ from 2.5 only by what they lack. */
    static final List<String> VERSIONS = List.of("2.4", "2.5");

    private static final Charset LATIN_9 = Charset.forName("ISO-8859-15");

    /** HL7 table 0211; absent means ASCII. */
    private static final Map<String, Charset> CHARSETS = Map.of(
            "", StandardCharsets.US_ASCII,
            "ASCII", StandardCharsets.US_ASCII,
            "8859/1", StandardCharsets.ISO_8859_1,
            "8859/15", LATIN_9,
            "UNICODE UTF-8", StandardCharsets.UTF_8);

    private static final int SHORTEST = 8;

    /** Most segments that are read; a referral has some tens. */
    static final int MAX_SEGMENTS = 5_000;

    /** Most separators of fields, repetitions, components and parts of them that are read. */
    static final int MAX_PARTS = 100_000;

    // Immutable once made, and slow to make; parsers are made for each message
    private static final HapiContext CONTEXT = context();

    private Er7() {}

    private static HapiContext context() {
        HapiContext context = new DefaultHapiContext(new CanonicalModelClassFactory("2.5"));
        // Lengths and code tables differ per country; what is needed is checked where it is read
        context.setValidationContext(ValidationContextFactory.noValidation());
        return context;
    }

    static HapiContext hapi() {
        return CONTEXT;
    }

    /** The fields of MSH by number, as they stand; null when the bytes do not begin with one. */
    static String @Nullable [] header(Payload payload) {
        int length = Math.min(payload.bytes().length, 2_000);
        String start = new String(payload.bytes(), 0, length, StandardCharsets.ISO_8859_1);
        int end = start.indexOf('\r');
        if (start.length() < SHORTEST || !start.startsWith("MSH") || end < SHORTEST) {
            return null;
        }
        String separator = start.substring(3, 4);
        return (separator + start.substring(3, end)).split(java.util.regex.Pattern.quote(separator), -1);
    }

    static Parsed<Message> read(Payload payload) {
        String[] header = header(payload);
        if (header == null) {
            return Parsed.faulty("NOT_HL7", "The document does not begin with a whole MSH segment.");
        }
        Charset charset = CHARSETS.get(field(header, 18));
        if (charset == null) {
            return faulty(
                    "MSH[1].18",
                    "CHARSET_NOT_SUPPORTED",
                    "The character set is none of ASCII, 8859/1, 8859/15 and UNICODE UTF-8.");
        }
        if (!field(header, 9).startsWith("REF^I12")) {
            return faulty("MSH[1].9", "MESSAGE_NOT_SUPPORTED", "Only REF^I12 is read.");
        }
        if (!VERSIONS.contains(field(header, 12).split("\\^", 2)[0])) {
            return faulty("MSH[1].12", "VERSION_NOT_SUPPORTED", "Only versions 2.4 and 2.5 are read.");
        }
        if (field(header, 10).isBlank()) {
            return faulty("MSH[1].10", "REQUIRED", "The message has no control id, so it cannot be answered.");
        }
        return StrictText.read(payload, charset).then(Er7::parse);
    }

    private static Parsed<Message> parse(String text) {
        if (text.indexOf('\n') >= 0) {
            return Parsed.faulty("LINE_FEED", "Segments end with a carriage return alone.");
        }
        if (!text.endsWith("\r")) {
            return Parsed.faulty("TRUNCATED", "The last segment does not end.");
        }
        if (text.chars().filter(c -> c == '\r').count() > MAX_SEGMENTS || parts(text) > MAX_PARTS) {
            return Parsed.faulty("TOO_MANY_PARTS", "More segments, fields, repetitions or components than are read.");
        }
        try {
            return new Parsed.Tree<>(CONTEXT.getPipeParser().parse(text));
        } catch (HL7Exception broken) {
            return Parsed.faulty("NOT_HL7", "The segments cannot be read.");
        }
    }

    /** Separators of parts, of which HAPI makes an object each: those of the header, and the usual ones where it names none. */
    private static long parts(String text) {
        int end = text.indexOf(text.charAt(3), 4);
        int last = Math.min(end < 0 ? SHORTEST : end, Math.min(SHORTEST, text.length()));
        String separators = text.substring(3, last) + "^~&";
        return text.chars().filter(c -> separators.indexOf(c) >= 0).count();
    }

    /** Empty when there is none. */
    static String field(String[] header, int number) {
        return number < header.length ? header[number] : "";
    }

    private static <T> Parsed<T> faulty(String path, String code, String message) {
        return new Parsed.Faulty<>(List.of(new Violation(path, code, message)));
    }
}
