package nl.sluis.policy;

import java.util.AbstractList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sentences that are worked out when somebody reads them: most decisions are never asked. Unmodifiable. */
final class WhyNot extends AbstractList<String> {

    private final Supplier<List<String>> work;
    private volatile @Nullable List<String> sentences;

    WhyNot(Supplier<List<String>> work) {
        this.work = work;
    }

    // Two threads may both work it out, and find the same.
    private List<String> sentences() {
        List<String> known = sentences;
        if (known == null) {
            known = List.copyOf(work.get());
            sentences = known;
        }
        return known;
    }

    @Override
    public String get(int index) {
        return sentences().get(index);
    }

    @Override
    public int size() {
        return sentences().size();
    }
}
