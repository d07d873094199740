package nl.sluis.testing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Gives a parser bytes that nobody should send: a good sample changed in one to four places. A few hundred in the build; with
 * {@code -Dsluis.fuzz.seconds=60} as many as go into a minute for each parser. A failure names the number that makes the same bytes.
 */
public final class Fuzz {

    private static final long SECONDS = Long.getLong("sluis.fuzz.seconds", 0);
    private static final int TRIES = 200;
    private static final List<String> WORDS = List.of(
            "",
            "null",
            "{}",
            "[]",
            "[null]",
            "\"\"",
            "0",
            "-1",
            "1e400",
            "9223372036854775808",
            "true",
            "\u0000",
            "\uFEFF",
            "\uD83D\uDE00",
            "<",
            "&x;",
            "]]>",
            "\"",
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\n",
            "\r",
            "=",
            "../..",
            "2017-02-30",
            "99999-01-01",
            "%n%s",
            "${jndi:x}");

    private Fuzz() {}

    /** A parser: returns whatever it makes of it; throws nothing but what it says that it throws. */
    @FunctionalInterface
    public interface Parser {

        /** Parses. */
        void parse(byte[] bytes);
    }

    /** Tries. */
    public static void of(byte[] sample, Parser parser) {
        long begin = SECONDS == 0 ? 20_261_122 : System.nanoTime();
        long end = System.nanoTime() + SECONDS * 1_000_000_000L;
        parsed(parser, sample, "the sample itself");
        parsed(parser, "null".getBytes(StandardCharsets.UTF_8), "null");
        parsed(parser, new byte[0], "nothing");
        for (long n = 0; SECONDS == 0 ? n < TRIES : System.nanoTime() < end; n++) {
            parsed(parser, changed(sample, begin + n), "seed " + (begin + n));
        }
    }

    /** Text, tried as its bytes in UTF-8. */
    public static void of(String sample, Consumer<String> parser) {
        of(sample.getBytes(StandardCharsets.UTF_8), bytes -> parser.accept(new String(bytes, StandardCharsets.UTF_8)));
    }

    private static void parsed(Parser parser, byte[] bytes, String what) {
        try {
            parser.parse(bytes);
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(what + ": " + e, e);
        }
    }

    /** The bytes of a seed. */
    public static byte[] changed(byte[] sample, long seed) {
        Random random = new Random(seed);
        byte[] bytes = sample;
        int times = 1 + random.nextInt(4);
        for (int i = 0; i < times; i++) {
            bytes = once(bytes, random);
        }
        return bytes;
    }

    private static byte[] once(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(1 + (random.nextBoolean() ? 4 : bytes.length)));
        byte[] between = switch (random.nextInt(5)) {
            case 0 -> new byte[0];
            case 1 -> new byte[] {(byte) random.nextInt()};
            case 2 -> WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.UTF_8);
            // What stands elsewhere in it
            case 3 -> Arrays.copyOfRange(bytes, 0, from);
            default -> repeated(Arrays.copyOfRange(bytes, from, to), random.nextInt(4));
        };
        byte[] changed = new byte[from + between.length + bytes.length - to];
        System.arraycopy(bytes, 0, changed, 0, from);
        System.arraycopy(between, 0, changed, from, between.length);
        System.arraycopy(bytes, to, changed, from + between.length, bytes.length - to);
        return changed.length > 1_000_000 ? Arrays.copyOf(changed, 1_000_000) : changed;
    }

    private static byte[] repeated(byte[] bytes, int times) {
        byte[] many = new byte[bytes.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(bytes, 0, many, i * bytes.length, bytes.length);
        }
        return many;
    }
}
