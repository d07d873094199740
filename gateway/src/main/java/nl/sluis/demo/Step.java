package nl.sluis.demo;

import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One step of the story.
 *
 * @param play null when it cannot be played yet
 */
record Step(int number, String title, @Nullable Play play) {

    /** What happens; says each thing that it did. */
    @FunctionalInterface
    interface Play {
        void with(Consumer<String> say) throws IOException, InterruptedException;
    }

    static Step notYet(int number, String title) {
        return new Step(number, title, null);
    }
}
