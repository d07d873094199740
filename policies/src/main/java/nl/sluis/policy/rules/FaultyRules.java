package nl.sluis.policy.rules;

import java.util.List;
import java.util.stream.Collectors;

/** The rules cannot be used; nothing of them is. Lists every fault that was found. */
public final class FaultyRules extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    FaultyRules(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /** What is wrong and where, in the order of the files. */
    public List<Fault> faults() {
        return faults;
    }
}
