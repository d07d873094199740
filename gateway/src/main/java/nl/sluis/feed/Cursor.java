package nl.sluis.feed;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the feed, right after an item. What is added later always comes after every cursor that was given out, so a
 * reader that goes on from its cursor misses nothing and reads nothing twice. Opaque to readers.
 */
public record Cursor(long position) {

    /** Before the first item. */
    public static final Cursor START = new Cursor(0);

    private static final Pattern FORM = Pattern.compile("f1\\.(\\d{1,18})");

    /**
     * @throws IllegalArgumentException when the position is negative
     */
    public Cursor {
        if (position < 0) {
            throw new IllegalArgumentException("a cursor cannot stand before the start");
        }
    }

    /** Reads what {@link #toString()} wrote; empty when it is anything else. */
    public static Optional<Cursor> parse(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
            Matcher matcher = FORM.matcher(plain);
            return matcher.matches() ? Optional.of(new Cursor(Long.parseLong(matcher.group(1)))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The text for readers. */
    @Override
    public String toString() {
        byte[] plain = ("f1." + position).getBytes(StandardCharsets.US_ASCII);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }
}
