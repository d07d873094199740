package nl.sluis.adapter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** One of our own documents with its media type. */
public record Sample(String name, String mediaType, String text) {

    public static Sample of(String file, String mediaType) {
        try (InputStream in = Sample.class.getResourceAsStream("/samples/" + file)) {
            return new Sample(file, mediaType, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public Payload payload() {
        return new Payload(mediaType, bytes());
    }

    boolean xml() {
        return text.startsWith("<");
    }
}
