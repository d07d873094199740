package nl.sluis.access;

import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;

/**
 * One line of the access table. Who is not named in it does not pass.
 *
 * @param method HTTP method; {@code GET} is also {@code HEAD}, {@code ANY} is every one
 * @param path as in the mapping of the controller; {@code /**} is everything below
 * @param kinds callers that pass whatever their role is
 * @param roles roles with which the own organisation's systems pass
 * @param people whether people who are logged in pass with these roles too
 */
record AccessRow(String method, String path, Set<Kind> kinds, Set<Role> roles, boolean people) {

    static final String ANY = "ANY";

    /** Callers without a role. */
    enum Kind {
        /** Whoever reaches the port. */
        EVERYBODY,
        /** The node of another organisation. */
        NODE,
        /** A browser that came by the demo's entry address; demo mode only. */
        VISITOR;

        String authority() {
            return "ROLE_" + name();
        }
    }

    AccessRow {
        kinds = Set.copyOf(kinds);
        roles = Set.copyOf(roles);
    }

    /** Whether there is no need to know who calls. */
    boolean open() {
        return kinds.contains(Kind.EVERYBODY);
    }

    /** The methods that it is about; empty for every one. */
    Stream<HttpMethod> methods() {
        return switch (method) {
            case ANY -> Stream.empty();
            case "GET" -> Stream.of(HttpMethod.GET, HttpMethod.HEAD);
            default -> Stream.of(HttpMethod.valueOf(method));
        };
    }

    /** What a caller has one of when it passes; empty when nobody does. */
    String[] authorities() {
        Stream<String> ofPeople = people ? roles.stream().map(Role::authorityOfPerson) : Stream.empty();
        return Stream.of(kinds.stream().map(Kind::authority), roles.stream().map(Role::authority), ofPeople)
                .flatMap(each -> each)
                .sorted()
                .toArray(String[]::new);
    }
}
