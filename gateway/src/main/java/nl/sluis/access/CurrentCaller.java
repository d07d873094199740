package nl.sluis.access;

import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who makes the call that this thread answers. */
public final class CurrentCaller {

    private CurrentCaller() {}

    /** The caller; empty where nobody calls, as in the node's own work. */
    public static Optional<Caller> get() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof CallerToken token
                ? Optional.of(token.getPrincipal())
                : Optional.empty();
    }

    /** What the audit calls the caller: its sort and its name, never who a person is; empty where nobody calls. */
    public static Optional<String> name() {
        return get().map(CallerToken::nameOf);
    }

    /** The person who is logged in; empty for systems and nodes. */
    public static Optional<String> person() {
        return get().filter(Caller.Person.class::isInstance).map(caller -> ((Caller.Person) caller).id());
    }

    /** By which number of the organisation the person is registered who is logged in as one of a family; empty for all others. */
    public static Optional<String> self() {
        return get().filter(Caller.Person.class::isInstance).flatMap(caller -> ((Caller.Person) caller).self());
    }

    /** Whether whoever calls may open a page, by the table that the node itself is guarded with; nothing where nobody calls. */
    public static boolean mayOpen(String page) {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        return caller != null
                && caller.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .anyMatch(AccessTable.authoritiesOf(page)::contains);
    }
}
