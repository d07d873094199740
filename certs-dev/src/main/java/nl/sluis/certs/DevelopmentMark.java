package nl.sluis.certs;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.PolicyInformation;

/** What tells a development certificate from a real one: a certificate policy, and the name of its authority. */
final class DevelopmentMark {

    /** In the common name of every authority of development. */
    static final String AUTHORITY_NAME = "Sluis development CA";

    /** The arc of our development policies: an identifier made from a UUID (ITU-T X.667), so registered by nobody. */
    static final ASN1ObjectIdentifier POLICY_ARC =
            new ASN1ObjectIdentifier("2.25.179396599258038426108642098283441230338");

    /**
     * The policy in each certificate. Its last number is the version of the certificates' profile: raise it when the
     * profile changes, and every certificate made before is made anew.
     */
    static final ASN1ObjectIdentifier CURRENT_POLICY = POLICY_ARC.branch("1");

    private DevelopmentMark() {}

    /** Either mark is enough: refusing too much outside demo mode is the safe side. */
    static boolean isOn(X509Certificate certificate) {
        return certificate.getIssuerX500Principal().getName().contains(AUTHORITY_NAME)
                || Arrays.stream(policies(certificate)).anyMatch(policy -> policy.on(POLICY_ARC));
    }

    static boolean isCurrentOn(X509Certificate certificate) {
        return Arrays.asList(policies(certificate)).contains(CURRENT_POLICY);
    }

    private static ASN1ObjectIdentifier[] policies(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(Extension.certificatePolicies.getId());
        if (extension == null) {
            return new ASN1ObjectIdentifier[0];
        }
        try {
            byte[] value = ASN1OctetString.getInstance(extension).getOctets();
            PolicyInformation[] policies = CertificatePolicies.getInstance(ASN1Primitive.fromByteArray(value))
                    .getPolicyInformation();
            return Arrays.stream(policies)
                    .map(PolicyInformation::getPolicyIdentifier)
                    .toArray(ASN1ObjectIdentifier[]::new);
        } catch (IOException e) {
            throw new IllegalArgumentException("Certificate with unreadable policies", e);
        }
    }
}
