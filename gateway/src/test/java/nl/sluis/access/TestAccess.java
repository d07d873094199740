package nl.sluis.access;

import jakarta.servlet.Filter;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.core.context.SecurityContextHolder;

/** The access table for tests of other packages. */
public final class TestAccess {

    private TestAccess() {}

    /** A line of the table; who in the words of the documents. */
    public record Line(String method, String path, List<String> who, boolean people) {

        /** Whether such a caller passes; {@code everybody} passes where everybody does. */
        public boolean admits(String caller) {
            return who.contains("everybody") || who.contains(caller);
        }

        /** Whether a person who logged in with that role passes. */
        public boolean admitsPerson(String role) {
            return who.contains("everybody") || people && who.contains(role);
        }

        /** Roles with which the own organisation passes. */
        public Set<String> roles() {
            return who.stream().filter(TestAccess.roles()::contains).collect(Collectors.toSet());
        }
    }

    /** Lines of the node's own port. */
    public static List<Line> rows() {
        return AccessTable.ROWS.stream().map(TestAccess::line).toList();
    }

    /** Lines of the management port. */
    public static List<Line> management() {
        return AccessTable.MANAGEMENT.stream().map(TestAccess::line).toList();
    }

    /** Every role as configuration names it. */
    public static List<String> roles() {
        return Stream.of(Role.values()).map(Role::text).toList();
    }

    /** Puts an own system with that role in the place of whoever calls, for parts of a node without its security. */
    public static Filter asSystem(String role) {
        Caller caller = new Caller.OwnSystem(
                "of-the-test",
                Stream.of(Role.values())
                        .filter(each -> each.text().equals(role))
                        .collect(Collectors.toSet()));
        return (request, response, chain) -> {
            SecurityContextHolder.getContext().setAuthentication(new CallerToken(caller, Set.of()));
            chain.doFilter(request, response);
        };
    }

    /** Does something as a person of the organisation who logged in with the role of a regisseur. */
    public static <T> T asPerson(String id, Supplier<T> work) {
        SecurityContextHolder.getContext()
                .setAuthentication(new CallerToken(new Caller.Person(id, Set.of(Role.REGISSEUR)), Set.of()));
        try {
            return work.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static Line line(AccessRow row) {
        Stream<String> kinds = row.kinds().stream().sorted().map(kind -> switch (kind) {
            case EVERYBODY -> "everybody";
            case NODE -> "node";
            case VISITOR -> "visitor";
        });
        return new Line(
                row.method(),
                row.path(),
                Stream.concat(kinds, row.roles().stream().sorted().map(Role::text))
                        .toList(),
                row.people());
    }
}
