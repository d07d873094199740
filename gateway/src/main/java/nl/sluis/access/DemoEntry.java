package nl.sluis.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import nl.sluis.node.NodeSettings;
import org.springframework.stereotype.Component;

/**
 * Demo mode only: lets a browser without a certificate see the pages, when it comes by the address that the demo printed. Real
 * people log in by OIDC, which is another issue; outside demo mode nobody passes here.
 */
@Component
final class DemoEntry {

    static final String COOKIE = "__Host-sluis-demo";

    private final Optional<String> key;

    DemoEntry(NodeSettings settings) {
        boolean demo = settings.mode() == NodeSettings.Mode.DEMO;
        if (!demo && !settings.entryKey().isEmpty()) {
            throw new IllegalStateException("sluis.node.entry-key: allowed in demo mode only");
        }
        this.key = Optional.of(settings.entryKey()).filter(k -> demo && !k.isEmpty());
    }

    boolean opens(String candidate) {
        return key.filter(expected -> MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), candidate.getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }

    Optional<Caller> visitor(HttpServletRequest request) {
        if (request.getCookies() == null) {
            return Optional.empty();
        }
        for (Cookie cookie : request.getCookies()) {
            if (cookie.getName().equals(COOKIE) && opens(cookie.getValue())) {
                return Optional.of(new Caller.DemoVisitor());
            }
        }
        return Optional.empty();
    }
}
