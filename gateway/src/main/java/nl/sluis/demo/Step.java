package nl.sluis.demo;

import java.io.IOException;
import java.util.function.Consumer;

/** One step of the story. */
record Step(int number, String title, Play play) {

    /** What happens; says each thing that it did. */
    @FunctionalInterface
    interface Play {
        void with(Consumer<String> say) throws IOException, InterruptedException;
    }
}
