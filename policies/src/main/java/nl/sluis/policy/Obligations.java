package nl.sluis.policy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.sluis.policy.rules.Term;
import org.jspecify.annotations.Nullable;

/** What must be done when the message goes, with the days computed from the named numbers. */
final class Obligations {

    private final Map<String, Term> terms;
    private final LocalDate day;

    Obligations(Map<String, Term> terms, LocalDate day) {
        this.terms = terms;
        this.day = day;
    }

    List<Obligation> of(List<ItemJudgement> going) {
        List<String> duties = new ArrayList<>();
        for (ItemJudgement item : going) {
            addNew(duties, item.sayings().whenItGoes());
        }
        return obligations(duties, going);
    }

    /** What is due already while it waits: the duties of its rows, and the review of consents that count. */
    List<Obligation> whileWaiting(List<ItemJudgement> waiting) {
        List<String> duties = new ArrayList<>();
        for (Term term : terms.values()) {
            if (term.unit() == Term.Unit.DAYS_BEFORE_END) {
                duties.add(term.duty());
            }
        }
        for (ItemJudgement item : waiting) {
            addNew(duties, item.sayings().always());
        }
        return obligations(duties, waiting);
    }

    // There are no more duties than terms, so that looking back over them costs little
    private static void addNew(List<String> duties, List<String> more) {
        for (String duty : more) {
            if (!duties.contains(duty)) {
                duties.add(duty);
            }
        }
    }

    private List<Obligation> obligations(List<String> duties, List<ItemJudgement> about) {
        List<Obligation> obligations = new ArrayList<>(duties.size());
        for (String duty : duties) {
            Term term = terms.get(duty);
            Obligation obligation = term == null ? null : obligation(term, about);
            if (obligation != null) {
                obligations.add(obligation);
            }
        }
        return obligations;
    }

    private @Nullable Obligation obligation(Term term, List<ItemJudgement> going) {
        return switch (term.unit()) {
            case NONE -> new Obligation(term.duty(), null);
            case DAYS -> new Obligation(term.duty(), day.plusDays(term.count()));
            case WORKING_DAYS -> new Obligation(term.duty(), workingDaysAfter(day, term.count()));
            case DAYS_BEFORE_END -> {
                LocalDate end = firstEnd(going);
                // A consent without an end has nothing to review before it.
                yield end == null ? null : new Obligation(term.duty(), end.minusDays(term.count()));
            }
        };
    }

    /** The day on which the first of the consents ends that was used. */
    private static @Nullable LocalDate firstEnd(List<ItemJudgement> going) {
        LocalDate first = null;
        for (ItemJudgement item : going) {
            LocalDate end = item.firstEnd();
            if (end != null && (first == null || end.isBefore(first))) {
                first = end;
            }
        }
        return first;
    }

    private static LocalDate workingDaysAfter(LocalDate start, int count) {
        LocalDate result = start;
        for (int left = count; left > 0; ) {
            result = result.plusDays(1);
            if (result.getDayOfWeek() != DayOfWeek.SATURDAY && result.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return result;
    }
}
