package nl.sluis.checkpoint;

import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.sluis.seal.Notary;

/**
 * The word of a witness that a checkpoint goes on from every one that it countersigned before, but for the breaks that it names: the
 * text of C2SP tlog-cosignature, with a line for each break after it.
 *
 * @param at when it was seen, to the second
 * @param breaks where a person at the witness admitted that the log does not go on, oldest first
 */
public record Countersignature(Instant at, Checkpoint checkpoint, List<Break> breaks) {

    private static final String HEADER = "cosignature/v1\ntime ";
    private static final Pattern BREAK = Pattern.compile("break ([0-9]{1,12}) ([1-9][0-9]{0,17}) ([A-Za-z0-9+/]{43}=)");
    private static final int CHECKPOINT_LINES = 3;

    public Countersignature {
        breaks = List.copyOf(breaks);
    }

    /**
     * What the witness had seen last before the log went on from elsewhere.
     *
     * @param admittedAt to the second
     * @param size of the checkpoint that was left
     * @param root of the checkpoint that was left, standard base64
     */
    public record Break(Instant admittedAt, long size, String root) {}

    /** The text that is signed. */
    public String text() {
        StringBuilder text = new StringBuilder(HEADER)
                .append(at.getEpochSecond())
                .append('\n')
                .append(checkpoint.text());
        breaks.forEach(b -> text.append("break ")
                .append(b.admittedAt().getEpochSecond())
                .append(' ')
                .append(b.size())
                .append(' ')
                .append(b.root())
                .append('\n'));
        return text.toString();
    }

    /** Reads one that one of these signed; empty for anything else. */
    public static Optional<Countersignature> read(byte[] cms, Collection<X509Certificate> signers) {
        return Notary.read(cms, signers).flatMap(statement -> parse(statement.text()));
    }

    /** Reads a text; empty when it is not one exactly. */
    public static Optional<Countersignature> parse(String text) {
        if (!text.startsWith(HEADER) || !text.endsWith("\n")) {
            return Optional.empty();
        }
        List<String> lines = text.substring(HEADER.length()).lines().toList();
        if (lines.size() <= CHECKPOINT_LINES) {
            return Optional.empty();
        }
        try {
            Instant at = Instant.ofEpochSecond(Long.parseLong(lines.getFirst()));
            List<Break> breaks = new ArrayList<>();
            for (String line : lines.subList(1 + CHECKPOINT_LINES, lines.size())) {
                Matcher found = BREAK.matcher(line);
                if (!found.matches()) {
                    return Optional.empty();
                }
                breaks.add(new Break(
                        Instant.ofEpochSecond(Long.parseLong(found.group(1))),
                        Long.parseLong(found.group(2)),
                        found.group(3)));
            }
            return Checkpoint.parse(String.join("\n", lines.subList(1, 1 + CHECKPOINT_LINES)) + "\n")
                    .map(checkpoint -> new Countersignature(at, checkpoint, breaks))
                    .filter(read -> read.text().equals(text));
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
