package nl.sluis.retention;

/** Facts that are bound to their rows, so that nobody makes them old in the database and has them destroyed. */
public interface BoundFacts {

    /** The class of data, as its {@link Perishable} has it. */
    String data();

    /** Whether one is as this node wrote it; what is not is left for a person. */
    boolean bound(String identity);
}
