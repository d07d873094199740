package nl.sluis.checkpoint;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the checkpoints of a log beside its entries, a page at a time: how much it holds does not depend on the log's age. */
public final class CheckpointReader {

    /** One with its signature is a few kilobytes. */
    static final int PAGE = 100;

    private final Checkpoints checkpoints;
    private final Deque<SignedCheckpoint> page = new ArrayDeque<>();
    private long last = Long.MIN_VALUE;
    private boolean more = true;

    /** From the smallest; in the caller's transaction, in which nothing may be added meanwhile. */
    public CheckpointReader(Checkpoints checkpoints) {
        this.checkpoints = checkpoints;
    }

    /**
     * The next one, when it is of this size; then it is read.
     *
     * @param size number of entries that were read
     */
    public Optional<SignedCheckpoint> at(long size) {
        fill();
        return page.isEmpty() || page.getFirst().checkpoint().size() != size
                ? Optional.empty()
                : Optional.of(page.pop());
    }

    /** All that were not read yet, the smallest first. */
    public void rest(Consumer<SignedCheckpoint> reader) {
        for (fill(); !page.isEmpty(); fill()) {
            reader.accept(page.pop());
        }
    }

    private void fill() {
        if (page.isEmpty() && more) {
            page.addAll(checkpoints.after(last, PAGE));
            more = page.size() == PAGE;
            last = page.isEmpty() ? last : page.getLast().checkpoint().size();
        }
    }
}
