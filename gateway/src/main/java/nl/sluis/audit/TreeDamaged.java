package nl.sluis.audit;

/** What is kept of the tree is not what was kept: somebody else wrote in the database, or a disk did. */
public final class TreeDamaged extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TreeDamaged(String message) {
        super(message);
    }
}
