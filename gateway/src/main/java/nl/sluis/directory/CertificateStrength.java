package nl.sluis.directory;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * Whether certificates are as strong as the NCSC's guideline for TLS (2025) wants them: the platform's own limits let SHA-1 of an
 * authority that it does not come with through, and RSA of 1024 bits.
 */
public final class CertificateStrength {

    /** Bits; what the guideline has as sufficient for as long as certificates of public authorities have it. */
    private static final int SHORTEST_RSA = 2048;

    private static final int SHORTEST_CURVE = 256;

    private static final Set<String> HASHES = Set.of("SHA256", "SHA384", "SHA512");

    private CertificateStrength() {}

    /** Whether all of a chain are; the root's own signature says nothing, and is not looked at. */
    public static boolean isEnough(X509Certificate[] chain) {
        return Arrays.stream(chain).allMatch(CertificateStrength::isEnough);
    }

    private static boolean isEnough(X509Certificate certificate) {
        boolean root = certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())
                && certificate.getBasicConstraints() >= 0;
        return isEnough(certificate.getPublicKey())
                && (root || isStrong(certificate.getSigAlgName().toUpperCase(Locale.ROOT)));
    }

    private static boolean isEnough(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa -> rsa.getModulus().bitLength() >= SHORTEST_RSA;
            case ECPublicKey ec -> ec.getParams().getOrder().bitLength() >= SHORTEST_CURVE;
            case EdECPublicKey edwards -> true;
            default -> false;
        };
    }

    private static boolean isStrong(String signature) {
        return signature.equals("ED25519")
                || signature.equals("ED448")
                || signature.equals("RSASSA-PSS")
                || HASHES.stream().anyMatch(signature::startsWith);
    }
}
