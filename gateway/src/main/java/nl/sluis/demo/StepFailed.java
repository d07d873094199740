package nl.sluis.demo;

/** A step of the story did not end as told. */
final class StepFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StepFailed(String what) {
        super(what);
    }

    static void unless(boolean told, String what) {
        if (!told) {
            throw new StepFailed(what);
        }
    }
}
