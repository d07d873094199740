package nl.sluis.policyset;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.sluis.seal.Sha256;

/**
 * What the signers of a policy set sign: the rules, from when they decide, after which set, and what they change. One form, so
 * that the same set has one MANIFEST (docs/policy-sets.md).
 *
 * @param policy hash of the rules, as decisions carry it
 * @param validFrom the first day of sending for which the set decides
 * @param previous hash of the rules that it follows
 * @param difference hash of what it decides differently from those
 * @param files in the order of their names
 */
public record Manifest(String policy, LocalDate validFrom, String previous, String difference, List<Entry> files) {

    /** Its name in the folder. */
    public static final String NAME = "MANIFEST";

    private static final String FORM = "sluis-beleidsset 1";
    private static final Pattern HASH = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final Pattern FILE = Pattern.compile("bestand ([0-9a-f]{64}) (\\d{1,9}) (\\S{1,100})");

    /**
     * One file.
     *
     * @param sha256 of its bytes, 64 hexadecimal digits
     * @param length in bytes
     */
    public record Entry(String name, String sha256, long length) {

        static Entry of(String name, byte[] content) {
            return new Entry(name, Sha256.hex(Sha256.of(content)), content.length);
        }
    }

    public Manifest {
        files = List.copyOf(files);
    }

    /** Its bytes: UTF-8, a line feed after every line. */
    byte[] bytes() {
        List<String> lines = new ArrayList<>(List.of(
                FORM, "beleid " + policy, "geldig-vanaf " + validFrom, "vorige " + previous, "verschil " + difference));
        files.forEach(file -> lines.add("bestand " + file.sha256() + " " + file.length() + " " + file.name()));
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** {@code sha256:} and 64 hexadecimal digits over the bytes: the identity of a set with its place in the row of sets. */
    public String hash() {
        return "sha256:" + Sha256.hex(Sha256.of(bytes()));
    }

    /**
     * Reads a MANIFEST.
     *
     * @throws RefusedSet when it is not, to the byte, as this program writes it
     */
    static Manifest read(byte[] bytes) throws RefusedSet {
        List<String> lines = List.of(new String(bytes, StandardCharsets.UTF_8).split("\n"));
        if (lines.size() < 6 || !lines.getFirst().equals(FORM)) {
            throw malformed();
        }
        List<Entry> files = new ArrayList<>();
        for (String line : lines.subList(5, lines.size())) {
            Matcher file = FILE.matcher(line);
            if (!file.matches()) {
                throw malformed();
            }
            files.add(new Entry(file.group(3), file.group(1), Long.parseLong(file.group(2))));
        }
        Manifest manifest = new Manifest(
                hash(lines.get(1), "beleid "),
                day(lines.get(2)),
                hash(lines.get(3), "vorige "),
                hash(lines.get(4), "verschil "),
                files);
        if (!Arrays.equals(manifest.bytes(), bytes)) {
            throw malformed();
        }
        return manifest;
    }

    private static String hash(String line, String key) throws RefusedSet {
        if (!line.startsWith(key) || !HASH.matcher(line.substring(key.length())).matches()) {
            throw malformed();
        }
        return line.substring(key.length());
    }

    private static LocalDate day(String line) throws RefusedSet {
        try {
            return LocalDate.parse(line.replaceFirst("^geldig-vanaf ", ""));
        } catch (DateTimeException e) {
            throw malformed();
        }
    }

    private static RefusedSet malformed() {
        return new RefusedSet(SetFault.Code.MANIFEST, NAME + " is not in its one form");
    }
}
