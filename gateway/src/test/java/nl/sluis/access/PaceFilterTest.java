package nl.sluis.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import nl.sluis.node.TestProblems;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.databind.json.JsonMapper;

class PaceFilterTest {

    private static final Caller ONE = new Caller.OwnSystem("one", Set.of());
    private static final int NOBODY = 20;
    private static final Caller OTHER = new Caller.Person("other", Set.of());

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final PaceFilter filter = new PaceFilter(
            new Pace(new LimitSettings(30, 30, 30, 5, 2, NOBODY, 1, 1)),
            new TooMuch(TestProblems.writer(JsonMapper.shared()), meters));
    private String address = "192.0.2.1";

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void oneCallerHasItsRateAndTheOtherItsOwn() throws ServletException, IOException {
        MockHttpServletResponse last = call(ONE, 200);
        for (int i = 0; i < 200; i++) {
            last = last.getStatus() == 429 ? last : call(ONE, 200);
        }
        assertThat(last.getStatus()).isEqualTo(429);
        assertThat(last.getHeader("Retry-After")).isEqualTo("1");
        assertThat(last.getContentAsString()).contains("problems/too-much");
        assertThat(call(OTHER, 200).getStatus()).isEqualTo(200);
        assertThat(meters.counter("sluis.access.refused", "status", "429", "caller", "system")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void whoIsRefusedAgainAndAgainIsLockedOutAndNobodyElse() throws ServletException, IOException {
        for (int i = 0; i < 5; i++) {
            assertThat(call(ONE, 403).getStatus()).isEqualTo(403);
        }
        MockHttpServletResponse locked = call(ONE, 200);
        assertThat(locked.getStatus()).isEqualTo(429);
        assertThat(locked.getHeader("Retry-After")).isEqualTo("60");
        assertThat(call(OTHER, 200).getStatus()).isEqualTo(200);
        assertThat(meters.counter("sluis.access.refused", "status", "403", "caller", "system")
                        .count())
                .isEqualTo(5);
    }

    @Test
    void whoIsNobodyHasTheRateOfItsAddressAndIsHeldAgainstNobodyElse() throws ServletException, IOException {
        MockHttpServletResponse last = call(null, 401);
        int asked = 1;
        for (; asked < 10 * NOBODY && last.getStatus() == 401; asked++) {
            last = call(null, 401);
        }
        assertThat(last.getStatus()).isEqualTo(429);
        assertThat(last.getHeader("Retry-After")).isEqualTo("1");
        assertThat(meters.counter("sluis.access.refused", "status", "401", "caller", "nobody")
                        .count())
                .isEqualTo(asked - 1)
                .isGreaterThanOrEqualTo(NOBODY);
        assertThat(call(ONE, 200).getStatus()).isEqualTo(200);
        address = "192.0.2.2";
        assertThat(call(null, 401).getStatus()).isEqualTo(401);
    }

    @Test
    void aCallerHasSoManyStreamsAtATimeAndItsPlaceAgainWhenOneEnds() throws ServletException, IOException {
        FilterChain third = (request, response) -> ((HttpServletResponse) response).setStatus(200);
        FilterChain second = nested(third, 429);
        assertThat(stream(nested(second, 200)).getStatus()).isEqualTo(200);
        assertThat(stream(nested(third, 200)).getStatus()).isEqualTo(200);
    }

    @Test
    void aLimitOfNothingIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LimitSettings(1, 1, 1, 1, 1, 1, 1, 0));
    }

    // While one stream is open the next one begins
    private FilterChain nested(FilterChain inner, int expected) {
        return (request, response) -> assertThat(stream(inner).getStatus()).isEqualTo(expected);
    }

    private MockHttpServletResponse stream(FilterChain chain) throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/v1/feed");
        request.addHeader("Accept", "text/event-stream");
        return send(ONE, request, chain);
    }

    private MockHttpServletResponse call(@org.jspecify.annotations.Nullable Caller caller, int status)
            throws ServletException, IOException {
        return send(
                caller,
                new MockHttpServletRequest("GET", "/v1/undelivered"),
                (request, response) -> ((HttpServletResponse) response).setStatus(status));
    }

    private MockHttpServletResponse send(
            @org.jspecify.annotations.Nullable Caller caller, MockHttpServletRequest request, FilterChain chain)
            throws ServletException, IOException {
        SecurityContextHolder.clearContext();
        if (caller != null) {
            SecurityContextHolder.getContext().setAuthentication(new CallerToken(caller, Set.of()));
        }
        request.setRemoteAddr(address);
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, chain);
        return response;
    }
}
