package nl.sluis.policyset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import nl.sluis.policy.rules.Limits;
import org.jspecify.annotations.Nullable;

/**
 * Reads the folder of a policy set, and nothing beside it. The folder itself may be a link, so that a set can be changed at once;
 * nothing in it may: no links, no folders but that of the signatures, no names that another system would take for the same.
 */
public final class SetFolder {

    /** Where the signatures are. */
    public static final String SIGNATURES = "handtekeningen";

    // Rules, MANIFEST and the folder of the signatures
    private static final int MAX_FILES = Limits.FILES + 2;
    private static final int MAX_BYTES = Limits.FILE_CHARS;
    private static final Pattern RULES = Pattern.compile("[0-9A-Za-z][0-9A-Za-z_-]{0,60}(\\.[a-z]{1,20})?\\.md");

    private final Path folder;
    private final Map<String, byte[]> rules = new HashMap<>();
    private final Map<SignerRole, byte[]> signatures = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private byte @Nullable [] manifest;

    private SetFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads a set.
     *
     * @throws RefusedSet when the folder holds anything else, too much, or cannot be read
     */
    public static PolicySet read(Path folder) throws RefusedSet {
        SetFolder reading = new SetFolder(folder);
        try {
            for (Path entry : entries(folder)) {
                reading.take(entry);
            }
        } catch (IOException e) {
            throw refused("the folder cannot be read");
        }
        if (reading.rules.isEmpty()) {
            throw refused("the folder holds no rules");
        }
        return new PolicySet(reading.rules, reading.manifest, reading.signatures);
    }

    /**
     * The text of rule files.
     *
     * @throws RefusedSet when one is not UTF-8
     */
    static Map<String, String> texts(Map<String, byte[]> files) throws RefusedSet {
        Map<String, String> texts = new HashMap<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            try {
                texts.put(
                        file.getKey(),
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .decode(ByteBuffer.wrap(file.getValue()))
                                .toString());
            } catch (CharacterCodingException e) {
                throw refused(file.getKey() + " is not UTF-8");
            }
        }
        return texts;
    }

    private void take(Path entry) throws IOException, RefusedSet {
        String name = String.valueOf(entry.getFileName());
        if (!names.add(name.toLowerCase(Locale.ROOT))) {
            throw refused("two names differ in upper and lower case only: " + shown(name));
        }
        if (name.equals(SIGNATURES) && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
            for (Path signature : entries(entry)) {
                takeSignature(signature);
            }
        } else if (name.equals(Manifest.NAME)) {
            manifest = bytes(entry);
        } else if (RULES.matcher(name).matches()) {
            rules.put(name, bytes(entry));
        } else {
            throw new RefusedSet(SetFault.Code.FILE_EXTRA, shown(name) + " does not belong in a policy set");
        }
    }

    private void takeSignature(Path entry) throws IOException, RefusedSet {
        String name = String.valueOf(entry.getFileName());
        for (SignerRole role : SignerRole.values()) {
            if (role.file().equals(name)) {
                signatures.put(role, bytes(entry));
                return;
            }
        }
        throw new RefusedSet(SetFault.Code.FILE_EXTRA, SIGNATURES + "/" + shown(name) + " is nobody's signature");
    }

    private static List<Path> entries(Path folder) throws IOException, RefusedSet {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            for (Path entry : stream) {
                entries.add(entry);
                if (entries.size() > MAX_FILES) {
                    throw refused("more than " + MAX_FILES + " files");
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        entries.sort(null);
        return entries;
    }

    private byte[] bytes(Path file) throws IOException, RefusedSet {
        String name = folder.relativize(file).toString();
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw refused(shown(name) + " is not a plain file");
        }
        try (InputStream in = Channels.newInputStream(
                Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)))) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw refused(shown(name) + " is larger than " + MAX_BYTES + " bytes");
            }
            return bytes;
        }
    }

    // A name is somebody's text: no control characters on a terminal or in a log
    private static String shown(String name) {
        String safe = name.replaceAll("[^\\x20-\\x7e]", "?");
        return safe.length() > 80 ? safe.substring(0, 80) + "..." : safe;
    }

    private static RefusedSet refused(String text) {
        return new RefusedSet(SetFault.Code.FOLDER, text);
    }
}
