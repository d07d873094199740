package nl.sluis.submit;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A profile that an administrator wrote in a file, which the configuration names. */
final class ProfileFile {

    private ProfileFile() {}

    /**
     * What it says.
     *
     * @param key the setting that names it, with which a message begins
     * @param most bytes that it may have
     * @throws IllegalStateException when it cannot be read, is no text or is too large
     */
    static String text(String key, Path file, long most) {
        try {
            if (Files.size(file) > most) {
                throw new IllegalStateException(key + "larger than a profile can be");
            }
            return Files.readString(file);
        } catch (MalformedInputException notText) {
            throw new IllegalStateException(key + "is not UTF-8", notText);
        } catch (IOException unreadable) {
            throw new IllegalStateException(key + "cannot be read", unreadable);
        }
    }

    /** That it is at fault, with each fault on a line. */
    static IllegalStateException atFault(String key, List<?> faults) {
        return new IllegalStateException(
                key + faults.stream().map(Object::toString).collect(Collectors.joining("\n  ")));
    }
}
