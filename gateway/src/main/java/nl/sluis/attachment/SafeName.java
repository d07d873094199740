package nl.sluis.attachment;

import java.util.Map;
import java.util.regex.Pattern;
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
    private static final int LONGEST = 120;

    static SafeName of(String title, String mediaType) {
        String ending = ENDINGS.getOrDefault(mediaType, ".bin");
        String usual = UNUSUAL.matcher(title).replaceAll("_");
        String cut = usual.length() > LONGEST ? usual.substring(0, LONGEST) : usual;
        String bare = EDGES.matcher(cut).replaceAll("");
        String name = bare.isEmpty() ? "bijlage" : bare;
        return new SafeName(
                name.endsWith(ending) ? name : name + ending,
                ENDINGS.containsKey(mediaType)
                        ? MediaType.parseMediaType(mediaType)
                        : MediaType.APPLICATION_OCTET_STREAM);
    }
}
