package nl.sluis.submit;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.sluis.adapter.Violation;
import nl.sluis.audit.AuditLog;
import nl.sluis.outbox.MessageState;
import nl.sluis.send.SendMessage;
import nl.sluis.send.Submission;
import nl.sluis.send.Submitted;
import nl.sluis.submit.IdempotencyStore.Earlier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.ObjectNode;

/** Puts a submission on the path in one transaction, or only asks what would become of it. */
@Component
final class Submissions {

    private final SendMessage send;
    private final IdempotencyStore idempotency;
    private final AnswerJson answers;
    private final AuditLog audit;
    private final Receivers receivers;
    private final TransactionTemplate transaction;

    Submissions(
            SendMessage send,
            IdempotencyStore idempotency,
            AnswerJson answers,
            AuditLog audit,
            Receivers receivers,
            PlatformTransactionManager transactions) {
        this.send = send;
        this.idempotency = idempotency;
        this.answers = answers;
        this.audit = audit;
        this.receivers = receivers;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What to answer. */
    sealed interface Outcome {

        /** Decided now, or earlier under the same key. */
        record Answered(ObjectNode answer) implements Outcome {}

        /** Not decided; nothing was kept. */
        record NotDecided(Submitted why) implements Outcome {}

        /** Its receiver cannot do without what it lacks; nothing was kept. */
        record Lacking(List<Violation> violations) implements Outcome {
            public Lacking {
                violations = List.copyOf(violations);
            }
        }

        /** The key was used for another body. */
        record KeyTaken() implements Outcome {}
    }

    /**
     * Submits.
     *
     * @param key the idempotency key; null when the caller gave none
     */
    Outcome submit(Submission submission, @Nullable String key, boolean english) {
        return submit(submission, key == null ? null : new SubmissionKey(key, false), english);
    }

    /** The same, under a key that may say that what was denied is decided about anew. */
    Outcome submit(Submission submission, @Nullable SubmissionKey key, boolean english) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Optional<Outcome> earlier = key == null ? Optional.empty() : earlier(key, submission);
            if (earlier.isPresent()) {
                return earlier.get();
            }
            Submitted submitted = send.submit(submission);
            if (!(submitted instanceof Submitted.Decided decided)) {
                status.setRollbackOnly();
                return new Outcome.NotDecided(submitted);
            }
            List<Violation> lacking = lacking(decided);
            if (!lacking.isEmpty()) {
                status.setRollbackOnly();
                return new Outcome.Lacking(lacking);
            }
            ObjectNode answer = answers.of(decided, english);
            if (key != null) {
                idempotency.remember(key.text(), decided.message().id(), answers.write(answer));
            }
            return new Outcome.Answered(answer);
        }));
    }

    // What may not go anyway is told that, and not asked to be filled in first
    private List<Violation> lacking(Submitted.Decided decided) {
        return decided.state() == MessageState.DENY ? List.of() : receivers.lacking(decided.message());
    }

    private Optional<Outcome> earlier(SubmissionKey key, Submission submission) {
        Optional<Earlier> earlier = idempotency.claim(key.text(), submission);
        if (earlier.isEmpty()) {
            return Optional.empty();
        }
        if (!earlier.get().sameBody()) {
            return Optional.of(new Outcome.KeyTaken());
        }
        ObjectNode answer = answers.read(earlier.get().answer());
        if (key.deniedAnew() && denied(answer)) {
            // Who tries at the same time waits here, and gets what the first of them was told
            answer = answers.read(idempotency.locked(key.text()));
            if (denied(answer)) {
                return Optional.empty();
            }
        }
        return Optional.of(new Outcome.Answered(answer));
    }

    private static boolean denied(ObjectNode answer) {
        return answer.path("state").asString("").equals(MessageState.DENY.name());
    }

    /** Goes the same way and takes everything back, but for the audit entry that somebody asked. */
    Outcome ask(Submission submission, boolean english) {
        Submitted submitted = Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            return send.submit(submission);
        }));
        transaction.executeWithoutResult(status -> audit.append(
                "decision.asked",
                null,
                Map.of(
                        "kind",
                        submission.draft().kind().name(),
                        "outcome",
                        submitted instanceof Submitted.Decided decided
                                ? decided.verdict().outcome().name()
                                : "NONE")));
        if (!(submitted instanceof Submitted.Decided decided)) {
            return new Outcome.NotDecided(submitted);
        }
        List<Violation> lacking = lacking(decided);
        return lacking.isEmpty()
                ? new Outcome.Answered(answers.dryRun(decided, english))
                : new Outcome.Lacking(lacking);
    }
}
