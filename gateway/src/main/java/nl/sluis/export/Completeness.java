package nl.sluis.export;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Counts what of the audit an export expresses, and what it does not. */
public final class Completeness {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ExportForm form;
    private final Map<String, Long> leftOut = new TreeMap<>();
    private final Map<String, Long> unknown = new TreeMap<>();
    private final Map<String, Long> missing = new TreeMap<>();
    private long entries;
    private long mapped;
    private long lines;

    Completeness(ExportForm form) {
        this.form = form;
    }

    void count(String event, boolean known, Form.Written written) {
        entries++;
        lines += written.lines().size();
        if (written.lines().isEmpty()) {
            leftOut.merge(event, 1L, Long::sum);
        } else {
            mapped++;
        }
        if (!known) {
            unknown.merge(event, 1L, Long::sum);
        }
        written.missing().stream().distinct().forEach(field -> missing.merge(field, 1L, Long::sum));
    }

    /** How many entries were read. */
    public long entries() {
        return entries;
    }

    /** How many of them are in the export. */
    public long mapped() {
        return mapped;
    }

    /** How many lines were written. */
    public long lines() {
        return lines;
    }

    /**
     * As JSON: {@code entries}, {@code mapped}, {@code lines}; {@code leftOut}, events that are no business of the form;
     * {@code unknown}, events of another version, written without their meaning; {@code notExpressed}, fields that the form has or
     * demands and the audit does not say, each with how many entries it is.
     */
    public String json() {
        ObjectNode report = JSON.createObjectNode();
        report.put("form", form.name());
        report.put("entries", entries);
        report.put("mapped", mapped);
        report.put("lines", lines);
        leftOut.forEach(report.putObject("leftOut")::put);
        unknown.forEach(report.putObject("unknown")::put);
        missing.forEach(report.putObject("notExpressed")::put);
        return report.toPrettyString();
    }
}
