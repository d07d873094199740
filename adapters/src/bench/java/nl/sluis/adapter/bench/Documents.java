package nl.sluis.adapter.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Documents of about 10 kB, made from the samples. */
final class Documents {

    private static final int SIZE = 10_000;

    private Documents() {}

    /** One concern of a school, with a text that fills it. */
    static byte[] concern() {
        return grown(sample("school-concern-mila.json"), "Mila viel", "Mila viel ");
    }

    /** One row of arrears, with a column that is left behind and fills it. */
    static byte[] arrears() {
        return grown(sample("housing-arrears.csv"), "Bomenbuurt", "Bomenbuurt ");
    }

    /** One early-warning signal, with a field that is left behind and fills it. */
    static byte[] signal() {
        return grown(sample("ddas-vs-sanne.json"), "Waterbedrijf", "Waterbedrijf ");
    }

    static String sample(String name) {
        try (InputStream in = Objects.requireNonNull(Documents.class.getResourceAsStream("/samples/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] grown(String text, String at, String with) {
        String more = with.repeat(Math.max(1, (SIZE - text.length()) / with.length()));
        return text.replaceFirst(at, more + at).getBytes(StandardCharsets.UTF_8);
    }
}
