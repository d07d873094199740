package nl.sluis.policyset;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.sluis.policy.RuleSets;
import nl.sluis.policy.rules.ExampleRun;
import nl.sluis.policy.rules.Fact;
import nl.sluis.policy.rules.Proof;
import nl.sluis.policy.rules.Proofs;
import nl.sluis.policy.rules.RuleBook;
import nl.sluis.policy.rules.Vocabulary;

/** Whether rules may decide: in the words of this program, proved for every day that they decide about, with examples that hold. */
public final class RulesCheck {

    private RulesCheck() {}

    /** What stands in the way of the set of a MANIFEST: other rules than those, or rules that may not decide. */
    public static List<SetFault> faults(RuleBook book, Manifest manifest) {
        return book.hash().equals(manifest.policy())
                ? faults(book, manifest.validFrom())
                : List.of(new SetFault(SetFault.Code.MANIFEST, "the hash of the rules is another"));
    }

    /**
     * What stands in the way.
     *
     * @param from the first day that matters
     */
    public static List<SetFault> faults(RuleBook book, LocalDate from) {
        List<SetFault> faults = new ArrayList<>(words(book.vocabulary()));
        if (!faults.isEmpty()) {
            return faults;
        }
        TreeSet<LocalDate> days = new TreeSet<>(book.periods());
        days.removeIf(day -> !day.isAfter(from));
        days.add(from);
        for (LocalDate day : days) {
            for (Proof proof : Proofs.of(book, day)) {
                if (!proof.proved()) {
                    faults.add(new SetFault(SetFault.Code.NOT_PROVED, "%s (%s)".formatted(proof.claim(), day)));
                }
            }
        }
        ExampleRun.failures(book)
                .forEach(failure -> faults.add(new SetFault(SetFault.Code.EXAMPLE, failure.toString())));
        return faults;
    }

    /** Where the word list is not that of this program, which establishes these facts with these values and no others. */
    public static List<SetFault> words(RuleBook book) {
        return words(book.vocabulary());
    }

    private static List<SetFault> words(Vocabulary words) {
        Map<String, Set<String>> ours = values(RuleSets.builtIn().vocabulary());
        Map<String, Set<String>> theirs = values(words);
        Set<String> names = new TreeSet<>(ours.keySet());
        names.addAll(theirs.keySet());
        List<SetFault> faults = new ArrayList<>();
        for (String name : names) {
            if (!ours.getOrDefault(name, Set.of()).equals(theirs.getOrDefault(name, Set.of()))) {
                faults.add(
                        new SetFault(
                                SetFault.Code.WORDS,
                                "the fact " + name
                                        + " has other values, another unknown or another level in this program, or is not in it"));
            }
        }
        return faults;
    }

    private static Map<String, Set<String>> values(Vocabulary words) {
        Map<String, Set<String>> values = new TreeMap<>();
        for (Fact fact : words.facts()) {
            Set<String> known = new HashSet<>(fact.values());
            // What the unknown means and what a fact is about decide as much as its values do
            Integer unknown = fact.unknown();
            known.add("unknown = " + (unknown == null ? "-" : fact.values().get(unknown)));
            known.add("about = " + fact.level());
            values.put(fact.name(), known);
        }
        return values;
    }
}
