package nl.sluis.access;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A caller as Spring Security knows it, for one request. */
final class CallerToken extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Caller caller;
    private final String role;

    /**
     * @param caller who calls
     * @param needed the roles with which one may make this call
     */
    CallerToken(Caller caller, Set<Role> needed) {
        super(authorities(caller).map(SimpleGrantedAuthority::new).toList());
        this.caller = caller;
        this.role =
                roles(caller).filter(needed::contains).sorted().map(Role::text).collect(Collectors.joining(" "));
        setAuthenticated(true);
    }

    /** What the audit and the log call a caller: its sort and its name, never who a person is. */
    static String nameOf(Caller caller) {
        return switch (caller) {
            case Caller.OwnSystem system -> "system:" + system.name();
            case Caller.Person person -> "person:" + person.id();
            case Caller.Node node -> "node:" + node.partner().id().value();
            case Caller.DemoVisitor visitor -> "visitor";
        };
    }

    /** As the audit calls them; the framework asks at every request, and would else write out all that the directory has of a node. */
    @Override
    public String getName() {
        return nameOf(caller);
    }

    /** The roles in which the caller makes this call: those it has of the ones that may; empty for who needs none. */
    String role() {
        return role;
    }

    private static Stream<Role> roles(Caller caller) {
        return switch (caller) {
            case Caller.OwnSystem system -> system.roles().stream();
            case Caller.Person person -> person.roles().stream();
            case Caller.Node node -> Stream.empty();
            case Caller.DemoVisitor visitor -> Stream.empty();
        };
    }

    private static Stream<String> authorities(Caller caller) {
        return switch (caller) {
            case Caller.OwnSystem own -> own.roles().stream().map(Role::authority);
            case Caller.Person person -> person.roles().stream().map(Role::authorityOfPerson);
            case Caller.Node node -> Stream.of(AccessRow.Kind.NODE.authority());
            case Caller.DemoVisitor visitor -> Stream.of(AccessRow.Kind.VISITOR.authority());
        };
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
