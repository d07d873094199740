package nl.sluis.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Lines of the access table as Spring Security reads them. */
final class AccessRules {

    private record Rule(AccessRow row, RequestMatcher path) {}

    private final List<Rule> rules;

    AccessRules(List<AccessRow> rows) {
        this.rules = rows.stream()
                .map(row -> new Rule(row, PathPatternRequestMatcher.pathPattern(row.path())))
                .toList();
    }

    /** Says who passes for each line, and that nobody passes anywhere else. */
    void applyTo(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        for (Rule rule : rules) {
            var matched = requests.requestMatchers(matchers(rule.row()));
            if (rule.row().open()) {
                matched.permitAll();
            } else if (rule.row().authorities().length == 0) {
                matched.denyAll();
            } else {
                matched.hasAnyAuthority(rule.row().authorities());
            }
        }
        requests.anyRequest().denyAll();
    }

    /** The methods that lines have for the path of a request, whoever asks; empty when there is no such path. */
    Set<HttpMethod> methodsAt(HttpServletRequest request) {
        return rules.stream()
                .filter(rule -> rule.path().matches(request))
                .flatMap(rule -> rule.row().methods())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The roles that pass for a request; none when there is no such call, or it needs none. */
    Set<Role> rolesFor(HttpServletRequest request) {
        HttpMethod method = HttpMethod.valueOf(request.getMethod());
        return rules.stream()
                .filter(rule -> rule.row().methods().anyMatch(method::equals)
                        && rule.path().matches(request))
                .findFirst()
                .map(rule -> rule.row().roles())
                .orElse(Set.of());
    }

    private static RequestMatcher[] matchers(AccessRow row) {
        Stream<RequestMatcher> matchers = row.method().equals(AccessRow.ANY)
                ? Stream.of(PathPatternRequestMatcher.pathPattern(row.path()))
                : row.methods().map(method -> PathPatternRequestMatcher.pathPattern(method, row.path()));
        return matchers.toArray(RequestMatcher[]::new);
    }
}
