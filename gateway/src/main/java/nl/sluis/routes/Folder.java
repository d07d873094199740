package nl.sluis.routes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.adapter.Violation;
import org.jspecify.annotations.Nullable;

/**
 * A folder in which a system leaves files, and in it the places for files that were dealt with. Who may write there may be hostile:
 * links are never followed, and no more is read than the limit, whatever the size was said to be.
 */
final class Folder {

    private static final String DONE = "done";
    private static final String FAILED = "failed";
    private static final String ANSWER = "sluis-answer.";
    private static final Set<OpenOption> AS_IT_IS = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    private static final Set<OpenOption> ANEW = Set.of(
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS);

    private final Path path;
    private final int largest;

    /**
     * Touches nothing yet.
     *
     * @param largest bytes of a file
     */
    Folder(Path path, int largest) {
        this.path = path;
        this.largest = largest;
    }

    /** What was found in a file. */
    sealed interface Found {

        /**
         * All of it.
         *
         * @param as which file it was when it was opened
         */
        @SuppressWarnings("ArrayRecordComponent") // read once and dropped
        record Content(byte[] bytes, Seen as) implements Found {}

        /** It will never be read. */
        record Unreadable(Violation why) implements Found {}

        /** It is not there: somebody took it back, or another process of this node was first. */
        record Gone() implements Found {}
    }

    /** Which file it was: another one under its name, or with other content, is not. */
    record Seen(@Nullable Object key, FileTime modified, long size) {

        private static Seen of(BasicFileAttributes file) {
            return new Seen(file.fileKey(), file.lastModifiedTime(), file.size());
        }
    }

    /** Why it cannot be used now; makes the places for files that were dealt with. */
    Optional<Trouble> trouble() {
        if (!Files.isDirectory(path)) {
            return Optional.of(Trouble.NO_FOLDER);
        }
        if (!Files.isReadable(path) || !Files.isWritable(path) || !Files.isExecutable(path)) {
            return Optional.of(Trouble.FOLDER_CLOSED);
        }
        try {
            place(path.resolve(DONE));
            place(path.resolve(FAILED));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(Trouble.PLACE_TAKEN);
        }
    }

    /**
     * Reads a file.
     *
     * @throws IOException when it cannot be read now
     */
    Found read(Path file) throws IOException {
        try {
            BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!is.isRegularFile()) {
                return unreadable("NOT_A_FILE", "This is a link or a device, and no file.");
            }
            return is.size() > largest ? tooLarge() : content(file, Seen.of(is));
        } catch (NoSuchFileException e) {
            return new Found.Gone();
        } catch (AccessDeniedException e) {
            return unreadable("NOT_READABLE", "The node may not read this file.");
        }
    }

    private Found content(Path file, Seen seen) throws IOException {
        try (FileChannel channel = FileChannel.open(file, AS_IT_IS);
                InputStream in = Channels.newInputStream(channel)) {
            byte[] bytes = in.readNBytes(largest + 1);
            return bytes.length > largest ? tooLarge() : new Found.Content(bytes, seen);
        }
    }

    /**
     * Puts the answer in a place of its own, on the disk, and then the file beside it. Again after a crash is the same place and the
     * same answer.
     *
     * @param read the file that was read; another one that came in its place meanwhile goes back, to be read too. Null when none was read
     * @param number names the place; says nothing about what is in it
     * @throws IOException when the disk is full or somebody has the place; the file is where it was
     */
    void dealtWith(Path file, @Nullable Seen read, String number, Answer answer) throws IOException {
        Path place = path.resolve(answer.decided() ? DONE : FAILED);
        place(place);
        Path own = place.resolve(number);
        place(own);
        Path answered = own.resolve(ANSWER + answer.extension());
        Path part = own.resolve("." + ANSWER + "part");
        try (FileChannel out = FileChannel.open(part, ANEW)) {
            Channels.newOutputStream(out).write(answer.payload().bytes());
            out.force(true);
        }
        Files.move(part, answered, StandardCopyOption.ATOMIC_MOVE);
        Path document = own.resolve(name(file));
        Files.move(file, document, StandardCopyOption.ATOMIC_MOVE);
        BasicFileAttributes moved =
                Files.readAttributes(document, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (read != null && !Seen.of(moved).equals(read)) {
            // Under a name that nobody has, so that it replaces none
            Files.move(document, path.resolve(UUID.randomUUID() + "-" + name(file)), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    // Theirs, but for one that would come in the place of the answer
    private static String name(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith(ANSWER) ? "document" : name;
    }

    private static void place(Path place) throws IOException {
        if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectory(place);
        }
        if (!Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("no folder");
        }
    }

    private Found tooLarge() {
        return unreadable("TOO_LARGE", "The file is larger than " + largest + " bytes.");
    }

    private static Found unreadable(String code, String message) {
        return new Found.Unreadable(new Violation("/", code, message));
    }
}
