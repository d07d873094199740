package nl.sluis.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import nl.sluis.seal.PayloadSignature.Checked;
import nl.sluis.seal.PayloadSignature.Reason;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayloadSignatureTest {

    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
    private static final byte[] BODY = "{\"leveringen\":[]}".getBytes(StandardCharsets.UTF_8);
    private static final KeyPair CA = keys();
    private static final KeyPair SIGNER = keys();
    private static final X509Certificate ROOT = certificate("CN=root", CA, "CN=root", CA, true);
    private static final X509Certificate LEAF = certificate("CN=ddas", SIGNER, "CN=root", CA, false);

    @Test
    void believesWhatItSignedAndNothingElseOfIt() throws Exception {
        String signature = PayloadSignature.sign(BODY, "shv-2026", List.of(LEAF), SIGNER.getPrivate());
        assertThat(signature).matches("[A-Za-z0-9_-]+\\.\\.[A-Za-z0-9_-]+");
        assertThat(header(signature))
                .contains("\"crit\":[\"sigD\",\"b64\"]", "\"pars\":[\"digest\"]", "\"alg\":\"PS256\"");
        assertThat(check(signature, BODY)).isEqualTo(new Checked.Signed(LEAF));

        byte[] other = "{\"leveringen\":[1]}".getBytes(StandardCharsets.UTF_8);
        assertThat(check(signature, other)).isEqualTo(refused(Reason.SIGNATURE));
        assertThat(PayloadSignature.check(signature, PayloadSignature.digest(BODY), other, Set.of(ROOT), AT))
                .isEqualTo(refused(Reason.DIGEST));
        assertThat(PayloadSignature.check(signature, "", BODY, Set.of(ROOT), AT))
                .isEqualTo(refused(Reason.DIGEST));
        assertThat(PayloadSignature.check(signature, PayloadSignature.digest(BODY), BODY, Set.of(), AT))
                .isEqualTo(refused(Reason.CERTIFICATE));
        assertThat(PayloadSignature.check(
                        signature, PayloadSignature.digest(BODY), BODY, Set.of(ROOT), AT.plusSeconds(400L * 86_400)))
                .isEqualTo(refused(Reason.CERTIFICATE));
    }

    /** What the description of DDAS 1.0 had: the bytes of the body, and no sigD. */
    @Test
    void believesASignatureOverTheBodyItself() throws Exception {
        String header = "{\"alg\":\"PS256\",\"typ\":\"JOSE\",\"kid\":\"k\",\"x5c\":[\""
                + Base64.getEncoder().encodeToString(LEAF.getEncoded()) + "\"]}";
        String value = signed(header, BODY, SIGNER);
        assertThat(PayloadSignature.check(value, "", BODY, Set.of(ROOT), AT)).isEqualTo(new Checked.Signed(LEAF));
        assertThat(PayloadSignature.check(value, "", "{}".getBytes(StandardCharsets.UTF_8), Set.of(ROOT), AT))
                .isEqualTo(refused(Reason.SIGNATURE));
    }

    @Test
    void believesNobodyWhoVouchesForThemselves() throws Exception {
        KeyPair stranger = keys();
        X509Certificate own = certificate("CN=ddas", stranger, "CN=ddas", stranger, true);
        String signature = PayloadSignature.sign(BODY, "k", List.of(own), stranger.getPrivate());
        assertThat(check(signature, BODY)).isEqualTo(refused(Reason.CERTIFICATE));
        // The certificate of another, and a key that is not its own
        String stolen = PayloadSignature.sign(BODY, "k", List.of(LEAF), stranger.getPrivate());
        assertThat(check(stolen, BODY)).isEqualTo(refused(Reason.SIGNATURE));
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"PS256\"|\"none\"|ALGORITHM",
                "\"PS256\"|\"HS256\"|ALGORITHM",
                "\"PS256\"|\"RS256\"|ALGORITHM",
                "\"b64\":false|\"b64\":true|EXTENSION",
                "[\"sigD\",\"b64\"]|[\"sigD\",\"b64\",\"exp\"]|EXTENSION",
                "[\"sigD\",\"b64\"]|[]|EXTENSION",
                "[\"digest\"]|[\"digest\",\"host\"]|EXTENSION",
                "HttpHeaders|ObjectIdByURI|EXTENSION",
                "\"x5c\":[\"|\"x5c\":[\"AAAA|CERTIFICATE",
                "\"x5c\":|\"x5d\":|CERTIFICATE",
                "\"kid\":\"k\"|\"alg\":\"PS256\"|MALFORMED",
                "\"kid\":\"k\"|\"kid\":\"l\"|SIGNATURE",
                "{|[|MALFORMED",
            })
    void refusesAHeaderThatWasChanged(String right, String wrong, Reason why) throws Exception {
        String signature = PayloadSignature.sign(BODY, "k", List.of(LEAF), SIGNER.getPrivate());
        String changed = header(signature).replace(right, wrong);
        assertThat(changed).isNotEqualTo(header(signature));
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(changed.getBytes(StandardCharsets.UTF_8))
                + signature.substring(signature.indexOf(".."));
        assertThat(check(value, BODY)).isEqualTo(refused(why));
    }

    @Test
    void refusesWhatIsNoDetachedSignature() {
        for (String value :
                List.of("", ".", "..", "a.b.c", "a..", "..b", "a..b..c", "a..b\n", "\u0000", "e30..AA", "W10..AA")) {
            assertThat(check(value, BODY)).isInstanceOf(Checked.Refused.class);
        }
    }

    private static Checked check(String value, byte[] body) {
        return PayloadSignature.check(value, PayloadSignature.digest(body), body, Set.of(ROOT), AT);
    }

    private static Checked refused(Reason why) {
        return new Checked.Refused(why);
    }

    private static String header(String signature) {
        return new String(
                Base64.getUrlDecoder().decode(signature.substring(0, signature.indexOf('.'))), StandardCharsets.UTF_8);
    }

    private static String signed(String header, byte[] body, KeyPair keys) throws Exception {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        String first = encoder.encodeToString(header.getBytes(StandardCharsets.UTF_8));
        Signature signature = Signature.getInstance("RSASSA-PSS");
        signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        signature.initSign(keys.getPrivate());
        signature.update((first + "." + encoder.encodeToString(body)).getBytes(StandardCharsets.US_ASCII));
        return first + ".." + encoder.encodeToString(signature.sign());
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static X509Certificate certificate(
            String subject, KeyPair keys, String issuer, KeyPair signer, boolean authority) {
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    new X500Name(issuer),
                    BigInteger.valueOf(Math.abs(subject.hashCode()) + 1L),
                    Date.from(AT.minusSeconds(86_400)),
                    Date.from(AT.plusSeconds(365L * 86_400)),
                    new X500Name(subject),
                    keys.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(signer.getPrivate())));
        } catch (IOException | OperatorCreationException | CertificateException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
