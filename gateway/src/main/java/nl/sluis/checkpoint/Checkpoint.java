package nl.sluis.checkpoint;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.sluis.audit.MerkleTree;

/**
 * What a log looks like at one size, as C2SP tlog-checkpoint writes it: origin, size, root, one a line.
 *
 * @param origin whose log, see {@link #originOf}
 * @param size how many entries, 1 and up
 * @param root the root of the Merkle tree over them, standard base64
 */
public record Checkpoint(String origin, long size, String root) {

    private static final Pattern TEXT =
            Pattern.compile("(sluis/audit/[0-9A-Z]{20})\\n([1-9][0-9]{0,17})\\n([A-Za-z0-9+/]{43}=)\\n");

    /** With the bytes of the root. */
    public static Checkpoint of(String origin, long size, byte[] root) {
        return new Checkpoint(origin, size, Base64.getEncoder().encodeToString(root));
    }

    /** The origin of the log of the organisation with this OIN. */
    public static String originOf(String oin) {
        return "sluis/audit/" + oin;
    }

    /** Reads a text; empty when it is not one exactly. */
    public static Optional<Checkpoint> parse(String text) {
        Matcher lines = TEXT.matcher(text);
        return lines.matches()
                ? Optional.of(new Checkpoint(lines.group(1), Long.parseLong(lines.group(2)), lines.group(3)))
                        .filter(read -> read.rootBytes().length == MerkleTree.HASH_BYTES)
                : Optional.empty();
    }

    /** The text that is signed. */
    public String text() {
        return origin + "\n" + size + "\n" + root + "\n";
    }

    /** The root as bytes. */
    public byte[] rootBytes() {
        return Base64.getDecoder().decode(root);
    }
}
