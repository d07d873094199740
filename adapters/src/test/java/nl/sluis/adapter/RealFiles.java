package nl.sluis.adapter;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Other people's files, read where they lie (a folder shared/data beside or above the project) and never copied. */
public final class RealFiles {

    private RealFiles() {}

    public static Path folder(String name) {
        Path here = Path.of("").toAbsolutePath();
        for (Path at = here; at != null; at = at.getParent()) {
            Path found = at.resolve("shared/data").resolve(name);
            if (Files.isDirectory(found)) {
                return found;
            }
        }
        assumeTrue(false, "skipped: the third-party files of shared/data/" + name + " are not on this machine");
        throw new IllegalStateException();
    }

    public static String read(String folder, String file) {
        try {
            return Files.readString(folder(folder).resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static Payload payload(String mediaType, String text) {
        return new Payload(mediaType, text.getBytes(StandardCharsets.UTF_8));
    }

    public static List<String> files(String folder, String ending) {
        try (Stream<Path> files = Files.list(folder(folder))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The referral of Nictiz in one Bundle, with or without full URLs. */
    public static String elzBundle(boolean fullUrls) {
        String entries = files("nictiz-r4-elz", ".xml").stream()
                .map(file -> {
                    String xml = read("nictiz-r4-elz", file).replaceFirst("<\\?xml[^>]*\\?>", "");
                    String id = xml.replaceFirst("(?s).*?<id value=\"([^\"]*)\".*", "$1");
                    String type = xml.strip().replaceFirst("(?s)<(\\w+).*", "$1");
                    String url = fullUrls ? "<fullUrl value=\"https://voorbeeld.test/" + type + "/" + id + "\"/>" : "";
                    return "<entry>" + url + "<resource>" + xml + "</resource></entry>";
                })
                .collect(Collectors.joining());
        return "<Bundle xmlns=\"http://hl7.org/fhir\"><type value=\"collection\"/>" + entries + "</Bundle>";
    }
}
