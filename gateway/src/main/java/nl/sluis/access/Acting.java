package nl.sluis.access;

import java.security.cert.X509Certificate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Lets what came by another way than HTTP be done as one of the organisation's own systems: with its roles for the call that it
 * stands for, at its pace, and under its name in the audit.
 */
@Component
public final class Acting {

    private final AccessSettings settings;
    private final Pace pace;
    private final Callers callers;

    Acting(AccessSettings settings, Pace pace, Callers callers) {
        this.settings = settings;
        this.pace = pace;
        this.callers = callers;
    }

    /**
     * Does something as a system.
     *
     * @param method of the call that it stands for, as in the access table
     * @param path of that call
     * @return what it gave; empty when the system may not do it, or not now because it asks more than its share
     */
    public <T> Optional<T> as(String system, String method, String path, Supplier<T> act) {
        Caller caller = new Caller.OwnSystem(system, roles(settings, system));
        Set<Role> needed = needed(method, path);
        if (!may(settings, system, needed) || pace.locked(caller) || !pace.admits(caller)) {
            return Optional.empty();
        }
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new CallerToken(caller, needed));
        SecurityContextHolder.setContext(context);
        try {
            return Optional.of(act.get());
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /**
     * Whether who has this certificate is that system: for ways in that have certificates and are not HTTP.
     *
     * @param chain as the TLS layer has verified it; what was taken back since is asked for now
     */
    public boolean is(String system, X509Certificate[] chain) {
        return callers.isSystem(system, chain);
    }

    /**
     * Whether a system of this name may make a call.
     *
     * @param settings as configured, also before a node runs
     */
    public static boolean may(AccessSettings settings, String system, String method, String path) {
        return may(settings, system, needed(method, path));
    }

    private static boolean may(AccessSettings settings, String system, Set<Role> needed) {
        return roles(settings, system).stream().anyMatch(needed::contains);
    }

    // Two entries share a name while a certificate is renewed: then what both may
    private static Set<Role> roles(AccessSettings settings, String system) {
        List<AccessSettings.SystemEntry> entries = settings.systems().stream()
                .filter(entry -> entry.name().equals(system))
                .toList();
        Set<Role> roles = entries.isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.allOf(Role.class);
        entries.forEach(entry -> roles.retainAll(entry.roles()));
        return roles;
    }

    private static Set<Role> needed(String method, String path) {
        return AccessTable.ROWS.stream()
                .filter(row -> row.method().equals(method) && row.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(method + " " + path + " is in no line of the table"))
                .roles();
    }
}
