package nl.sluis.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.time.Instant;
import nl.sluis.node.TestProblems;
import nl.sluis.testing.SettableClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import tools.jackson.databind.json.JsonMapper;

class BegunLoginsTest {

    private static final int ONE_ADDRESS = 3;
    private static final int IN_ALL = 7;
    private static final LimitSettings LIMITS = new LimitSettings(1, 1, 1, 1, 1, 100, ONE_ADDRESS, IN_ALL);

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T09:00:00Z"));
    private final BegunLogins logins = new BegunLogins(LIMITS, clock);
    private final LoginPaceFilter filter = new LoginPaceFilter(
            new Pace(LIMITS), logins, new TooMuch(TestProblems.writer(JsonMapper.shared()), new SimpleMeterRegistry()));
    private int states;

    @Test
    void anAddressBeginsSoManyAndTheOthersTheirOwn() throws ServletException, IOException {
        for (int i = 0; i < ONE_ADDRESS; i++) {
            assertThat(begin("192.0.2.1")).isTrue();
        }
        assertThat(begin("192.0.2.1")).isFalse();
        assertThat(begin("192.0.2.2")).isTrue();
    }

    @Test
    void allAddressesTogetherBeginSoManyAndNoMore() throws ServletException, IOException {
        for (int i = 0; i < IN_ALL; i++) {
            assertThat(begin("192.0.2." + i)).isTrue();
        }
        assertThat(begin("192.0.2.99")).isFalse();
    }

    @Test
    void theAddressesOfOneSubscriberAreOne() throws ServletException, IOException {
        for (int i = 0; i < ONE_ADDRESS; i++) {
            assertThat(begin("2001:db8:0:1:0:0:0:" + i)).isTrue();
        }
        assertThat(begin("2001:db8:0:1:a:b:c:d")).isFalse();
        assertThat(begin("2001:db8:0:2:0:0:0:1")).isTrue();
    }

    @Test
    void whatDoesNotComeBackInFiveMinutesIsForgottenAndMakesRoom() throws ServletException, IOException {
        Cookie cookie = save("192.0.2.1", "state-a");
        clock.moveTo(clock.instant().plus(BegunLogins.LIFE).minusSeconds(1));
        assertThat(logins.loadAuthorizationRequest(back(cookie, "state-a"))).isNotNull();
        clock.moveTo(clock.instant().plusSeconds(2));
        assertThat(logins.loadAuthorizationRequest(back(cookie, "state-a"))).isNull();
        for (int i = 0; i < ONE_ADDRESS; i++) {
            assertThat(begin("192.0.2.1")).isTrue();
        }
    }

    @Test
    void comesBackOnceAndOnlyToItsBrowserWithTheAnswerToItsOwnQuestion() {
        Cookie cookie = save("192.0.2.1", "state-a");
        Cookie other = save("192.0.2.1", "state-b");
        assertThat(remove(other, "state-a")).isNull();
        assertThat(remove(null, "state-a")).isNull();
        assertThat(remove(cookie, "state-b")).isNull();
        assertThat(remove(cookie, null)).isNull();
        assertThat(remove(cookie, "state-a")).isNotNull();
        assertThat(remove(cookie, "state-a")).isNull();
    }

    @Test
    void aBrowserHasOnePlaceHoweverOftenItBegins() {
        Cookie cookie = save("192.0.2.1", "state-a");
        for (int i = 0; i < IN_ALL * 2; i++) {
            MockHttpServletRequest again = back(cookie, "");
            MockHttpServletResponse response = new MockHttpServletResponse();
            again.setRemoteAddr("192.0.2.1");
            logins.saveAuthorizationRequest(login("state-" + i), again, response);
            cookie = response.getCookie(BegunLogins.COOKIE);
        }
        assertThat(logins.hasRoom(Address.of(request("192.0.2.1")))).isTrue();
    }

    @Test
    void whatIsBegunWithoutRoomIsNotKept() {
        for (int i = 0; i < ONE_ADDRESS; i++) {
            save("192.0.2.1", "state-" + i);
        }
        MockHttpServletResponse response = new MockHttpServletResponse();
        logins.saveAuthorizationRequest(login("one-more"), request("192.0.2.1"), response);
        assertThat(response.getCookie(BegunLogins.COOKIE)).isNull();
    }

    private boolean begin(String address) throws ServletException, IOException {
        MockHttpServletRequest request = request(address);
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        if (response.getStatus() == 429) {
            assertThat(response.getHeader("Retry-After")).isEqualTo("60");
            return false;
        }
        states++;
        logins.saveAuthorizationRequest(login("state-" + states), request, response);
        return true;
    }

    private Cookie save(String address, String state) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        logins.saveAuthorizationRequest(login(state), request(address), response);
        Cookie cookie = response.getCookie(BegunLogins.COOKIE);
        assertThat(cookie).isNotNull();
        return cookie;
    }

    private @Nullable OAuth2AuthorizationRequest remove(@Nullable Cookie cookie, @Nullable String state) {
        return logins.removeAuthorizationRequest(back(cookie, state), new MockHttpServletResponse());
    }

    private static MockHttpServletRequest request(String address) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", IdentityProvider.begin());
        request.setServletPath(IdentityProvider.begin());
        request.setRemoteAddr(address);
        return request;
    }

    private static MockHttpServletRequest back(@Nullable Cookie cookie, @Nullable String state) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/login/oauth2/code/sluis");
        if (cookie != null) {
            request.setCookies(cookie);
        }
        if (state != null) {
            request.setParameter("state", state);
        }
        return request;
    }

    private static OAuth2AuthorizationRequest login(String state) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri("https://login.example.org/authorize")
                .clientId("sluis")
                .state(state)
                .build();
    }
}
