package nl.sluis.testing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.sluis.audit.AuditLog;
import nl.sluis.audit.ReadLog;
import nl.sluis.custody.FactsChanged;
import nl.sluis.custody.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/** Remembers what was audited and published. */
public final class Journal implements AuditLog, ReadLog, ApplicationEventPublisher {

    private final List<String> audited = new CopyOnWriteArrayList<>();
    private final List<PersonId> changed = new CopyOnWriteArrayList<>();
    private final List<Object> published = new CopyOnWriteArrayList<>();
    private volatile boolean full;

    @Override
    public void append(String event, @Nullable String messageId, Map<String, String> detail) {
        if (full) {
            throw new IllegalStateException("the audit log cannot be written");
        }
        audited.add(event + " " + detail);
    }

    @Override
    public void reads(String event, @Nullable String messageId, Map<String, String> detail) {
        append(event, messageId, detail);
    }

    @Override
    public void publishEvent(Object event) {
        published.add(event);
        if (event instanceof FactsChanged facts) {
            changed.addAll(facts.about());
        }
    }

    /** From now on no entry can be written. */
    public void fill() {
        full = true;
    }

    /** Events with their detail, oldest first. */
    public List<String> audited() {
        return audited;
    }

    /** Every event. */
    public List<Object> published() {
        return published;
    }

    /** About whom facts changed. */
    public List<PersonId> changed() {
        return changed;
    }
}
