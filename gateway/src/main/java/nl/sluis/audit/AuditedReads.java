package nl.sluis.audit;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Component
final class AuditedReads implements ReadLog {

    private final AuditLog audit;
    private final TransactionTemplate transaction;

    AuditedReads(AuditLog audit, PlatformTransactionManager transactions) {
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void reads(String event, @Nullable String messageId, Map<String, String> detail) {
        transaction.executeWithoutResult(status -> audit.append(event, messageId, detail));
    }
}
