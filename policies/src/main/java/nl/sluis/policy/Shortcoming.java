package nl.sluis.policy;

import java.util.List;

/** What can be wrong with a consent that is there, in the order in which the facts tell it. */
enum Shortcoming {
    WITHDRAWN(FactNames.WITHDRAWN),
    EXPIRED(FactNames.EXPIRED),
    NOT_YET_VALID(FactNames.NOT_YET_VALID),
    WITHOUT_EVIDENCE(FactNames.WITHOUT_EVIDENCE),
    RECIPIENT(FactNames.RECIPIENT_OUT_OF_SCOPE),
    PURPOSE(FactNames.PURPOSE_OUT_OF_SCOPE),
    CATEGORY(FactNames.CATEGORY_OUT_OF_SCOPE),
    DOMAIN(FactNames.DOMAIN_OUT_OF_SCOPE);

    /** All of them; {@link #values()} makes a new array every time. */
    static final List<Shortcoming> ALL = List.of(values());

    private final FactName<Boolean> fact;

    Shortcoming(FactName<Boolean> fact) {
        this.fact = fact;
    }

    /** The fact that somebody's consent has it. */
    FactName<Boolean> fact() {
        return fact;
    }

    /** Its bit in a set of shortcomings. */
    int bit() {
        return 1 << ordinal();
    }

    /** Whether it is one of a set of shortcomings. */
    boolean in(int shortcomings) {
        return (shortcomings & bit()) != 0;
    }

    /** Its bit when it is there. */
    int when(boolean there) {
        return there ? bit() : 0;
    }
}
