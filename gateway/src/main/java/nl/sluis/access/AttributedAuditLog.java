package nl.sluis.access;

import java.util.HashMap;
import java.util.Map;
import nl.sluis.audit.AuditLog;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Says in every entry that is written while somebody of the own organisation calls who that is, in which role; so no act and no
 * reading can forget it. Entries about partners name the partner themselves, and work of the node has no caller.
 */
@Primary
@Component
final class AttributedAuditLog implements AuditLog {

    private final AuditLog log;

    AttributedAuditLog(@Qualifier("chainedAuditLog") AuditLog log) {
        this.log = log;
    }

    @Override
    public void append(String event, @Nullable String messageId, Map<String, String> detail) {
        log.append(event, messageId, attributed(detail));
    }

    private static Map<String, String> attributed(Map<String, String> detail) {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof CallerToken token)) {
            return detail;
        }
        if (token.getPrincipal() instanceof Caller.Node) {
            return detail;
        }
        Map<String, String> attributed = new HashMap<>(detail);
        attributed.put("caller", CallerToken.nameOf(token.getPrincipal()));
        attributed.put("role", token.role());
        return attributed;
    }
}
