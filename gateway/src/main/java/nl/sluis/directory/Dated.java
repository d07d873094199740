package nl.sluis.directory;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that holds in a period.
 *
 * @param from first day; null when it held always
 * @param until last day; null when it holds on
 */
public record Dated<T>(
        T value, @Nullable LocalDate from, @Nullable LocalDate until) {

    /** Whether it holds on a day. */
    public boolean on(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }

    /** Which of them holds on a day: at most one, since they do not overlap. */
    static <T> Optional<T> on(List<Dated<T>> all, LocalDate day) {
        return all.stream().filter(dated -> dated.on(day)).map(Dated::value).findFirst();
    }

    /**
     * Checks that periods have their first day first and do not overlap.
     *
     * @param key of the list
     * @throws IllegalStateException naming the key of the one at fault
     */
    static <T> List<Dated<T>> checked(List<Dated<T>> all, String key) {
        for (int i = 0; i < all.size(); i++) {
            LocalDate from = all.get(i).from();
            LocalDate until = all.get(i).until();
            if (from != null && until != null && until.isBefore(from)) {
                throw new IllegalStateException(key + "[" + i + "].until: before its first day");
            }
            for (int j = 0; j < i; j++) {
                if (all.get(i).overlaps(all.get(j))) {
                    throw new IllegalStateException(key + "[" + i + "]: overlaps another one; on each day one holds");
                }
            }
        }
        return all.stream().sorted(Comparator.comparing(Dated<T>::begin)).toList();
    }

    private boolean overlaps(Dated<T> other) {
        return !begin().isAfter(other.end()) && !other.begin().isAfter(end());
    }

    private LocalDate begin() {
        return from == null ? LocalDate.MIN : from;
    }

    private LocalDate end() {
        return until == null ? LocalDate.MAX : until;
    }
}
