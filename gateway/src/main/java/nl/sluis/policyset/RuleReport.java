package nl.sluis.policyset;

import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import nl.sluis.policy.rules.Example;
import nl.sluis.policy.rules.ExampleRun;
import nl.sluis.policy.rules.Mutation;
import nl.sluis.policy.rules.Proof;
import nl.sluis.policy.rules.Proofs;
import nl.sluis.policy.rules.RuleBook;

/** Tells, in the language of the rules, what was proved about them and how well their examples guard them. */
final class RuleReport {

    private static final Locale DUTCH = Locale.forLanguageTag("nl-NL");

    private final RuleBook book;
    private final PrintStream out;
    private final PrintStream err;
    private final long start = System.nanoTime();

    RuleReport(RuleBook book, PrintStream out, PrintStream err) {
        this.book = book;
        this.out = out;
        this.err = err;
    }

    /** Whether all is proved in every period, and the examples hold and guard the rows. */
    boolean check() {
        head();
        boolean proved = proofs();
        boolean guarded = examples();
        tail();
        return proved && guarded;
    }

    /** Whether the examples hold and guard the rows. */
    boolean test() {
        head();
        boolean guarded = examples();
        tail();
        return guarded;
    }

    private void head() {
        out.println(book.hash());
        say(
                "regels %d, feiten %d, perioden %d, geen rijen die elkaar tegenspreken",
                book.rules().size(),
                book.vocabulary().facts().size(),
                book.periods().size());
    }

    private boolean proofs() {
        SortedMap<LocalDate, List<Proof>> periods = Proofs.ofEveryPeriod(book);
        boolean all = true;
        for (var period : periods.entrySet()) {
            List<Proof> open =
                    period.getValue().stream().filter(proof -> !proof.proved()).toList();
            open.forEach(proof -> err.println(
                    "NIET BEWEZEN " + from(period.getKey()) + ": " + proof.claim() + ": " + proof.counterExamples()));
            List<String> reasons = Proofs.onlyReasons(book, period.getKey());
            say(
                    "%s bewezen %d van %d%s",
                    from(period.getKey()),
                    period.getValue().size() - open.size(),
                    period.getValue().size(),
                    reasons.isEmpty() ? "" : "; noemt alleen een reden: " + String.join(", ", reasons));
            all &= open.isEmpty();
        }
        return all;
    }

    private static String from(LocalDate day) {
        return day.equals(LocalDate.MIN) ? "voor de eerste datum" : "vanaf " + day;
    }

    private boolean examples() {
        List<Example> examples = book.examples();
        List<ExampleRun.Failure> failures = ExampleRun.failures(book);
        failures.forEach(failure -> err.println("VOORBEELD KLOPT NIET " + failure));
        say(
                "voorbeelden %d, samen %d gevallen; %d kloppen",
                examples.stream().map(Example::source).distinct().count(),
                examples.size(),
                examples.size() - failures.size());
        Mutation.Score score = Mutation.of(book);
        score.unguarded().forEach(row -> err.println("NIET BEWAAKT " + row));
        say(
                "kleine wijzigingen die een voorbeeld opmerkt %d van %d (%.1f %%, ten minste %d)",
                score.killed(), score.mutants(), score.percent(), Mutation.FLOOR);
        return failures.isEmpty() && score.percent() >= Mutation.FLOOR;
    }

    private void tail() {
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        say("in %.1f seconden", time.toMillis() / 1000.0);
        out.flush();
    }

    private void say(String text, Object... values) {
        out.println(String.format(DUTCH, text, values));
    }
}
