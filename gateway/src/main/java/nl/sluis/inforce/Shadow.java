package nl.sluis.inforce;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nl.sluis.policy.DecisionFacts;
import nl.sluis.policy.rules.RuleBook;
import nl.sluis.policyset.RefusedSet;
import nl.sluis.policyset.RulesCheck;
import nl.sluis.policyset.SetFault;
import nl.sluis.policyset.SetFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A second set that decides beside the first: counts the differences and keeps them by rows, never by person. It sees what was
 * decided, from facts codes, and changes nothing; what goes wrong in it stays in it.
 */
public final class Shadow {

    private static final Logger LOG = LoggerFactory.getLogger(Shadow.class);

    private final ShadowDifferenceStore store;
    private final MeterRegistry metrics;
    private final TransactionTemplate nested;

    private volatile Optional<RuleBook> book = Optional.empty();
    private volatile List<SetFault> refused = List.of();

    Shadow(ShadowDifferenceStore store, MeterRegistry metrics, PlatformTransactionManager transactions) {
        this.store = store;
        this.metrics = metrics;
        this.nested = new TransactionTemplate(transactions);
        // A savepoint: what fails in here does not take the decision's own transaction with it
        this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Takes the set of a folder, signed or not; one that cannot be used leaves no shadow. */
    void look(Path folder) {
        try {
            RuleBook read = SetFolder.read(folder).book();
            List<SetFault> faults = RulesCheck.words(read);
            book = faults.isEmpty() ? Optional.of(read) : Optional.empty();
            told(faults);
        } catch (RefusedSet e) {
            book = Optional.empty();
            told(e.faults());
        }
    }

    /** Compares one decision. Never throws. */
    public void compare(DecisionFacts decided) {
        book.ifPresent(shadow -> compare(decided, shadow));
    }

    private void compare(DecisionFacts decided, RuleBook shadow) {
        String result = "failed";
        try {
            Optional<DecisionFacts> would = decided.under(shadow, decided.day());
            result = would.map(other -> other.differsFrom(decided) ? "different" : "same")
                    .orElse("unreadable");
            if (result.equals("different")) {
                nested.executeWithoutResult(status -> would.ifPresent(other -> store.insert(decided, other)));
            }
        } catch (RuntimeException | StackOverflowError e) {
            // One of the named places that catch everything: a set on trial harms no decision
            LOG.error("the shadow failed: {}", e.getClass().getName());
            result = "failed";
        }
        metrics.counter("sluis.policy.shadow", "result", result).increment();
    }

    private void told(List<SetFault> faults) {
        if (!faults.isEmpty() && !faults.equals(refused)) {
            LOG.error("no shadow: {}", faults);
        }
        refused = faults;
    }
}
