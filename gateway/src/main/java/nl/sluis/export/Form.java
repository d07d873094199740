package nl.sluis.export;

import java.util.List;

/** One form of export; a line is a JSON object, whatever the form. */
interface Form {

    /**
     * An entry in this form.
     *
     * @param lines none when it is no business of this form
     * @param missing what the form has a place for, or demands, and the audit does not say
     */
    record Written(List<String> lines, List<String> missing) {

        /** No business of this form. */
        static final Written NOTHING = new Written(List.of(), List.of());

        public Written {
            lines = List.copyOf(lines);
            missing = List.copyOf(missing);
        }
    }

    /** Writes an entry. */
    Written write(Evidence evidence);
}
