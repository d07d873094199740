package nl.sluis.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;

/**
 * Logins that were begun and did not come back yet, in the memory of this process: a few an address, not too many in all, and for
 * a few minutes. So whoever only begins has no session, and cannot fill the memory. A cookie ties each to its browser.
 */
@Component
final class BegunLogins implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    /** Long enough to find a telephone for the second factor. */
    static final Duration LIFE = Duration.ofMinutes(5);

    /** The prefix ties it to this host and to https. */
    static final String COOKIE = "__Host-sluis-login";

    private record Begun(Address from, OAuth2AuthorizationRequest request) {}

    private final LimitSettings limits;
    private final Cache<String, Begun> begun;
    private final ReentrantLock adding = new ReentrantLock();

    BegunLogins(LimitSettings limits, Clock clock) {
        this.limits = limits;
        this.begun = Caffeine.newBuilder()
                .expireAfterWrite(LIFE)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /** Whether one more may begin from there. */
    boolean hasRoom(Address from) {
        begun.cleanUp();
        return begun.estimatedSize() < limits.allLogins()
                && begun.asMap().values().stream()
                                .filter(each -> each.from().equals(from))
                                .count()
                        < limits.logins();
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return of(request, begun::getIfPresent).orElse(null);
    }

    /** Keeps it, in the place of one that the same browser began before. Where there is no room the login does not come back. */
    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest login, HttpServletRequest request, HttpServletResponse response) {
        cookie(request).ifPresent(begun::invalidate);
        if (login == null) {
            forget(response);
            return;
        }
        String key = UUID.randomUUID().toString();
        Address from = Address.of(request);
        adding.lock();
        try {
            if (!hasRoom(from)) {
                return;
            }
            begun.put(key, new Begun(from, login));
        } finally {
            adding.unlock();
        }
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(key, LIFE));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        Optional<OAuth2AuthorizationRequest> login = of(request, begun.asMap()::remove);
        login.ifPresent(each -> forget(response));
        return login.orElse(null);
    }

    /** Of this browser, when it is also the one that the identity provider answers. */
    private Optional<OAuth2AuthorizationRequest> of(
            HttpServletRequest request, Function<String, @Nullable Begun> take) {
        String state = request.getParameter("state");
        return cookie(request)
                .filter(key -> Optional.ofNullable(begun.getIfPresent(key))
                        .filter(each -> Objects.equals(each.request().getState(), state))
                        .isPresent())
                .map(take)
                .map(Begun::request);
    }

    private static Optional<String> cookie(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst();
    }

    private static void forget(HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO));
    }

    // Lax: people come back from their identity provider, which is another site
    private static String cookie(String value, Duration life) {
        return ResponseCookie.from(COOKIE, value)
                .path("/")
                .secure(true)
                .httpOnly(true)
                .sameSite("Lax")
                .maxAge(life)
                .build()
                .toString();
    }
}
