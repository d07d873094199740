package nl.sluis.canonical;

import java.util.UUID;

/** The identity of one message; unique together with its sender. */
public record MessageId(UUID value) {

    /**
     * @throws IllegalArgumentException when the text is no UUID (RFC 9562)
     */
    public static MessageId parse(String text) {
        return new MessageId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
