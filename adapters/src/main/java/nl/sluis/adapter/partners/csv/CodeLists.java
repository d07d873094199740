package nl.sluis.adapter.partners.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.sluis.adapter.profile.Nearest;
import nl.sluis.adapter.profile.YamlMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** The code lists of a profile, under {@code codes}. */
final class CodeLists {

    private final Map<String, Map<String, Code>> lists = new LinkedHashMap<>();
    private final YamlMap places;

    CodeLists(YamlMap codes) {
        this.places = codes;
        for (String name : codes.names()) {
            YamlMap list = codes.map(name);
            Map<String, Code> read = new LinkedHashMap<>();
            for (String code : list.names()) {
                Node value = list.get(code);
                if (value != null) {
                    read.put(code, code(list, value));
                }
            }
            replaced(list, read);
            lists.put(name, read);
        }
    }

    /** A list by its name; a fault and an empty one when there is none of that name. */
    Map<String, Code> list(String name, Node where) {
        Map<String, Code> found = lists.get(name);
        if (found == null) {
            places.faults()
                    .add(
                            where,
                            "UNKNOWN_LIST",
                            "There is no list '" + name + "' under codes" + Nearest.to(name, lists.keySet()));
        }
        return found == null ? Map.of() : found;
    }

    private static Code code(YamlMap list, Node value) {
        if (!(value instanceof MappingNode)) {
            String means = list.word(value);
            return new Code(means == null ? "" : means, null, null, null);
        }
        YamlMap entry = new YamlMap(value, value, list.faults());
        String means = entry.requiredText("means");
        LocalDate from = day(entry, "from");
        LocalDate until = day(entry, "until");
        String instead = entry.text("instead");
        entry.done();
        if (from != null && until != null && until.isBefore(from)) {
            list.faults().add(value, "NOT_A_PERIOD", "'until' is before 'from'.");
        }
        return new Code(means, from, until, instead);
    }

    private static @Nullable LocalDate day(YamlMap entry, String key) {
        String text = entry.text(key);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException noDate) {
            Node at = entry.get(key);
            entry.faults().add(at == null ? entry.node() : at, "NOT_A_DATE", "A day is written as 2026-11-22 here.");
            return null;
        }
    }

    private static void replaced(YamlMap list, Map<String, Code> read) {
        read.forEach((name, code) -> {
            String instead = code.instead();
            if (instead != null && !read.containsKey(instead)) {
                list.faults()
                        .add(
                                list.key(name),
                                "UNKNOWN_CODE",
                                "'" + instead + "' is not in this list" + Nearest.to(instead, read.keySet()));
            }
        });
    }
}
