package nl.sluis.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.sluis.adapter.Violation;
import org.jspecify.annotations.Nullable;

/** What a reader asks, as text: either a question or everything that is wrong with it. */
public sealed interface FeedParameters {

    /** A question that can be answered. */
    record Asked(FeedQuery query) implements FeedParameters {}

    /** A question with faults, each named by its parameter. */
    record Faulty(List<Violation> violations) implements FeedParameters {}

    /** Reads the parameters of a page. */
    static FeedParameters parse(@Nullable String household, @Nullable String since, @Nullable String limit) {
        return new Reading().read(household, "since", since, limit);
    }

    /** Reads the parameters of a stream; {@code Last-Event-ID} counts before {@code since}, since a reconnecting reader sends both. */
    static FeedParameters parseStream(
            @Nullable String household, @Nullable String since, @Nullable String lastEventId) {
        return lastEventId == null || lastEventId.isEmpty()
                ? new Reading().read(household, "since", since, null)
                : new Reading().read(household, "Last-Event-ID", lastEventId, null);
    }

    /** Gathers faults while it reads. */
    final class Reading {

        private static final Pattern UUID_FORM = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
        private static final Pattern LIMIT_FORM = Pattern.compile("\\d{1,3}");

        private final List<Violation> violations = new ArrayList<>();

        private Reading() {}

        private FeedParameters read(
                @Nullable String household, String sinceName, @Nullable String since, @Nullable String limit) {
            UUID id = household == null ? null : household(household);
            Cursor cursor = since == null ? Cursor.START : cursor(sinceName, since);
            int most = limit == null ? FeedQuery.DEFAULT_LIMIT : limit(limit);
            return violations.isEmpty()
                    ? new Asked(new FeedQuery(cursor, id, most))
                    : new Faulty(List.copyOf(violations));
        }

        private @Nullable UUID household(String text) {
            if (UUID_FORM.matcher(text).matches()) {
                return UUID.fromString(text);
            }
            violations.add(new Violation("household", "NOT_A_HOUSEHOLD", "A household is named by its UUID"));
            return null;
        }

        private Cursor cursor(String name, String text) {
            return Cursor.parse(text).orElseGet(() -> {
                violations.add(new Violation(
                        name, "NOT_A_CURSOR", "A cursor is the next of a page, or the cursor of an item"));
                return Cursor.START;
            });
        }

        private int limit(String text) {
            int limit = LIMIT_FORM.matcher(text).matches() ? Integer.parseInt(text) : 0;
            if (limit >= 1 && limit <= FeedQuery.MAX_LIMIT) {
                return limit;
            }
            violations.add(new Violation("limit", "NOT_A_LIMIT", "A page has 1 to " + FeedQuery.MAX_LIMIT + " items"));
            return FeedQuery.DEFAULT_LIMIT;
        }
    }
}
