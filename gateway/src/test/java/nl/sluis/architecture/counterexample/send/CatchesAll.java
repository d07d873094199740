package nl.sluis.architecture.counterexample.send;

public class CatchesAll {

    void work(Runnable step) {
        try {
            step.run();
        } catch (IllegalStateException | Error e) {
            throw new IllegalStateException(e);
        }
    }
}
