package nl.sluis.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluis.policy.rules.RuleBook;

/** The rules that come with the product. The one place of this module that reads: its own class path, once. */
public final class RuleSets {

    /** The files of the shipped rules; a class path cannot be listed. */
    static final List<String> FILES = List.of(
            "00-LEESMIJ.md",
            "10-woordenlijst.md",
            "11-zinnen.md",
            "15-termijnen.md",
            "16-in-werking.md",
            "17-gegevenslijsten.md",
            "20-toestemming.md",
            "20-toestemming.voorbeelden.md",
            "30-meldcode.md",
            "30-meldcode.voorbeelden.md",
            "35-adviesvraag.md",
            "35-overige.voorbeelden.md",
            "36-kinderbescherming.md",
            "40-vroegsignalering.md",
            "45-gezin-aanwezig.md",
            "50-ontvangersprofielen.md",
            "60-conflict-van-plichten.md",
            "70-verwijsindex-en-wams.md",
            "90-nooit.md");

    /** Without them nothing can be explained. */
    private static final Set<String> REQUIRED = Set.of("Zinnen", "Namen van codes", "Wie");

    private static final String FOLDER = "/beleid/";

    private RuleSets() {}

    /** The shipped rules. The same object every time. */
    public static RuleBook builtIn() {
        return BuiltIn.BOOK;
    }

    /**
     * Reads rules from text.
     *
     * @param files text by file name
     * @throws nl.sluis.policy.rules.FaultyRules when they are not as the notation demands
     */
    public static RuleBook read(Map<String, String> files) {
        Set<String> codes = Arrays.stream(ReasonCode.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());
        return RuleBook.read(files, codes, REQUIRED);
    }

    /** The text of the shipped rules, by file name. */
    public static Map<String, String> builtInText() {
        Map<String, String> texts = new HashMap<>();
        for (String file : FILES) {
            try (InputStream in = RuleSets.class.getResourceAsStream(FOLDER + file)) {
                if (in == null) {
                    throw new IllegalStateException("the product misses " + file);
                }
                texts.put(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Map.copyOf(texts);
    }

    private static final class BuiltIn {
        private static final RuleBook BOOK = read(builtInText());
    }
}
