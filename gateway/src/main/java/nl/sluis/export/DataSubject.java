package nl.sluis.export;

/**
 * A person whom an entry is about, or a household where no more is known, under a name that leads nowhere without this node.
 *
 * @param pseudonym hexadecimal; the same for the same person in every export of this node, and in no other node's
 */
record DataSubject(Sort sort, String pseudonym) {

    /** What it stands for. */
    enum Sort {
        /** A person of this node's register. */
        PERSON,
        /** Everybody of a household: of what came in no more is kept in clear. */
        HOUSEHOLD
    }

    /** The kind of pseudonym, for forms that ask what sort of number it is. */
    String system() {
        return switch (sort) {
            case PERSON -> "urn:sluis:pseudonym:person";
            case HOUSEHOLD -> "urn:sluis:pseudonym:household";
        };
    }
}
