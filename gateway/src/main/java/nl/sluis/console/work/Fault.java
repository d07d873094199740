package nl.sluis.console.work;

import nl.sluis.adapter.Violation;

/**
 * What is wrong with a field.
 *
 * @param field by its name in the form
 */
public record Fault(String field, String code) {

    /** Of the path's own word: there a colleague is {@code to}, which is a button here. */
    static Fault of(Violation violation) {
        String field = violation.path().substring(1);
        return new Fault(field.equals("to") ? "colleague" : field, violation.code());
    }
}
