package nl.sluis.linking;

import com.ibm.icu.text.Transliterator;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes names alike that only systems write differently: accents, scripts, capitals, signs, {@code ij} and {@code y}. */
final class Spelling {

    private static final Transliterator PLAIN = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");

    /** Prefixes of Dutch and neighbouring names, plain; Systems disagree on whether they belong to the name (BRP 01.02.30, table 36). */
    private static final Set<String> PREFIXES = Set.of(
            "a", "af", "al", "am", "auf", "aus", "bij", "bin", "da", "dal", "dalla", "das", "de", "degli", "dei", "del",
            "della", "den", "der", "des", "di", "do", "don", "dos", "du", "e", "el", "het", "i", "im", "in", "int", "l",
            "la", "las", "le", "les", "lo", "los", "of", "onder", "op", "over", "s", "t", "te", "ten", "ter", "thoe",
            "tho", "to", "toe", "tot", "uit", "uijt", "unter", "v", "van", "vanden", "vd", "ver", "vom", "von", "voor",
            "vor", "zu", "zum", "zur");

    private Spelling() {}

    /** Latin letters and digits, small, and one space between words; empty when there are none. */
    static String plain(String text) {
        return PLAIN.transliterate(text)
                .replaceAll("[^a-z0-9]+", " ")
                .replace("ij", "y")
                .strip();
    }

    /** The words of a family name that are no prefixes; all of them when there is nothing else. */
    static List<String> familyWords(String family) {
        List<String> words = words(family);
        List<String> core =
                words.stream().filter(word -> !PREFIXES.contains(word)).toList();
        return core.isEmpty() ? words : core;
    }

    /** The words of a text. */
    static List<String> words(String text) {
        String plain = plain(text);
        return plain.isEmpty() ? List.of() : Arrays.asList(plain.split(" "));
    }

    /** The first letters of given names, as initials. */
    static String initialsOf(List<String> given) {
        return given.stream().map(word -> word.substring(0, 1)).collect(Collectors.joining());
    }
}
