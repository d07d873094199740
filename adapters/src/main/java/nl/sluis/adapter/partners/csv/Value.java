package nl.sluis.adapter.partners.csv;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where something comes from: the same for every row, or one or more columns.
 *
 * @param constant when it is the same for every row; null otherwise
 * @param columns whose cells make it, joined by a space
 * @param codes what the partner's codes mean; empty when the cell itself is meant
 * @param required whether a row without it is a fault
 */
record Value(@Nullable String constant, List<String> columns, Map<String, Code> codes, boolean required) {

    Value {
        columns = List.copyOf(columns);
        codes = Map.copyOf(codes);
    }

    static Value constant(String value) {
        return new Value(value, List.of(), Map.of(), false);
    }

    static Value column(String name) {
        return new Value(null, List.of(name), Map.of(), false);
    }
}
