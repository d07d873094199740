package nl.sluis.policy.rules;

/** Two sets of rules differ too much for an exact and bounded comparison; the message says in Dutch in what. */
public final class Incomparable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Incomparable(String message) {
        super(message);
    }
}
