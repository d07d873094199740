package nl.sluis.outbox;

import java.util.Map;
import nl.sluis.audit.AuditLog;
import nl.sluis.canonical.Receipt;
import nl.sluis.canonical.ReceiptStatus;
import org.springframework.stereotype.Component;

/** Compares a receipt with what was sent. */
@Component
final class ReceiptCheck {

    private final Attempts attempts;
    private final Alarms alarms;
    private final AuditLog audit;

    ReceiptCheck(Attempts attempts, Alarms alarms, AuditLog audit) {
        this.attempts = attempts;
        this.alarms = alarms;
        this.audit = audit;
    }

    /** Whether the receipt is about what was sent; when it is not, a person must find out what has arrived. */
    boolean isRight(Outgoing outgoing, Receipt receipt) {
        boolean wrong = receipt.status() == ReceiptStatus.DELIVERED
                && attempts.contradict(outgoing.sender(), outgoing.id(), receipt.payloadHash());
        if (wrong) {
            alarms.raise(outgoing, Alarms.RECEIPT_CONTRADICTS);
            audit.append(
                    "receipt.contradicts",
                    outgoing.id().toString(),
                    Map.of("recipient", receipt.sender().value()));
        }
        return !wrong;
    }
}
