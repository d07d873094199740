package nl.sluis.adapter.profile;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** What is wrong with a profile, collected, so that its writer sees all of it at once. */
public final class ProfileFaults {

    /** Most faults that are told. */
    public static final int MOST = 50;

    private final String file;
    private final List<ProfileFault> faults = new ArrayList<>();

    /**
     * None yet.
     *
     * @param file how faults name it
     */
    public ProfileFaults(String file) {
        this.file = file;
    }

    /** A fault where something begins; what comes after {@link #MOST} is not kept. */
    public void add(Node node, String code, String message) {
        add(node.getStartMark(), code, message);
    }

    /** As {@link #add(Node, String, String)}, at a mark of the parser. */
    public void add(Mark at, String code, String message) {
        add(at.getLine() + 1, at.getColumn() + 1, code, message);
    }

    /** As {@link #add(Node, String, String)}, at a line and column counted from 1. */
    public void add(int line, int column, String code, String message) {
        if (faults.size() < MOST) {
            faults.add(new ProfileFault(file, line, column, code, message));
        }
    }

    /** Whether there is none. */
    public boolean none() {
        return faults.isEmpty();
    }

    /** All of them, in the order in which they were found. */
    public List<ProfileFault> all() {
        return List.copyOf(faults);
    }
}
