package nl.sluis.export;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.sluis.audit.AuditEntry;
import tools.jackson.databind.json.JsonMapper;

/** Writes the entries of a log, as they are read, in the form of somebody else: JSON, a line each, UTF-8. */
public final class AuditExport {

    /** What the address of a processing activity begins with, when nobody says where the register is. */
    public static final String REGISTER = "urn:sluis:processing:";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Whose whose;
    private final DataSubjects subjects;
    private final Form form;
    private final Completeness completeness;
    private final PrintStream out;

    /**
     * Into a stream.
     *
     * @param register what the address of a processing activity begins with
     */
    public AuditExport(ExportForm form, String register, Whose whose, DataSubjects subjects, PrintStream out) {
        this.whose = whose;
        this.subjects = subjects;
        this.form = form.form(register);
        this.completeness = new Completeness(form);
        this.out = out;
    }

    /** Writes an entry. */
    public void write(AuditEntry entry) {
        Optional<Meaning> known = Meaning.of(entry.event());
        Meaning meaning = known.orElseGet(() -> Meaning.unknown(entry.event()));
        Map<String, String> detail = detail(entry);
        Form.Written written =
                form.write(new Evidence(entry, detail, meaning, subjects.of(entry, detail, meaning.about()), whose));
        written.lines().forEach(line -> out.print(line + "\n"));
        completeness.count(entry.event(), known.isPresent(), written);
    }

    /** What was written so far. */
    public Completeness completeness() {
        return completeness;
    }

    private static Map<String, String> detail(AuditEntry entry) {
        Map<String, String> detail = new HashMap<>();
        JSON.readTree(entry.detail())
                .properties()
                .forEach(field -> detail.put(field.getKey(), field.getValue().asString("")));
        return detail;
    }
}
