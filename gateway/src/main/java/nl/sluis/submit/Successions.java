package nl.sluis.submit;

import java.util.Objects;
import nl.sluis.canonical.MessageId;
import nl.sluis.node.NodeSettings;
import nl.sluis.node.Problems;
import nl.sluis.outbox.Continuing;
import nl.sluis.outbox.MessageState;
import nl.sluis.outbox.Outbox;
import nl.sluis.send.SendMessage;
import nl.sluis.send.Submitted;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.ObjectNode;

/**
 * Submits what waited for an organisation that has ended to its successor, when a person says so: decided anew, and at most once
 * what may go or waits. What is denied goes nowhere, and the person may ask again when something else is recorded.
 */
@Component
final class Successions {

    private final Continuing continuing;
    private final SendMessage send;
    private final Outbox outbox;
    private final AnswerJson answers;
    private final NodeSettings self;
    private final TransactionTemplate transaction;

    Successions(
            Continuing continuing,
            SendMessage send,
            Outbox outbox,
            AnswerJson answers,
            NodeSettings self,
            PlatformTransactionManager transactions) {
        this.continuing = continuing;
        this.send = send;
        this.outbox = outbox;
        this.answers = answers;
        this.self = self;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Answers as a submission does; the second time with the message as which it went on. */
    ResponseEntity<?> submit(MessageId id, boolean english) {
        return Objects.requireNonNull(transaction.execute(status -> switch (continuing.take(self.id(), id)) {
            case Continuing.Found.Ready ready -> submit(ready, status, english);
            case Continuing.Found.Already already ->
                accepted(answers.of(
                        already.next(), outbox.history(self.id(), already.next().id()), english));
            case Continuing.Found.Unknown unknown -> Problems.notFound();
            case Continuing.Found.NotNow not -> Problems.conflict("The state of this message does not allow it");
            case Continuing.Found.ContentGone gone ->
                Problems.conflict("The content is not kept any more: submit it anew");
        }));
    }

    private ResponseEntity<?> submit(Continuing.Found.Ready ready, TransactionStatus status, boolean english) {
        Submitted submitted = send.submitToSuccessor(ready.outgoing(), ready.original());
        if (!(submitted instanceof Submitted.Decided decided)) {
            status.setRollbackOnly();
            return Outcomes.notDecided(submitted);
        }
        if (decided.state() != MessageState.DENY) {
            continuing.goesOn(
                    ready.outgoing(), decided.message().id(), decided.message().recipient());
        }
        return accepted(answers.of(decided, english));
    }

    private static ResponseEntity<?> accepted(ObjectNode answer) {
        return ResponseEntity.status(HttpStatus.ACCEPTED).body(answer);
    }
}
