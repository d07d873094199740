package nl.sluis.adapter.partners.edifact;

import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import io.xlate.edi.stream.EDIStreamValidationError;
import io.xlate.edi.stream.Location;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import nl.sluis.adapter.Completeness;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.Violation;
import nl.sluis.adapter.source.Ledger;
import nl.sluis.adapter.source.Ledger.Fate;
import nl.sluis.adapter.source.Parsed;
import nl.sluis.adapter.source.StrictText;
import org.jspecify.annotations.Nullable;

/**
 * An interchange as StAEDI reads it: delimiters of UNA or the usual ones, the release character, the counts of UNT and UNZ and the
 * references of both are checked there. And the account of its elements; what nobody asked for is not understood.
 */
final class Interchange {

    /** ISO 9735: A and B are parts of ASCII, C is Latin-1. Real letters write small letters under A, so A is read as ASCII. */
    private static final Map<String, Charset> CHARSETS = Map.of(
            "UNOA", StandardCharsets.US_ASCII,
            "UNOB", StandardCharsets.US_ASCII,
            "UNOC", StandardCharsets.ISO_8859_1);

    /** What the counts and references can be wrong in; the codes of Dutch messages are not those of the UN. */
    private static final Set<EDIStreamValidationError> CONTROL = Set.of(
            EDIStreamValidationError.CONTROL_COUNT_DOES_NOT_MATCH_ACTUAL_COUNT,
            EDIStreamValidationError.CONTROL_REFERENCE_MISMATCH,
            EDIStreamValidationError.MANDATORY_SEGMENT_MISSING,
            EDIStreamValidationError.UNEXPECTED_SEGMENT);

    private static final int UNA = 9;

    /**
     * Numbers of nesting behind a tag (ISO 9735, explicit indication), such as {@code BEP:1:1:2}; the library reads tags alone. Behind a
     * released quote nothing is taken for a tag.
     */
    private static final Pattern NESTED = Pattern.compile("(?<=[^?]')(\\s{0,2}[A-Z]{3})(?::[0-9]{1,4}){1,4}(?=\\+)");

    private static final String USUAL = "UNA:+.? '";

    /** Most separators of segments, elements, repetitions and components that are read. */
    static final int MAX_PARTS = 100_000;

    private final List<Segment> segments = new ArrayList<>();
    private final List<Violation> faults = new ArrayList<>();
    private final Ledger ledger = new Ledger();

    /**
     * A segment with its elements by place: {@code 5} or, inside a composite, {@code 5.2}.
     *
     * @param path such as {@code FTX[3]}
     */
    record Segment(String tag, String path, Map<String, String> elements) {}

    private Interchange() {}

    static Parsed<Interchange> read(Payload payload) {
        int length = Math.min(payload.bytes().length, 40);
        String start = new String(payload.bytes(), 0, length, StandardCharsets.ISO_8859_1);
        String header = start.startsWith("UNA") && start.length() > UNA
                ? start.substring(UNA).stripLeading()
                : start;
        if (!header.startsWith("UNB") || header.length() < 8) {
            return Parsed.faulty("NOT_EDIFACT", "The document does not begin with UNB, or with UNA and UNB.");
        }
        Charset charset = CHARSETS.get(header.substring(4, 8));
        if (charset == null) {
            return new Parsed.Faulty<>(List.of(new Violation(
                    "UNB[1].1.1", "CHARSET_NOT_SUPPORTED", "The character set is none of UNOA, UNOB and UNOC.")));
        }
        return StrictText.read(payload, charset).then(text -> parse(text, charset));
    }

    /** Separators of segments, elements, repetitions and components: those of UNA, else the usual ones. */
    private static boolean tooMany(String text) {
        String separators = text.startsWith("UNA") ? text.substring(3, 5) + text.substring(7, UNA) : ":+*'";
        return text.chars().filter(c -> c != ' ' && separators.indexOf(c) >= 0).count() > MAX_PARTS;
    }

    private static Parsed<Interchange> parse(String text, Charset charset) {
        if (tooMany(text)) {
            return Parsed.faulty("TOO_MANY_PARTS", "More segments, elements or components than are read.");
        }
        Interchange interchange = new Interchange();
        EDIInputFactory factory = EDIInputFactory.newFactory();
        byte[] bytes = withoutNesting(text).getBytes(charset);
        try (EDIStreamReader reader = factory.createEDIStreamReader(new ByteArrayInputStream(bytes), charset.name())) {
            return interchange.read(reader);
        } catch (EDIStreamException broken) {
            Location at = broken.getLocation();
            String tag = at == null
                            || at.getSegmentTag() == null
                            || !at.getSegmentTag().matches("[A-Z]{3}")
                    ? "/"
                    : at.getSegmentTag();
            return new Parsed.Faulty<>(
                    List.of(new Violation(tag, "NOT_EDIFACT", "The segments cannot be read, or the end is missing.")));
        } catch (IOException impossible) {
            throw new UncheckedIOException("text in memory cannot fail to be read", impossible);
        }
    }

    private static String withoutNesting(String text) {
        boolean usual = !text.startsWith("UNA") || text.startsWith(USUAL);
        return usual ? NESTED.matcher(text).replaceAll("$1") : text;
    }

    private Parsed<Interchange> read(EDIStreamReader reader) throws EDIStreamException {
        Map<String, Integer> seen = new HashMap<>();
        boolean ended = false;
        while (reader.hasNext()) {
            EDIStreamEvent event = reader.next();
            Location at = reader.getLocation();
            if (event == EDIStreamEvent.START_SEGMENT) {
                String tag = reader.getText();
                String path = tag + "[" + seen.merge(tag, 1, Integer::sum) + "]";
                segments.add(new Segment(tag, path, new LinkedHashMap<>()));
            } else if (event == EDIStreamEvent.ELEMENT_DATA && !segments.isEmpty()) {
                segments.get(segments.size() - 1).elements.put(place(at), reader.getText());
            } else if (event == EDIStreamEvent.END_COMPOSITE && !segments.isEmpty()) {
                alone(segments.get(segments.size() - 1).elements, Integer.toString(at.getElementPosition()));
            } else if (event.isError() && CONTROL.contains(reader.getErrorType())) {
                fault(reader.getErrorType(), at);
            }
            ended = ended || event == EDIStreamEvent.END_INTERCHANGE;
        }
        if (!ended && faults.isEmpty()) {
            return Parsed.faulty("TRUNCATED", "The interchange does not end with UNZ.");
        }
        return faults.isEmpty() ? new Parsed.Tree<>(this) : new Parsed.Faulty<>(faults);
    }

    /** A lone element and the first component of a composite are one and the same in EDIFACT. */
    private static void alone(Map<String, String> elements, String place) {
        String only = elements.containsKey(place + ".2") ? null : elements.remove(place + ".1");
        if (only != null) {
            elements.put(place, only);
        }
    }

    private void fault(EDIStreamValidationError error, Location at) {
        String tag = at.getSegmentTag() == null || !at.getSegmentTag().matches("[A-Z]{3}") ? "" : at.getSegmentTag();
        String message = switch (error) {
            case CONTROL_COUNT_DOES_NOT_MATCH_ACTUAL_COUNT -> "The count is not the number that was received.";
            case CONTROL_REFERENCE_MISMATCH -> "The reference is not that of the header.";
            default -> "A segment is missing or in a place of its own.";
        };
        faults.add(new Violation(
                tag.isEmpty() ? "/" : tag + "." + Math.max(at.getElementPosition(), 1), error.name(), message));
    }

    private static String place(Location at) {
        int component = at.getComponentPosition();
        return at.getElementPosition() + (component > 0 ? "." + component : "");
    }

    List<Segment> all(String tag) {
        return segments.stream().filter(each -> each.tag.equals(tag)).toList();
    }

    /** The first with a qualifier in its first element, such as {@code NAD+PAT}. */
    @Nullable
    Segment first(String tag, String qualifier) {
        return segments.stream()
                .filter(each -> each.tag.equals(tag))
                .filter(each -> qualifier.equals(raw(each, "1")))
                .findFirst()
                .orElse(null);
    }

    /** The element, which counts as understood; null when absent, empty or said to be empty. */
    @Nullable
    String take(@Nullable Segment of, String place) {
        if (of == null) {
            return null;
        }
        note(of, of.elements.containsKey(place) ? place : place + ".1", Fate.MAPPED);
        note(of, place.endsWith(".1") ? place.substring(0, place.length() - 2) : place, Fate.MAPPED);
        return raw(of, place);
    }

    static @Nullable String raw(Segment of, String place) {
        String text = of.elements.get(place);
        String first = text == null ? of.elements.get(place + ".1") : text;
        String value =
                first == null && place.endsWith(".1") ? of.elements.get(place.substring(0, place.length() - 2)) : first;
        return value == null || value.isBlank() || value.equals("\"\"") ? null : value.strip();
    }

    void note(Segment of, String place, Fate fate) {
        if (of.elements.containsKey(place)) {
            ledger.note(of.path + "." + place, fate);
        }
    }

    Completeness completeness() {
        for (Segment each : segments) {
            each.elements.forEach((place, text) -> {
                if (!text.isEmpty()) {
                    // Two quotation marks say that there is nothing: no more can be understood of it
                    ledger.note(each.path + "." + place, text.equals("\"\"") ? Fate.MAPPED : Fate.NOT_UNDERSTOOD);
                }
            });
        }
        return ledger.completeness();
    }
}
