package nl.sluis.policyset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import nl.sluis.policy.rules.Limits;

/** Reads the rule files of a folder, no more of them and no more from them than a set may have. */
final class RuleFolder {

    private RuleFolder() {}

    /** The folder cannot be read, or holds something that cannot be a rule file. The message names the file. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    /**
     * The text of the files that end in {@code .md}, by name; other files do not matter.
     *
     * @throws Unreadable when there is none, too many, one too large, a link, or one that is not UTF-8
     */
    static Map<String, String> texts(Path folder) throws Unreadable {
        Map<String, String> texts = new HashMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.md")) {
            for (Path file : files) {
                if (texts.size() >= Limits.FILES) {
                    throw new Unreadable("more than %d files".formatted(Limits.FILES));
                }
                texts.put(String.valueOf(file.getFileName()), text(file));
            }
        } catch (IOException | DirectoryIteratorException e) {
            throw new Unreadable("cannot read the folder " + folder);
        }
        if (texts.isEmpty()) {
            throw new Unreadable("no rules in the folder " + folder);
        }
        return texts;
    }

    private static String text(Path file) throws IOException, Unreadable {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new Unreadable(file.getFileName() + " is no plain file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(Limits.FILE_CHARS + 1);
            if (bytes.length > Limits.FILE_CHARS) {
                throw new Unreadable("%s is larger than %d bytes".formatted(file.getFileName(), Limits.FILE_CHARS));
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Unreadable(file.getFileName() + " is not UTF-8");
        }
    }
}
