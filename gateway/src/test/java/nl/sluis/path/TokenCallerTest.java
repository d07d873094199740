package nl.sluis.path;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import nl.sluis.certs.CertificateUse;
import nl.sluis.path.Http.Reply;
import nl.sluis.seal.DetachedSignature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An own system comes in by a token that is bound to its certificate, and in no other way by a token. */
@ExtendWith(NodesExtension.class)
class TokenCallerTest {

    private static final JOSEObjectType ACCESS = new JOSEObjectType("at+jwt");
    private static final String PROOFS = "/v1/audit/checkpoint";

    private final SchoolAlone school;

    TokenCallerTest(SchoolAlone school) {
        this.school = school;
    }

    @Test
    void aSystemComesInByATokenThatIsBoundToItsCertificateWithItsRolesAndItsNameInTheAudit() throws IOException {
        String token = signed(good("partner's system").build());
        // Known by nothing else than its token
        assertThat(school.caller("partner's system").get(PROOFS).status()).isEqualTo(401);
        assertThat(asked("partner's system", PROOFS, token).status()).isIn(200, 404);
        assertThat(asked("partner's system", "/v1/undelivered", token).status()).isEqualTo(403);
        assertThat(asked("partner's system", "/v1/messages/" + UUID.randomUUID(), token)
                        .status())
                .isEqualTo(403);
        Reply read = asked("partner's system", "/v1/audit/export?as=NEN7513", token);
        assertThat(read.status()).isEqualTo(200);
        assertThat(school.part(JdbcClient.class)
                        .sql("SELECT count(*) FROM audit_entry WHERE event LIKE 'audit.%'"
                                + " AND detail LIKE '%\"caller\":\"system:rekenkamer\"%'")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void aTokenCountsInTheSteadOfTheRolesOfItsCertificate() throws IOException {
        String token = signed(good("operator").build());
        assertThat(school.caller("operator").get("/v1/undelivered").status()).isEqualTo(200);
        assertThat(asked("operator", "/v1/undelivered", token).status()).isEqualTo(403);
        assertThat(asked("operator", PROOFS, token).status()).isIn(200, 404);
    }

    @Test
    void everythingElseIsRefusedAndNotToldWhich() throws IOException {
        String stranger = plain(school.caller("partner's system").get(PROOFS));
        assertThat(stranger).startsWith("401");
        Map<String, String> faulty = new LinkedHashMap<>();
        faulty.put("of another certificate", changed(claims -> bound(claims, "operator")));
        faulty.put("without a thumbprint", changed(claims -> claims.claim("cnf", Map.of("jkt", "x"))));
        faulty.put("with an empty thumbprint", changed(claims -> claims.claim("cnf", Map.of("x5t#S256", ""))));
        faulty.put("without cnf", changed(claims -> claims.claim("cnf", null)));
        faulty.put("of another issuer", changed(claims -> claims.issuer("https://elsewhere.example.org")));
        faulty.put("for somebody else", changed(claims -> claims.audience("urn:sluis:other")));
        faulty.put("for nobody", changed(claims -> claims.audience((String) null)));
        faulty.put(
                "expired",
                changed(claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(120)))));
        faulty.put("without an end", changed(claims -> claims.expirationTime(null)));
        faulty.put(
                "not yet",
                changed(claims -> claims.notBeforeTime(Date.from(Instant.now().plusSeconds(600)))));
        faulty.put("of no client", changed(claims -> claims.claim("client_id", null)));
        faulty.put("of a client that is a person", changed(claims -> claims.claim("client_id", "M. Jansen")));
        faulty.put("without identity", changed(claims -> claims.jwtID(null)));
        faulty.put("alg none", new PlainJWT(good("partner's system").build()).serialize());
        faulty.put(
                "HS256 with the public key",
                signed(JWSAlgorithm.HS256, good("partner's system").build(), ACCESS));
        faulty.put(
                "an identity token",
                signed(JWSAlgorithm.RS256, good("partner's system").build(), JOSEObjectType.JWT));
        faulty.put("cut", signed(good("partner's system").build()).replaceAll("\\.[^.]+$", "."));
        faulty.put("another's signature", signed(good("partner's system").build()) + "AA");
        faulty.put("rubbish", "rubbish");
        faulty.put("nothing", "");
        for (Map.Entry<String, String> each : faulty.entrySet()) {
            assertThat(plain(asked("partner's system", PROOFS, each.getValue())))
                    .as(each.getKey())
                    .isEqualTo(stranger);
        }
    }

    @Test
    void aFaultyTokenIsNotMadeUpForByACertificateThatIsKnown() throws IOException {
        assertThat(asked("operator", "/v1/undelivered", changed(claims -> claims.audience("urn:sluis:other")))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aPartnersNodeAndWhoHasNoCertificateBringNoTokens() throws IOException {
        assertThat(asked("node", PROOFS, signed(good("node").build())).status()).isEqualTo(401);
        assertThat(asked("nobody", PROOFS, signed(good("operator").build())).status())
                .isEqualTo(401);
    }

    private Reply asked(String caller, String path, String token) throws IOException {
        return school.caller(caller).send("GET", path, Map.of("Authorization", "Bearer " + token), new byte[0]);
    }

    private String changed(UnaryOperator<JWTClaimsSet.Builder> change) {
        return signed(change.apply(good("partner's system")).build());
    }

    private String signed(JWTClaimsSet claims) {
        return signed(JWSAlgorithm.RS256, claims, ACCESS);
    }

    private String signed(JWSAlgorithm algorithm, JWTClaimsSet claims, JOSEObjectType type) {
        return school.provider()
                .accessToken(
                        new JWSHeader.Builder(algorithm)
                                .keyID("test")
                                .type(type)
                                .build(),
                        claims);
    }

    private JWTClaimsSet.Builder good(String caller) {
        Instant now = Instant.now();
        return bound(
                new JWTClaimsSet.Builder()
                        .issuer(school.provider().issuer())
                        .audience(SchoolAlone.AUDIENCE)
                        .subject("rekenkamer")
                        .claim("client_id", "rekenkamer")
                        .jwtID(UUID.randomUUID().toString())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(120)))
                        .claim("realm_access", Map.of("roles", List.of("evidence", "other"))),
                caller);
    }

    private JWTClaimsSet.Builder bound(JWTClaimsSet.Builder claims, String caller) {
        try {
            String name = caller.equals("operator") ? caller : "huisarts";
            CertificateUse use = caller.equals("node") ? CertificateUse.NODE : CertificateUse.SYSTEM;
            byte[] certificate = DetachedSignature.certificates(school.files().certificate(name, use))
                    .getFirst()
                    .getEncoded();
            byte[] thumbprint = MessageDigest.getInstance("SHA-256").digest(certificate);
            return claims.claim(
                    "cnf",
                    Map.of("x5t#S256", Base64.getUrlEncoder().withoutPadding().encodeToString(thumbprint)));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String plain(Reply reply) {
        Map<String, List<String>> headers = new TreeMap<>(reply.headers().map());
        headers.remove("date");
        // Every hundredth request of a connection is its last, whatever it asks
        headers.remove("connection");
        return reply.status() + " " + headers + " " + reply.text();
    }
}
