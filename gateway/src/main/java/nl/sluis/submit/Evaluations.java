package nl.sluis.submit;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import nl.sluis.adapter.Payload;
import nl.sluis.audit.AuditLog;
import nl.sluis.canonical.Section;
import nl.sluis.policy.Outcome;
import nl.sluis.policy.Verdict;
import nl.sluis.send.SendMessage;
import nl.sluis.send.Submission;
import nl.sluis.send.Submitted;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Decides what an enforcement point asks by the steps of the path itself, on the facts of the registers alone, and takes all of it
 * back but the audit entry, which is kept before the answer is given.
 */
@Component
final class Evaluations {

    private final SendMessage send;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    Evaluations(SendMessage send, AuditLog audit, PlatformTransactionManager transactions) {
        this.send = send;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Whether all that was asked about may go now. Everything else is no: denied, waiting for a consent or a person, withheld, and
     * nobody of that name alike.
     */
    boolean permits(Evaluation asked) {
        // What it would be translated from: nothing
        Payload nothing = new Payload(Feedback.OWN_FORMAT, "{}".getBytes(StandardCharsets.UTF_8));
        Submitted submitted = Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            return send.submit(new Submission(asked.draft(), nothing, null));
        }));
        boolean permits = submitted instanceof Submitted.Decided decided && whole(decided.verdict());
        transaction.executeWithoutResult(
                status -> audit.append("decision.asked", null, detail(asked, submitted, permits)));
        return permits;
    }

    private static boolean whole(Verdict verdict) {
        return verdict.outcome() == Outcome.PERMIT && verdict.withheld().isEmpty();
    }

    private static Map<String, String> detail(Evaluation asked, Submitted submitted, boolean permits) {
        Map<String, String> detail = new HashMap<>();
        detail.put("form", "authzen");
        detail.put("kind", asked.draft().kind().name());
        detail.put("basis", asked.draft().basis().name());
        for (Section section : asked.draft().sections()) {
            detail.put("category", section.category().name());
        }
        detail.put("decision", Boolean.toString(permits));
        if (submitted instanceof Submitted.Decided decided) {
            // As the directory has it, and never as somebody wrote it
            detail.put("recipient", decided.message().recipient().value());
            detail.put("outcome", decided.verdict().outcome().name());
            detail.put("policy", decided.verdict().policy());
        } else {
            detail.put("outcome", "NONE");
        }
        return detail;
    }
}
