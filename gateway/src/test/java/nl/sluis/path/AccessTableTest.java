package nl.sluis.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import nl.sluis.access.TestAccess;
import nl.sluis.access.TestAccess.Line;
import nl.sluis.path.Http.Reply;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every endpoint of a running node is in the access table, and every sort of caller passes where it says and nowhere else. */
@ExtendWith(NodesExtension.class)
class AccessTableTest {

    private static final Set<String> FILES = Set.of("ANY /openapi.json", "GET /assets/**", "GET /webjars/**");
    private static final Set<String> LOGIN =
            Set.of("GET /oauth2/authorization/sluis", "GET /login/oauth2/code/sluis", "POST /logout");

    private final SchoolAlone school;

    AccessTableTest(SchoolAlone school) {
        this.school = school;
    }

    static Stream<String> callers() {
        return Stream.concat(
                Stream.of("nobody", "node", "partner's system", SchoolAlone.WITHOUT_ROLE, "visitor"),
                TestAccess.roles().stream());
    }

    @ParameterizedTest
    @MethodSource("callers")
    void passesWhereTheTableSaysAndNowhereElse(String caller) throws IOException {
        SoftAssertions all = new SoftAssertions();
        for (Line line : TestAccess.rows()) {
            if (line.path().equals("/login/oauth2/code/sluis")) {
                // Without a login that was begun it refuses everybody; with one, see PersonLoginTest
                continue;
            }
            Reply reply = call(caller, line.method().equals("ANY") ? "GET" : line.method(), line.path());
            if (line.admits(caller)) {
                all.assertThat(reply.status()).as("%s %s", caller, line).isNotIn(401, 403);
            } else if (!line.path().equals("/error")) {
                all.assertThat(reply.status())
                        .as("%s %s", caller, line)
                        .isEqualTo(Set.of("nobody", "partner's system").contains(caller) ? 401 : 403);
                all.assertThat(reply.mediaType()).isEqualTo("application/problem+json");
            }
        }
        for (String nowhere :
                List.of("/v1/nothing", "/actuator", "/actuator/health", "/actuator/prometheus", "/error")) {
            all.assertThat(call(caller, "GET", nowhere).status())
                    .as("%s %s", caller, nowhere)
                    .isIn(401, 403, 404);
        }
        all.assertAll();
    }

    @Test
    void whoIsRefusedAgainAndAgainIsLockedOutOfTheNodeForAWhile() throws IOException {
        Http often = school.caller(SchoolAlone.TOO_OFTEN);
        Reply reply = often.get("/v1/undelivered");
        for (int i = 0; i < 2 * SchoolAlone.REFUSALS && reply.status() == 403; i++) {
            reply = often.get("/v1/undelivered");
        }
        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.header("Retry-After")).isEqualTo("60");
        assertThat(school.caller("operator").get("/v1/undelivered").status()).isEqualTo(200);
        assertThat(new Http(school.management(), school.system().tls())
                        .get("/actuator/prometheus")
                        .text())
                .contains("sluis_access_refused_total{caller=\"system\",status=\"403\"}");
    }

    /** The school's own system has every role: what it may not do by another method, nobody may. */
    @Test
    void methodsThatNoLineNamesDoNothingAndNoOtherSiteMayReadAnAnswer() throws IOException {
        Browser system = new Browser(school.address(), school.system().tls());
        SoftAssertions all = new SoftAssertions();
        for (Line line : TestAccess.rows()) {
            String path = filled(line.path());
            for (String method : List.of("PUT", "POST", "DELETE", "PATCH", "TRACE", "OPTIONS", "PROPFIND")) {
                // Spring begins a login whatever the method, and does nothing else
                if (named(method, path) || path.equals("/oauth2/authorization/sluis")) {
                    continue;
                }
                Reply reply = system.send(method, path, Map.of("Accept", "application/json"), "");
                all.assertThat(reply.status()).as("%s %s", method, path).isIn(400, 401, 403, 404, 405, 501);
            }
            Reply reply = system.send(
                    "OPTIONS",
                    path,
                    Map.of(
                            "Accept",
                            "application/json",
                            "Sec-Fetch-Site",
                            "cross-site",
                            "Access-Control-Request-Method",
                            "GET"),
                    "");
            all.assertThat(reply.header("Access-Control-Allow-Origin"))
                    .as("OPTIONS %s", path)
                    .isEmpty();
            if (line.method().equals("GET")) {
                all.assertThat(system.get(path, Map.of("Accept", "application/json", "Origin", "https://other.example"))
                                .header("Access-Control-Allow-Origin"))
                        .as("GET %s", path)
                        .isEmpty();
            }
        }
        all.assertAll();
    }

    private static boolean named(String method, String path) {
        return TestAccess.rows().stream()
                .filter(line -> Set.of("ANY", method).contains(line.method()))
                .anyMatch(line -> path.matches(line.path().replace("/**", "/.*").replaceAll("\\{\\w+}", "[^/]+")));
    }

    @Test
    void theDemosCookieIsForThisHostAndForNoScript() throws IOException {
        Browser browser = school.browser();
        assertThat(browser.get("/enter?key=" + SchoolAlone.ENTRY_KEY, Browser.PAGE)
                        .header("Set-Cookie"))
                .startsWith("__Host-sluis-demo=")
                .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Strict")
                .doesNotContain("Domain");
        assertThat(school.browser().get("/enter?key=another", Browser.PAGE).header("Set-Cookie"))
                .isEmpty();
    }

    static Stream<String> roles() {
        return TestAccess.roles().stream();
    }

    @ParameterizedTest
    @MethodSource("roles")
    void aPersonPassesWithTheRoleWhereTheTableSaysPeopleDo(String role) throws IOException {
        Browser person = school.person("person-" + role, role);
        String token = person.token();
        SoftAssertions all = new SoftAssertions();
        for (Line line : TestAccess.rows()) {
            if (LOGIN.contains(line.method() + " " + line.path()) || line.path().equals("/error")) {
                continue;
            }
            Reply reply = person.send(
                    line.method().equals("ANY") ? "GET" : line.method(),
                    filled(line.path()),
                    Map.of("Accept", "application/json", "Content-Type", "application/json", "X-CSRF-TOKEN", token),
                    "");
            all.assertThat(Set.of(401, 403).contains(reply.status()))
                    .as("%s %s: %s", role, line, reply)
                    .isEqualTo(!line.admitsPerson(role));
        }
        all.assertAll();
    }

    @Test
    void everyMappingOfTheNodeIsInTheTableOnceAndEveryLineIsAMapping() {
        Set<String> mapped = new TreeSet<>(FILES);
        // Answered by filters
        mapped.addAll(LOGIN);
        for (HandlerMapping mapping : school.all(HandlerMapping.class)) {
            if (mapping instanceof RequestMappingHandlerMapping methods) {
                methods.getHandlerMethods().keySet().forEach(info -> mapped.addAll(names(info)));
            } else if (mapping instanceof AbstractUrlHandlerMapping files) {
                // Spring's own for files: what of them may be read is in the table by its folder
                assertThat(files.getHandlerMap().keySet()).isSubsetOf("/**", "/webjars/**");
            }
        }
        List<String> lines = TestAccess.rows().stream()
                .map(line -> line.method() + " " + line.path())
                .toList();
        assertThat(lines).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(lines)).isEqualTo(mapped);
    }

    @Test
    void theManagementPortHasWhatTheTableSaysAndNothingElse() throws IOException {
        Http operator = new Http(school.management(), school.system().tls());
        Set<String> links = new HashSet<>();
        operator.get("/actuator")
                .json()
                .path("_links")
                .forEach(link ->
                        links.add(URI.create(link.path("href").asString().replace("{*path}", "**"))
                                .getPath()));
        List<String> lines = TestAccess.management().stream().map(Line::path).toList();
        assertThat(links).containsExactlyInAnyOrderElementsOf(lines);
        assertThat(operator.get("/actuator/prometheus").status()).isEqualTo(200);
        for (String other : List.of("/actuator/env", "/actuator/heapdump", "/v1/feed", "/v1/messages/x", "/")) {
            assertThat(operator.get(other).status()).as(other).isIn(401, 403, 404);
        }
        assertThat(operator.send("POST", "/actuator/health", Map.of(), new byte[0])
                        .status())
                .isIn(401, 403, 405);
    }

    private Reply call(String caller, String method, String path) throws IOException {
        Map<String, String> headers = new java.util.HashMap<>(
                Map.of("Accept", "application/json, application/problem+json", "Content-Type", "application/json"));
        if (caller.equals("visitor")) {
            headers.put("Cookie", "__Host-sluis-demo=" + SchoolAlone.ENTRY_KEY);
        }
        return school.caller(caller).send(method, filled(path), headers, new byte[0]);
    }

    private static String filled(String path) {
        return path.replace("/**", "/none")
                .replaceAll("\\{(step|n|number)}", "1")
                .replaceAll("\\{\\w+}", UUID.randomUUID().toString());
    }

    private static List<String> names(RequestMappingInfo info) {
        List<String> names = new ArrayList<>();
        Set<String> methods = info.getMethodsCondition().getMethods().isEmpty()
                ? Set.of("ANY")
                : new TreeSet<>(info.getMethodsCondition().getMethods().stream()
                        .map(Enum::name)
                        .toList());
        info.getPatternValues().forEach(path -> methods.forEach(method -> names.add(method + " " + path)));
        return names;
    }
}
