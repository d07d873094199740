package nl.sluis.attachment;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;

/**
 * How a file of another organisation is offered: a name that is no path and ends as its type does, and a type that no browser
 * runs. What the sender says of either is not believed.
 */
record SafeName(String name, MediaType type) {

    private static final Map<String, String> ENDINGS = Map.of(
            "application/pdf", ".pdf",
            "image/png", ".png",
            "image/jpeg", ".jpg",
            "text/plain", ".txt",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx",
            "application/vnd.oasis.opendocument.text", ".odt");

    private static final Pattern UNUSUAL = Pattern.compile("[^\\p{L}\\p{N} ._()-]+");
    private static final Pattern EDGES = Pattern.compile("^[ .]+|[ .]+$");
    /** What Windows takes for a device, whatever follows the point. */
    private static final Pattern DEVICE =
            Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?", Pattern.CASE_INSENSITIVE);

    private static final int LONGEST = 120;

    static SafeName of(String title, String mediaType) {
        String ending = ENDINGS.getOrDefault(mediaType, ".bin");
        String usual = UNUSUAL.matcher(Normalizer.normalize(title, Normalizer.Form.NFC))
                .replaceAll("_");
        String bare = EDGES.matcher(cut(usual)).replaceAll("");
        String name = bare.isEmpty() ? "bijlage" : bare;
        String harmless = DEVICE.matcher(name).matches() ? "_" + name : name;
        return new SafeName(
                harmless.endsWith(ending) ? harmless : harmless + ending,
                ENDINGS.containsKey(mediaType)
                        ? MediaType.parseMediaType(mediaType)
                        : MediaType.APPLICATION_OCTET_STREAM);
    }

    /** {@code Content-Disposition}: to be saved under this name, never shown. */
    String disposition() {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }

    // Never through the middle of a letter
    private static String cut(String text) {
        return text.codePointCount(0, text.length()) > LONGEST
                ? text.substring(0, text.offsetByCodePoints(0, LONGEST))
                : text;
    }
}
