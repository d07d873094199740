package nl.sluis.adapter;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ways to break a document. */
public final class Mutations {

    /** A text that occurs in no sample and in no message of ours. */
    static final String MARKER = "Zqxmarker";

    private static final Pattern JSON_TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern XML_TEXT = Pattern.compile("(?<=>)[^<>]*\\S[^<>]*(?=<)|(?<==\")[^\"]*(?=\")");
    private static final List<String> WORDS = List.of(
            "",
            "null",
            "{}",
            "[]",
            "\"\"",
            "0",
            "-1e999",
            "1e400",
            "true",
            "\u0000",
            "\uFEFF",
            "\uD83D\uDE00",
            "<",
            "&x;",
            "<!--",
            "]]>",
            "/>",
            "<a>",
            "\"",
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "2017-02-30",
            "0000-00-00",
            "urn:uuid:",
            "#",
            "\u2003",
            "Patient/sanne",
            "<!DOCTYPE a>",
            "<?x?>");

    private Mutations() {}

    /** Bytes changed in one to four places, by a number that fixes which. */
    public static byte[] of(Sample sample, long seed) {
        Random random = new Random(seed);
        byte[] bytes = sample.bytes();
        int times = 1 + random.nextInt(4);
        for (int i = 0; i < times; i++) {
            bytes = random.nextInt(3) == 0 ? raw(bytes, random) : token(bytes, random, sample.xml());
        }
        return bytes;
    }

    private static byte[] raw(byte[] bytes, Random random) {
        if (bytes.length == 0) {
            return new byte[] {(byte) random.nextInt()};
        }
        byte[] copy = bytes.clone();
        copy[random.nextInt(copy.length)] = (byte) random.nextInt();
        return copy;
    }

    /** Replaces a text, a line or a slice: keeps most documents well-formed, so that the deeper readers are reached. */
    private static byte[] token(byte[] bytes, Random random, boolean xml) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        List<int[]> places = places(text, xml ? XML_TEXT : JSON_TEXT);
        String word = WORDS.get(random.nextInt(WORDS.size()));
        if (places.isEmpty() || random.nextInt(4) == 0) {
            int at = random.nextInt(text.length() + 1);
            int until = Math.min(text.length(), at + random.nextInt(80));
            return (text.substring(0, at) + word + text.substring(until)).getBytes(StandardCharsets.UTF_8);
        }
        int[] place = places.get(random.nextInt(places.size()));
        int[] other = places.get(random.nextInt(places.size()));
        String with = switch (random.nextInt(4)) {
            case 0 -> text.substring(other[0], other[1]);
            case 1 -> xml ? MARKER : "\"" + MARKER + "\"";
            case 2 -> xml ? word : "\"" + word.replace("\"", "'").replace("\\", "") + "\"";
            default -> word;
        };
        return (text.substring(0, place[0]) + with + text.substring(place[1])).getBytes(StandardCharsets.UTF_8);
    }

    /** The document with one text at a time replaced by the marker; names of fields are texts in JSON too. */
    static List<String> marked(Sample sample) {
        List<String> marked = new ArrayList<>();
        for (int[] place : places(sample.text(), sample.xml() ? XML_TEXT : JSON_TEXT)) {
            String with = sample.xml() ? MARKER : "\"" + MARKER + "\"";
            marked.add(
                    sample.text().substring(0, place[0]) + with + sample.text().substring(place[1]));
        }
        return marked;
    }

    private static List<int[]> places(String text, Pattern pattern) {
        List<int[]> places = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            places.add(new int[] {matcher.start(), matcher.end()});
        }
        return places;
    }
}
