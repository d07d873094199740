package nl.sluis.municipality;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.sluis.adapter.profile.Nearest;
import nl.sluis.adapter.profile.YamlMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads the words of a profile: names, codes, numbers and days; what is wrong is named with its place. */
final class Words {

    private static final String NAME = "[a-z0-9][a-z0-9-]{0,59}";
    private static final int MOST_DAYS = 3_650;

    private Words() {}

    /** A name of small letters, digits and hyphens; empty with a fault when it is none. */
    static String name(YamlMap map, String key) {
        String name = map.requiredText(key);
        return name.isEmpty() || named(map, map.key(key), name) ? name : "";
    }

    /** Whether a word is a name; a fault when not. */
    static boolean named(YamlMap map, Node at, String word) {
        boolean name = word.matches(NAME);
        if (!name) {
            map.faults().add(at, "WRONG_FORM", "A name has 1 to 60 small letters, digits and hyphens.");
        }
        return name;
    }

    /** A whole number; the other when the key is not there. */
    static int number(YamlMap map, String key, int otherwise, int least, int most) {
        Node at = map.get(key);
        String word = map.text(key);
        if (at == null || word == null) {
            return otherwise;
        }
        if (!word.matches("[0-9]{1,6}") || Integer.parseInt(word) < least || Integer.parseInt(word) > most) {
            map.faults().add(at, "WRONG_FORM", "A whole number of " + least + " to " + most + " is needed here.");
            return otherwise;
        }
        return Integer.parseInt(word);
    }

    /** A term in days; null when the key is not there. */
    static @Nullable Period days(YamlMap map, String key) {
        int days = number(map, key, 0, 1, MOST_DAYS);
        return days == 0 ? null : Period.ofDays(days);
    }

    /** A day; null with a fault when it is none. */
    static @Nullable LocalDate day(YamlMap map, String key) {
        Node at = map.required(key);
        String word = at == null ? null : map.text(key);
        try {
            return word == null ? null : LocalDate.parse(word);
        } catch (DateTimeParseException notADay) {
            if (at != null) {
                map.faults().add(at, "WRONG_FORM", "A day is needed here, such as 2026-01-31.");
            }
            return null;
        }
    }

    /** Codes of an enum, one or a list. */
    static <E extends Enum<E>> Set<E> codes(YamlMap map, String key, Class<E> type) {
        Set<E> codes = new LinkedHashSet<>();
        Node at = map.get(key);
        for (String word : map.words(key)) {
            E code = code(map, at == null ? map.node() : at, word, type);
            if (code != null) {
                codes.add(code);
            }
        }
        return codes;
    }

    /** One code; the other with a fault when it is none, or without one when the key is not there. */
    static <E extends Enum<E>> E code(YamlMap map, String key, Class<E> type, E otherwise) {
        Node at = map.get(key);
        String word = map.text(key);
        E code = at == null || word == null ? null : code(map, at, word, type);
        return code == null ? otherwise : code;
    }

    static <E extends Enum<E>> @Nullable E code(YamlMap map, Node at, String word, Class<E> type) {
        Map<String, E> known = Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(Enum::name, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        E code = known.get(word);
        if (code == null) {
            map.faults()
                    .add(
                            at,
                            "UNKNOWN_CODE",
                            "'" + word + "' is not known here" + Nearest.to(word, known.keySet()) + ".");
        }
        return code;
    }

    /** The mappings of a list; none when the key is not there. */
    static List<YamlMap> list(YamlMap map, String key) {
        Node at = map.get(key);
        if (at == null) {
            return List.of();
        }
        if (!(at instanceof SequenceNode sequence)) {
            map.faults().add(at, "WRONG_TYPE", "Here a list is needed, each with a hyphen.");
            return List.of();
        }
        List<YamlMap> maps = new ArrayList<>();
        sequence.getValue().forEach(each -> maps.add(new YamlMap(each, each, map.faults())));
        return maps;
    }

    /** The line on which something stands, counted from 1. */
    static int line(Node at) {
        return at.getStartMark().getLine() + 1;
    }
}
