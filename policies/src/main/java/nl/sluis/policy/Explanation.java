package nl.sluis.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.sluis.canonical.PersonRef;
import nl.sluis.policy.rules.Reader;

/**
 * A decision with all that explains it. Holds more than any one reader may know: what is shown goes through a {@link LetterWriter}.
 *
 * @param findings the rows that hold for the message and for what it cannot do without
 * @param withheld the rows that keep other items behind
 * @param family what each person of the family may read: of his own acts alone
 */
public record Explanation(
        Verdict verdict,
        List<Finding> findings,
        List<Finding> withheld,
        WaysOn waysOn,
        Map<PersonRef, List<Finding>> family) {

    public Explanation {
        findings = List.copyOf(findings);
        withheld = List.copyOf(withheld);
        family = Map.copyOf(new HashMap<>(family));
    }

    /** The findings that a reader of the organisation may read. */
    public List<Finding> findings(Reader reader) {
        return readable(findings, reader);
    }

    /** The findings about what stays behind that a reader of the organisation may read. */
    public List<Finding> withheld(Reader reader) {
        return readable(withheld, reader);
    }

    private static List<Finding> readable(List<Finding> all, Reader reader) {
        return all.stream()
                .filter(finding ->
                        reader != Reader.FAMILY && finding.row().readers().contains(reader))
                .toList();
    }

    /** Never who it is about. */
    @Override
    public String toString() {
        return "Explanation[" + verdict.outcome() + "]";
    }
}
