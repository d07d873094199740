package nl.sluis.adapter.partners.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.sluis.adapter.profile.Nearest;
import nl.sluis.adapter.profile.YamlMap;
import nl.sluis.adapter.source.StrictCsv;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The parts {@code file} and {@code columns} of a profile: how the file is written. */
final class FileReading {

    private static final Map<String, Charset> CHARSETS = Map.of(
            "UTF-8",
            StandardCharsets.UTF_8,
            "windows-1252",
            Charset.forName("windows-1252"),
            "ISO-8859-1",
            StandardCharsets.ISO_8859_1,
            "ISO-8859-15",
            Charset.forName("ISO-8859-15"));
    private static final Map<String, Character> DELIMITERS = Map.of(";", ';', ",", ',', "|", '|', "tab", '\t');
    private static final Map<String, Character> QUOTES = Map.of("\"", '"', "'", '\'');
    private static final Map<String, Boolean> DECIMALS = Map.of(",", true, ".", false);

    private final YamlMap file;
    private final YamlMap columns;

    FileReading(YamlMap file, YamlMap columns) {
        this.file = file;
        this.columns = columns;
    }

    MappingProfile.FileRules rules() {
        StrictCsv.Form form = new StrictCsv.Form(
                one("delimiter", DELIMITERS, ';'),
                one("quote", QUOTES, '"'),
                one("charset", CHARSETS, StandardCharsets.UTF_8),
                file.flag("byte-order-mark", false),
                file.flag("open-end", false));
        MappingProfile.FileRules rules = new MappingProfile.FileRules(
                form, dates(), one("decimal", DECIMALS, true), set("required"), set("ignored"), set("no-bsn"));
        file.done();
        columns.done();
        return rules;
    }

    private <T> T one(String key, Map<String, T> known, T otherwise) {
        String word = file.text(key);
        T found = word == null ? otherwise : known.get(word);
        if (found == null) {
            String names = String.join(", ", known.keySet().stream().sorted().toList());
            file.faults().add(at(key), "UNKNOWN_CODE", "'" + word + "' is not one of: " + names + near(word, known));
        }
        return found == null ? otherwise : found;
    }

    private static String near(@Nullable String word, Map<String, ?> known) {
        String near = word == null || word.length() < 3 ? "" : Nearest.to(word, known.keySet());
        return near.isEmpty() ? "." : near;
    }

    private List<DateStyle> dates() {
        Node node = file.get("dates");
        List<DateStyle> styles = new ArrayList<>();
        for (Node each : node instanceof SequenceNode sequence
                ? sequence.getValue()
                : node == null ? List.<Node>of() : List.of(node)) {
            String word = file.word(each);
            DateStyle style = word == null ? null : DateStyle.of(word).orElse(null);
            if (word != null && style == null) {
                file.faults()
                        .add(
                                each,
                                "WRONG_FORM",
                                "A date is written with d or dd, M or MM, and yyyy, such as d-M-yyyy.");
            }
            for (DateStyle other : styles) {
                if (style != null && (style.quarrelsWith(other) || other.quarrelsWith(style))) {
                    file.faults()
                            .add(
                                    each,
                                    "AMBIGUOUS",
                                    "'" + word + "' and '" + other.written() + "' read one text as different days.");
                }
            }
            if (style != null) {
                styles.add(style);
            }
        }
        return styles.isEmpty() ? DateStyle.of("yyyy-MM-dd").map(List::of).orElseThrow() : styles;
    }

    private Set<String> set(String key) {
        return new LinkedHashSet<>(columns.words(key));
    }

    private Node at(String key) {
        Node node = file.get(key);
        return node == null ? file.node() : node;
    }
}
