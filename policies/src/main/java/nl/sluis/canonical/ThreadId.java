package nl.sluis.canonical;

import java.util.UUID;

/** The conversation that a message belongs to: a report, its feedback, its receipts. */
public record ThreadId(UUID value) {

    /**
     * @throws IllegalArgumentException when the text is no UUID (RFC 9562)
     */
    public static ThreadId parse(String text) {
        return new ThreadId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
