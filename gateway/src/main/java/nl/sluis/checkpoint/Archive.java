package nl.sluis.checkpoint;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nl.sluis.audit.AuditEntry;
import org.jspecify.annotations.Nullable;

/** A log in a file that proves itself: entries, and after the last of each the checkpoint over them and what witnesses said. */
public final class Archive {

    private Archive() {}

    /** Reads all entries of a log in their order. */
    @FunctionalInterface
    public interface Entries {

        /** Each entry, the first first. */
        void forEach(Consumer<AuditEntry> reader);
    }

    /**
     * Writes the log up to its latest checkpoint.
     *
     * @return how many entries were written
     */
    public static long write(
            String origin, String organisation, Checkpoints checkpoints, Entries entries, PrintStream out) {
        CheckpointReader signed = new CheckpointReader(checkpoints);
        long size =
                checkpoints.latest().map(latest -> latest.checkpoint().size()).orElse(0L);
        line(out, new ArchiveLine.Head(ArchiveLine.Head.TYPE, ArchiveLine.Head.VERSION, origin, organisation));
        entries.forEach(entry -> {
            if (entry.n() > size) {
                return;
            }
            line(out, ArchiveLine.Entry.of(entry));
            signed.at(entry.n()).ifPresent(checkpoint -> {
                line(out, ArchiveLine.Signed.of(ArchiveLine.Signed.CHECKPOINT, checkpoint.cms()));
                checkpoints
                        .countersignatures(entry.n())
                        .forEach(word ->
                                line(out, ArchiveLine.Signed.of(ArchiveLine.Signed.COUNTERSIGNATURE, word.cms())));
                checkpoints
                        .stamp(entry.n())
                        .ifPresent(token -> line(out, ArchiveLine.Signed.of(ArchiveLine.Signed.TIMESTAMP, token)));
            });
        });
        line(out, new ArchiveLine.End(ArchiveLine.End.TYPE, size));
        out.flush();
        return size;
    }

    /**
     * Checks one.
     *
     * @param trusted certificates of who may have signed, or of authorities
     * @param kept what others kept: countersignatures and checkpoints in CMS
     * @throws IOException when the file cannot be read, is no archive, or what was kept is nobody's who is trusted
     */
    public static LogCheck.Outcome check(BufferedReader in, List<X509Certificate> trusted, List<byte[]> kept)
            throws IOException {
        ArchiveLine.Head head = head(in);
        LogCheck check = new LogCheck(head.origin(), trusted);
        for (int i = 0; i < kept.size(); i++) {
            if (!check.expect(kept.get(i))) {
                throw new IOException(
                        "--seen, number " + (i + 1) + ": no statement about this log by somebody you trust");
            }
        }
        read(in, check);
        return check.end();
    }

    /**
     * The entries of one, as they stand there; for who has checked it.
     *
     * @throws IOException when it cannot be read
     */
    static Head entries(
            BufferedReader in, Consumer<AuditEntry> reader, Consumer<byte[]> checkpoints, Consumer<byte[]> words)
            throws IOException {
        ArchiveLine.Head head = head(in);
        @Nullable String text;
        while ((text = in.readLine()) != null) {
            ArchiveLine line = ArchiveLine.read(text).orElseThrow(Archive::unreadable);
            try {
                give(line, reader, checkpoints, words);
            } catch (IllegalArgumentException e) {
                // A hash or a signature that is no hexadecimal or base64
                throw unreadable();
            }
        }
        return new Head(head.origin(), head.organisation());
    }

    private static void give(
            ArchiveLine line, Consumer<AuditEntry> reader, Consumer<byte[]> checkpoints, Consumer<byte[]> words)
            throws IOException {
        switch (line) {
            case ArchiveLine.Entry entry -> reader.accept(entry.entry());
            case ArchiveLine.Signed signed -> {
                switch (signed.type()) {
                    case ArchiveLine.Signed.CHECKPOINT -> checkpoints.accept(signed.cms());
                    case ArchiveLine.Signed.COUNTERSIGNATURE -> words.accept(signed.cms());
                    default -> {}
                }
            }
            case ArchiveLine.Head again -> throw new IOException("two archives in one file");
            case ArchiveLine.End end -> {}
        }
    }

    private static IOException unreadable() {
        return new IOException("a line of the archive cannot be read");
    }

    /** Whose it says to be. */
    record Head(String origin, String organisation) {}

    private static ArchiveLine.Head head(BufferedReader in) throws IOException {
        String first = in.readLine();
        return Optional.ofNullable(first)
                .flatMap(ArchiveLine::read)
                .filter(ArchiveLine.Head.class::isInstance)
                .map(ArchiveLine.Head.class::cast)
                .filter(head -> head.version() == ArchiveLine.Head.VERSION)
                .orElseThrow(() -> new IOException("this is no archive of an audit, or of a newer version"));
    }

    private static void read(BufferedReader in, LogCheck check) throws IOException {
        long number = 1;
        boolean ended = false;
        @Nullable String text;
        while ((text = in.readLine()) != null) {
            number++;
            if (ended || !take(text, check)) {
                check.unreadable("line " + number);
            }
            ended = text.startsWith("{\"type\":\"" + ArchiveLine.End.TYPE + "\"");
        }
        if (!ended) {
            check.unreadable("line " + (number + 1) + ", where the file was cut,");
        }
    }

    private static boolean take(String text, LogCheck check) {
        Optional<ArchiveLine> line = ArchiveLine.read(text);
        if (line.isEmpty()) {
            return false;
        }
        try {
            switch (line.get()) {
                case ArchiveLine.Entry entry -> check.entry(entry.entry());
                case ArchiveLine.Signed signed -> {
                    switch (signed.type()) {
                        case ArchiveLine.Signed.CHECKPOINT -> check.checkpoint(signed.cms());
                        case ArchiveLine.Signed.TIMESTAMP -> check.timestamp(signed.cms());
                        default -> check.countersignature(signed.cms());
                    }
                }
                case ArchiveLine.End end -> check.count(end.entries());
                case ArchiveLine.Head again -> {
                    return false;
                }
            }
            return true;
        } catch (IllegalArgumentException e) {
            // A hash or a signature that is no hexadecimal or base64
            return false;
        }
    }

    private static void line(PrintStream out, ArchiveLine line) {
        out.print(line.json() + "\n");
    }
}
