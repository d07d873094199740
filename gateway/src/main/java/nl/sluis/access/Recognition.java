package nl.sluis.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who makes a request: by its certificate, else by its session, else by the demo's entry address. */
@Component
final class Recognition {

    private final Callers callers;
    private final PersonSessions sessions;
    private final DemoEntry entry;

    Recognition(Callers callers, PersonSessions sessions, DemoEntry entry) {
        this.callers = callers;
        this.sessions = sessions;
        this.entry = entry;
    }

    /** The caller; empty when it is nobody. */
    Optional<Caller> of(HttpServletRequest request) {
        return callers.of(request).or(() -> sessions.of(request)).or(() -> entry.visitor(request));
    }
}
