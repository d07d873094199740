package nl.sluis.access;

import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.sluis.node.NodeSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/**
 * Own systems by an access token of the organisation's issuer, for this node, that is bound to the certificate with which they are
 * connected. A token that is faulty in any way is nobody's, and its caller is not told in which.
 */
@Component
final class BoundTokens {

    private static final Logger LOG = LoggerFactory.getLogger(BoundTokens.class);

    /** RFC 9068 section 2.2: which client it was given to, and so which system asks. */
    private static final String CLIENT = "client_id";

    private static final String CONFIRMATION = "cnf";
    private static final String THUMBPRINT = "x5t#S256";
    private static final Pattern NAME = Pattern.compile(AccessSettings.NAME);
    private static final Set<SignatureAlgorithm> ALGORITHMS = Set.of(
            SignatureAlgorithm.PS256,
            SignatureAlgorithm.PS384,
            SignatureAlgorithm.PS512,
            SignatureAlgorithm.RS256,
            SignatureAlgorithm.ES256,
            SignatureAlgorithm.ES384,
            SignatureAlgorithm.ES512);
    private static final int PATIENCE_MILLIS =
            Math.toIntExact(Duration.ofSeconds(3).toMillis());
    private static final int MOST_BYTES_OF_KEYS = 200_000;

    private final BoundTokenSettings settings;
    private final Optional<NimbusJwtDecoder> decoder;
    private final RateLimiter told = RateLimiter.of(
            "told",
            RateLimiterConfig.custom()
                    .limitForPeriod(1)
                    .limitRefreshPeriod(Duration.ofMinutes(1))
                    .timeoutDuration(Duration.ZERO)
                    .build());

    BoundTokens(BoundTokenSettings settings, NodeSettings node) {
        settings.require(node);
        this.settings = settings;
        this.decoder = settings.on() ? Optional.of(decoder(settings)) : Optional.empty();
    }

    /** Whether tokens count here. */
    boolean on() {
        return decoder.isPresent();
    }

    /** Whose token it is; the certificate is that of the request under way. Empty when it is nobody's. */
    Optional<Caller> of(String token) {
        try {
            return decoder.map(each -> each.decode(token)).map(this::system);
        } catch (BadJwtException e) {
            // No line in the log: whoever is connected could fill it. It is counted as any other refusal
            return Optional.empty();
        } catch (JwtException e) {
            if (told.acquirePermission()) {
                LOG.warn("an access token cannot be judged: sluis.access.tokens.keys cannot be read, or not so often");
            }
            return Optional.empty();
        }
    }

    private Caller system(Jwt token) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Claims.values(token.getClaims(), settings.rolesClaim()).stream()
                .map(settings.roles()::get)
                .filter(Objects::nonNull)
                .forEach(roles::add);
        return new Caller.OwnSystem(Objects.requireNonNull(token.getClaimAsString(CLIENT)), roles);
    }

    private static NimbusJwtDecoder decoder(BoundTokenSettings settings) {
        // Keys are remembered for minutes, and asked for twice a minute at most, whatever keys tokens name
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(JWKSourceBuilder.<SecurityContext>create(
                                address(settings.keys()),
                                new DefaultResourceRetriever(PATIENCE_MILLIS, PATIENCE_MILLIS, MOST_BYTES_OF_KEYS))
                        .build())
                .jwsAlgorithms(algorithms -> algorithms.addAll(ALGORITHMS))
                .build();
        decoder.setJwtValidator(validator(settings));
        return decoder;
    }

    /** RFC 9068 section 4, and RFC 8705 section 3: without a thumbprint whoever has it could use it. */
    private static OAuth2TokenValidator<Jwt> validator(BoundTokenSettings settings) {
        OAuth2TokenValidator<Jwt> forThisNode = JwtValidators.createAtJwtValidator()
                .issuer(settings.issuer())
                .audience(settings.audience())
                .validators(each -> {
                    each.put(
                            CLIENT,
                            new JwtClaimValidator<Object>(
                                    CLIENT,
                                    name -> name instanceof String text
                                            && NAME.matcher(text).matches()));
                    each.put(
                            JwtClaimNames.SUB,
                            new JwtClaimValidator<Object>(JwtClaimNames.SUB, subject -> subject instanceof String));
                    each.put(
                            CONFIRMATION,
                            new JwtClaimValidator<Object>(
                                    CONFIRMATION,
                                    cnf -> cnf instanceof Map<?, ?> map
                                            && map.get(THUMBPRINT) instanceof String thumbprint
                                            && !thumbprint.isBlank()));
                })
                .build();
        // Adds the comparison of the thumbprint with the certificate of the connection
        return JwtValidators.createDefaultWithValidators(
                new JwtTypeValidator("at+jwt", "application/at+jwt"), forThisNode);
    }

    private static URL address(String keys) {
        try {
            return URI.create(keys).toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("sluis.access.tokens.keys: an address, https only", e);
        }
    }
}
