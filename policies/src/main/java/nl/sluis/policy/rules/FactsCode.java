package nl.sluis.policy.rules;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Writes a point as one short code and reads it back: the position of each value, packed in as many bits as its fact needs. A
 * code says nothing about who; it is read only with the word list that wrote it, which {@link #vocabularyHash()} names.
 */
public final class FactsCode {

    private final Vocabulary vocabulary;
    private final int bits;
    private final String vocabularyHash;

    /** Codes in the words of this list. */
    public FactsCode(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.bits = vocabulary.facts().stream().mapToInt(FactsCode::width).sum();
        this.vocabularyHash = hashOf(vocabulary);
    }

    /**
     * {@code sha256:} and 64 hexadecimal digits over the names, levels and values of the facts in their order. What a fact means
     * in words does not count: a better sentence makes no code unreadable.
     */
    public String vocabularyHash() {
        return vocabularyHash;
    }

    private static String hashOf(Vocabulary vocabulary) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Fact fact : vocabulary.facts()) {
                String line = fact.name() + '\t' + fact.level() + '\t' + String.join(",", fact.values()) + '\n';
                digest.update(line.getBytes(StandardCharsets.UTF_8));
            }
            return "sha256:" + HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The code: lower-case hexadecimal digits, as many for every point of this word list. */
    public String of(Point point) {
        byte[] packed = new byte[(bits + 7) / 8];
        int at = 0;
        for (int f = 0; f < vocabulary.facts().size(); f++) {
            int value = point.value(f);
            for (int b = width(vocabulary.fact(f)) - 1; b >= 0; b--, at++) {
                packed[at / 8] |= (byte) ((value >> b & 1) << (7 - at % 8));
            }
        }
        return HexFormat.of().formatHex(packed);
    }

    /** The point; empty when this word list cannot have written the code. */
    public Optional<Point> point(String code) {
        byte[] packed;
        try {
            packed = HexFormat.of().parseHex(code);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        Point point = Point.unknown(vocabulary);
        int at = 0;
        if (packed.length != (bits + 7) / 8) {
            return Optional.empty();
        }
        for (Fact fact : vocabulary.facts()) {
            int value = 0;
            for (int b = width(fact); b > 0; b--, at++) {
                value = value << 1 | packed[at / 8] >> (7 - at % 8) & 1;
            }
            if (value >= fact.values().size()) {
                return Optional.empty();
            }
            point.set(fact.name(), fact.values().get(value));
        }
        // One spelling a point: upper case or bits beyond the last fact are nobody's
        return of(point).equals(code) ? Optional.of(point) : Optional.empty();
    }

    private static int width(Fact fact) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(fact.values().size() - 1);
    }
}
