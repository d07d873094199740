package nl.sluis.adapter.partners.csv;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** What is wrong with a profile, collected, so that its writer sees all of it at once. */
final class ProfileFaults {

    /** Most faults that are told. */
    static final int MOST = 50;

    private final String file;
    private final List<ProfileFault> faults = new ArrayList<>();

    ProfileFaults(String file) {
        this.file = file;
    }

    void add(Node node, String code, String message) {
        add(node.getStartMark(), code, message);
    }

    void add(Mark at, String code, String message) {
        add(at.getLine() + 1, at.getColumn() + 1, code, message);
    }

    void add(int line, int column, String code, String message) {
        if (faults.size() < MOST) {
            faults.add(new ProfileFault(file, line, column, code, message));
        }
    }

    boolean none() {
        return faults.isEmpty();
    }

    List<ProfileFault> all() {
        return List.copyOf(faults);
    }
}
