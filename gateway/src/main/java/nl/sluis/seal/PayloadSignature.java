package nl.sluis.seal;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The header {@code nlgov-adr-payload-sig} of the NL GOV API design rules (module signing-jades): a JWS without its payload (RFC 7515 appendix F),
 * of the profile JAdES-B (ETSI TS 119 182-1) with the mechanism {@code HttpHeaders}, over the {@code Digest} of the body. Read is also what
 * DDAS had before: a JWS over the bytes of the body. PS256 only. Whether a certificate was taken back is the caller's to ask.
 */
public final class PayloadSignature {

    /** The header of HTTP. */
    public static final String HEADER = "nlgov-adr-payload-sig";

    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_-]{1,65536})\\.\\.([A-Za-z0-9_-]{1,2048})");
    private static final String HTTP_HEADERS = "http://uri.etsi.org/19182/HttpHeaders";
    private static final Set<String> CRITICAL = Set.of("sigD", "b64");
    private static final int MOST_CERTIFICATES = 10;
    private static final int LEAST_BITS = 2048;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private PayloadSignature() {}

    /** What was found. */
    public sealed interface Checked {

        /** Signed by the holder of this certificate, which the trusted authorities vouch for. */
        record Signed(X509Certificate by) implements Checked {}

        /** Not to be believed. */
        record Refused(Reason why) implements Checked {}
    }

    /** Why a signature is not believed. */
    public enum Reason {
        /** Not two parts with nothing between them, or a header that is no JSON or lacks something. */
        MALFORMED,
        /** Another algorithm than PS256, or a key that is too short. */
        ALGORITHM,
        /** A critical extension that is not known, or another way of detaching. */
        EXTENSION,
        /** A digest that is not that of the body. */
        DIGEST,
        /** Certificates that cannot be read, are out of their days, or that nobody trusted vouches for. */
        CERTIFICATE,
        /** The signature is not of these bytes. */
        SIGNATURE
    }

    /** The value of the header {@code Digest} (RFC 3230) of a body. */
    public static String digest(byte[] body) {
        return "SHA-256=" + Base64.getEncoder().encodeToString(Sha256.of(body));
    }

    /**
     * Signs the digest of a body.
     *
     * @param chain the signer's certificate first; the trusted authority is left out
     * @throws GeneralSecurityException when the key cannot sign
     */
    public static String sign(byte[] body, String keyId, List<X509Certificate> chain, PrivateKey key)
            throws GeneralSecurityException {
        ObjectNode header = JSON.createObjectNode().put("alg", "PS256").put("b64", false);
        header.putArray("crit").add("sigD").add("b64");
        header.put("kid", keyId);
        for (X509Certificate certificate : chain) {
            header.withArray("x5c").add(Base64.getEncoder().encodeToString(certificate.getEncoded()));
        }
        ObjectNode detached = header.putObject("sigD").put("mId", HTTP_HEADERS);
        detached.putArray("pars").add("digest");
        String first = Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(header));
        Signature signature = pss();
        signature.initSign(key);
        signature.update(signed(first, ("digest: " + digest(body)).getBytes(StandardCharsets.UTF_8)));
        return first + ".." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    }

    /**
     * Checks a signature.
     *
     * @param value the header; a message with several of them is refused before
     * @param digest the header {@code Digest}; empty when there is none
     * @param trusted the authorities whose certificates are accepted; never taken from the message
     */
    public static Checked check(String value, String digest, byte[] body, Set<X509Certificate> trusted, Instant at) {
        Matcher form = FORM.matcher(value);
        if (!form.matches()) {
            return new Checked.Refused(Reason.MALFORMED);
        }
        try {
            JsonNode header = JSON.readTree(Base64.getUrlDecoder().decode(form.group(1)));
            if (!"PS256".equals(header.path("alg").asString(""))) {
                return new Checked.Refused(Reason.ALGORITHM);
            }
            boolean jades = header.has("sigD") || header.has("b64") || header.has("crit");
            if (jades && !asAgreed(header)) {
                return new Checked.Refused(Reason.EXTENSION);
            }
            boolean given = !digest.isEmpty();
            if ((jades && !given) || (given && !digest.equals(digest(body)))) {
                return new Checked.Refused(Reason.DIGEST);
            }
            byte[] payload = jades
                    ? ("digest: " + digest).getBytes(StandardCharsets.UTF_8)
                    : Base64.getUrlEncoder().withoutPadding().encode(body);
            return verified(header, signed(form.group(1), payload), form.group(2), trusted, at);
        } catch (JacksonException | IllegalArgumentException unreadable) {
            return new Checked.Refused(Reason.MALFORMED);
        }
    }

    private static boolean asAgreed(JsonNode header) {
        Set<String> critical = new HashSet<>();
        header.path("crit").forEach(name -> critical.add(name.asString("")));
        JsonNode pars = header.path("sigD").path("pars");
        return critical.equals(CRITICAL)
                && header.path("b64").isBoolean()
                && !header.path("b64").asBoolean()
                && HTTP_HEADERS.equals(header.path("sigD").path("mId").asString(""))
                && pars.size() == 1
                && "digest".equals(pars.path(0).asString(""));
    }

    private static Checked verified(
            JsonNode header, byte[] signed, String signature, Set<X509Certificate> trusted, Instant at) {
        X509Certificate signer;
        try {
            signer = vouchedFor(header.path("x5c"), trusted, at);
        } catch (GeneralSecurityException untrusted) {
            return new Checked.Refused(Reason.CERTIFICATE);
        }
        if (!(signer.getPublicKey() instanceof RSAPublicKey key)
                || key.getModulus().bitLength() < LEAST_BITS) {
            return new Checked.Refused(Reason.ALGORITHM);
        }
        try {
            Signature check = pss();
            check.initVerify(key);
            check.update(signed);
            return check.verify(Base64.getUrlDecoder().decode(signature))
                    ? new Checked.Signed(signer)
                    : new Checked.Refused(Reason.SIGNATURE);
        } catch (GeneralSecurityException broken) {
            return new Checked.Refused(Reason.SIGNATURE);
        }
    }

    private static X509Certificate vouchedFor(JsonNode x5c, Set<X509Certificate> trusted, Instant at)
            throws GeneralSecurityException {
        if (!x5c.isArray() || x5c.isEmpty() || x5c.size() > MOST_CERTIFICATES || trusted.isEmpty()) {
            throw new CertificateException("no certificates, too many, or nobody is trusted");
        }
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> chain = new ArrayList<>();
        for (JsonNode each : x5c) {
            byte[] der = Base64.getDecoder().decode(each.asString(""));
            X509Certificate read = (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
            if (!trusted.contains(read)) {
                chain.add(read);
            }
        }
        PKIXParameters terms = new PKIXParameters(
                trusted.stream().map(each -> new TrustAnchor(each, null)).collect(Collectors.toSet()));
        terms.setRevocationEnabled(false);
        terms.setDate(Date.from(at));
        CertPath path = factory.generateCertPath(chain);
        CertPathValidator.getInstance("PKIX").validate(path, terms);
        if (chain.isEmpty()) {
            throw new CertificateException("an authority does not sign messages");
        }
        return chain.get(0);
    }

    private static byte[] signed(String header, byte[] payload) {
        byte[] start = (header + ".").getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(start, start.length + payload.length);
        System.arraycopy(payload, 0, all, start.length, payload.length);
        return all;
    }

    private static Signature pss() throws GeneralSecurityException {
        Signature signature = Signature.getInstance("RSASSA-PSS");
        signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        return signature;
    }
}
