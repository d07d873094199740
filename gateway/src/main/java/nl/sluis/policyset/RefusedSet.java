package nl.sluis.policyset;

import java.util.List;
import java.util.stream.Collectors;

/** A policy set that is not used; nothing of it is. */
public final class RefusedSet extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<SetFault> faults;

    /** Refused for these faults, at least one. */
    public RefusedSet(List<SetFault> faults) {
        super(faults.stream().map(SetFault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    RefusedSet(SetFault.Code code, String text) {
        this(List.of(new SetFault(code, text)));
    }

    /** Everything that was found wrong. */
    public List<SetFault> faults() {
        return faults;
    }
}
