package nl.sluis.path;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Other people's files, read where they lie (a folder shared/data beside or above the project) and never copied. */
public final class RealFiles {

    private RealFiles() {}

    static String read(String folder, String file) {
        try {
            return Files.readString(folder(folder).resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a file lies. */
    public static Path file(String folder, String file) {
        return folder(folder).resolve(file);
    }

    /** The instance files of a folder; schemas and style sheets are none. */
    static List<String> instances(String folder) {
        try (Stream<Path> files = Files.list(folder(folder))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".xml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All resources of a folder in one Bundle. */
    static String bundle(String folder) {
        return instances(folder).stream()
                .map(file -> read(folder, file).replaceFirst("<\\?xml[^>]*\\?>", ""))
                .map(resource -> "<entry><resource>" + resource + "</resource></entry>")
                .collect(Collectors.joining(
                        "", "<Bundle xmlns=\"http://hl7.org/fhir\"><type value=\"collection\"/>", "</Bundle>"));
    }

    private static Path folder(String name) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path found = at.resolve("shared/data").resolve(name);
            if (Files.isDirectory(found)) {
                return found;
            }
        }
        return abort("skipped: the third-party files of shared/data/" + name + " are not on this machine");
    }
}
