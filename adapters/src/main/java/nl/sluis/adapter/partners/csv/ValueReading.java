package nl.sluis.adapter.partners.csv;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluis.adapter.profile.Nearest;
import nl.sluis.adapter.profile.YamlMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Values of a profile. A plain word is a column where data is meant, and one of our codes where a code is meant. */
final class ValueReading {

    private final CodeLists codes;
    private boolean dated;

    ValueReading(CodeLists codes) {
        this.codes = codes;
    }

    /** Whether a code list that is used depends on the day. */
    boolean dated() {
        return dated;
    }

    /** Data: {@code Column}, {@code [Column, Column]} or {@code {column: ..., constant: ..., codes: ..., required: yes}}. */
    @Nullable
    Value data(YamlMap map, String key) {
        Node node = map.get(key);
        return node == null ? null : data(map, node);
    }

    Value requiredData(YamlMap map, String key) {
        Node node = map.required(key);
        return node == null ? Value.constant("") : data(map, node);
    }

    /** A code of ours, the same for every row, or from a column by a list of codes whose meanings are codes of ours. */
    <E extends Enum<E>> Value coded(YamlMap map, String key, Class<E> type, @Nullable E otherwise) {
        Node node = otherwise == null ? map.required(key) : map.get(key);
        if (node == null) {
            return Value.constant(otherwise == null ? "" : otherwise.name());
        }
        return coded(map, node, type);
    }

    <E extends Enum<E>> @Nullable Value optionalCoded(YamlMap map, String key, Class<E> type) {
        Node node = map.get(key);
        return node == null ? null : coded(map, node, type);
    }

    private <E extends Enum<E>> Value coded(YamlMap map, Node node, Class<E> type) {
        Set<String> known =
                Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.toSet());
        if (!(node instanceof MappingNode)) {
            String word = map.word(node);
            known(map, node, word, known);
            return Value.constant(word == null ? "" : word);
        }
        YamlMap entry = new YamlMap(node, node, map.faults());
        String column = entry.requiredText("column");
        String list = entry.requiredText("codes");
        entry.done();
        Map<String, Code> read = list.isEmpty() ? Map.of() : list(entry, list);
        read.values().forEach(code -> known(map, node, code.means(), known));
        return new Value(null, List.of(column), read, true);
    }

    private Value data(YamlMap map, Node node) {
        if (!(node instanceof MappingNode)) {
            return new Value(null, map.words(node), Map.of(), false);
        }
        YamlMap entry = new YamlMap(node, node, map.faults());
        String constant = entry.text("constant");
        List<String> columns = entry.words("column");
        String list = entry.text("codes");
        boolean required = entry.flag("required", false);
        entry.done();
        if ((constant == null) == columns.isEmpty() || (constant != null && list != null)) {
            map.faults().add(node, "REQUIRED", "Here either a column, with or without codes, or a constant is needed.");
        }
        return new Value(constant, columns, list == null ? Map.of() : list(entry, list), required);
    }

    private Map<String, Code> list(YamlMap entry, String name) {
        Node where = entry.get("codes");
        Map<String, Code> read = codes.list(name, where == null ? entry.node() : where);
        dated |= read.values().stream().anyMatch(Code::dated);
        return read;
    }

    private static void known(YamlMap map, Node node, @Nullable String word, Set<String> known) {
        if (word != null && !known.contains(word)) {
            String near = Nearest.to(word, known);
            map.faults()
                    .add(
                            node,
                            "UNKNOWN_CODE",
                            "'" + word + "' is no code of ours here"
                                    + (near.isEmpty()
                                            ? "; known are: "
                                                    + String.join(
                                                            ", ",
                                                            known.stream()
                                                                    .sorted()
                                                                    .toList()) + "."
                                            : near));
        }
    }
}
