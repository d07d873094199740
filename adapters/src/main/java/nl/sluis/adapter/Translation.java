package nl.sluis.adapter;

import java.util.List;

/** The result of reading a payload. */
public sealed interface Translation {

    /** It was understood. */
    record Translated(Draft draft, Completeness completeness) implements Translation {}

    /** It only states consents, such as a FHIR Consent or a Mitz notification. */
    record Consents(List<ConsentStatement> statements, Completeness completeness) implements Translation {
        public Consents {
            statements = List.copyOf(statements);
        }
    }

    /** It was not understood; at least one violation. */
    record Untranslatable(List<Violation> violations) implements Translation {
        public Untranslatable {
            violations = List.copyOf(violations);
        }
    }
}
