package nl.sluis.custody;

import java.util.Map;
import java.util.Set;
import nl.sluis.audit.AuditLog;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells of a fact that was recorded, in the transaction that records it: the audit log, and whoever waits for it. */
@Component
public final class FactLog {

    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    FactLog(AuditLog audit, ApplicationEventPublisher events) {
        this.audit = audit;
        this.events = events;
    }

    /**
     * Audits it and publishes {@link FactsChanged}.
     *
     * @param event stable identifier, upper case with underscores
     * @param detail identifiers and codes only
     */
    public void recorded(String event, Map<String, String> detail, Set<PersonId> about) {
        audit.append(event, null, detail);
        events.publishEvent(new FactsChanged(about));
    }

    /** Tells whoever listens of something more particular, in the transaction that is running. */
    public void tell(Object event) {
        events.publishEvent(event);
    }
}
