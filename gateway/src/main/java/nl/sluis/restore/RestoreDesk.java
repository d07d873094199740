package nl.sluis.restore;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.sluis.audit.AuditLog;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a person does about a restoration; every call runs in the caller's transaction. */
public final class RestoreDesk {

    /** A code that leads to a person in the organisation's own administration, and not in this one. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,39}");

    private final RestorationStore store;
    private final AuditLog audit;

    /** On the database of one node. */
    public RestoreDesk(JdbcClient jdbc, AuditLog audit) {
        this.store = new RestorationStore(jdbc);
        this.audit = audit;
    }

    /** Whether a text can say who released. */
    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    /** Since when and by what sign nothing goes out; empty when nothing holds it. */
    public Optional<String> standing() {
        return store.open().map(open -> "since " + open.noticedAt() + " (" + open.sign() + ")");
    }

    /** From now on nothing goes out, because an operator knows that the database was put back; nothing when it is so already. */
    public void mark(Instant now) {
        store.lock();
        if (store.open().isEmpty()) {
            store.notice(Sign.OPERATOR, store.tip(), now);
            audit.append("restore.noticed", null, Map.of("sign", Sign.OPERATOR.name()));
        }
    }

    /**
     * Lets everything go that waits.
     *
     * @param by an operator's code
     * @param stopped how many messages the operator stopped
     * @return whether anything was held
     */
    public boolean release(String by, int stopped, Instant now) {
        store.lock();
        boolean held = store.release(by, now) > 0;
        if (held) {
            audit.append("restore.released", null, Map.of("by", by, "stopped", Integer.toString(stopped)));
        }
        return held;
    }
}
