package nl.sluis.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Logboek Dataverwerkingen (Logius): a line for each person in each processing of personal data, in the fields of its interface.
 * Never says who did it: the standard forbids that.
 */
final class LogboekForm implements Form {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int OK = 1;
    private static final int ERROR = 2;

    private final String register;

    /**
     * Refers to a register of processing activities.
     *
     * @param register what the address of an activity begins with
     */
    LogboekForm(String register) {
        this.register = register;
    }

    @Override
    public Written write(Evidence evidence) {
        if (!evidence.meaning().act().concernsPersons()) {
            return Written.NOTHING;
        }
        List<String> missing = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        evidence.subjects().forEach(subject -> {
            lines.add(line(evidence, subject));
            if (subject.sort() != DataSubject.Sort.PERSON) {
                missing.add("dpl.core.data_subject_id (household only)");
            }
        });
        if (lines.isEmpty()) {
            lines.add(line(evidence, null));
            missing.add("dpl.core.data_subject_id");
        }
        if (evidence.meaning().act() == Act.RECEIVED) {
            missing.add("foreign_operation.operation_id");
        }
        return new Written(lines, missing);
    }

    private String line(Evidence evidence, @Nullable DataSubject subject) {
        ObjectNode line = JSON.createObjectNode();
        line.put("trace_id", evidence.traceId());
        line.put("operation_id", evidence.spanId(subject == null ? "" : subject.pseudonym()));
        line.put("status_code", evidence.result() == Result.FAILED ? ERROR : OK);
        line.put("name", evidence.entry().event());
        line.put("start_time", evidence.entry().at().toEpochMilli());
        line.put("end_time", evidence.entry().at().toEpochMilli());
        ObjectNode resource = line.putObject("resource").putObject("attributes");
        resource.put("service.name", "sluis");
        resource.put("sluis.origin", evidence.whose().origin());
        ObjectNode attributes = line.putObject("attributes");
        attributes(evidence, subject).forEach(attributes::put);
        return line.toString();
    }

    private Map<String, String> attributes(Evidence evidence, @Nullable DataSubject subject) {
        Map<String, String> attributes = new TreeMap<>();
        attributes.put(
                "dpl.core.processing_activity_id",
                register + evidence.meaning().act().name().toLowerCase(Locale.ROOT));
        if (subject != null) {
            attributes.put("dpl.core.data_subject_id", subject.pseudonym());
            attributes.put("dpl.core.data_subject_id_type", subject.system());
        }
        attributes.put("dpl.sluis.entry", Long.toString(evidence.entry().n()));
        evidence.partner().ifPresent(partner -> attributes.put("dpl.sluis.partner", partner));
        evidence.field("kind").ifPresent(kind -> attributes.put("dpl.sluis.kind", kind));
        evidence.field("basis").ifPresent(basis -> attributes.put("dpl.sluis.basis", basis));
        return attributes;
    }
}
