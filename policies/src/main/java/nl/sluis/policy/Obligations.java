package nl.sluis.policy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.sluis.canonical.ConsentRecord;
import nl.sluis.policy.rules.Effect;
import nl.sluis.policy.rules.Term;

/** What must be done when the message goes, with the days computed from the named numbers. */
final class Obligations {

    private final Map<String, Term> terms;
    private final LocalDate day;

    Obligations(Map<String, Term> terms, LocalDate day) {
        this.terms = terms;
        this.day = day;
    }

    List<Obligation> of(List<ItemJudgement> going) {
        Set<String> duties = new LinkedHashSet<>();
        going.stream()
                .flatMap(item ->
                        Stream.concat(item.hits().of(Effect.PERMIT).stream(), item.hits().of(Effect.DUTY).stream()))
                .forEach(rule -> duties.addAll(rule.words().names()));
        return duties.stream()
                .map(terms::get)
                .filter(Objects::nonNull)
                .flatMap(term -> obligation(term, going).stream())
                .toList();
    }

    private Optional<Obligation> obligation(Term term, List<ItemJudgement> going) {
        return switch (term.unit()) {
            case NONE -> Optional.of(new Obligation(term.duty(), null));
            case DAYS -> Optional.of(new Obligation(term.duty(), day.plusDays(term.count())));
            case WORKING_DAYS -> Optional.of(new Obligation(term.duty(), workingDaysAfter(day, term.count())));
            // A consent without an end has nothing to review before it.
            case DAYS_BEFORE_END ->
                going.stream()
                        .flatMap(item -> item.used().stream())
                        .map(ConsentRecord::until)
                        .filter(Objects::nonNull)
                        .min(LocalDate::compareTo)
                        .map(end -> new Obligation(term.duty(), end.minusDays(term.count())));
        };
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
