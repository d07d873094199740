package nl.sluis.seal;

import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * What records that stay sensitive for decades are sealed to: a key of today's sort, and one that a quantum computer does not
 * break either. Both are needed to open.
 *
 * @param agreement of a key for ECDH on P-384, with key usage keyAgreement (RFC 5753)
 * @param kem of a key for ML-KEM-768, with key usage keyEncipherment (RFC 9935)
 */
public record HybridCertificates(X509Certificate agreement, X509Certificate kem) {

    private static final int KEY_ENCIPHERMENT = 2;
    private static final int KEY_AGREEMENT = 4;

    /**
     * Checks that each is of the sort that it must be.
     *
     * @throws IllegalArgumentException saying which is not
     */
    public HybridCertificates {
        if (!isFor(agreement, KEY_AGREEMENT)
                || !algorithm(agreement)
                        .equals(new AlgorithmIdentifier(
                                X9ObjectIdentifiers.id_ecPublicKey, SECObjectIdentifiers.secp384r1))) {
            throw new IllegalArgumentException("agreement: is not of a key for key agreement on P-384");
        }
        if (!isFor(kem, KEY_ENCIPHERMENT)
                || !algorithm(kem).equals(new AlgorithmIdentifier(NISTObjectIdentifiers.id_alg_ml_kem_768))) {
            throw new IllegalArgumentException("kem: is not of a key of ML-KEM-768");
        }
    }

    /** The algorithm of the key in a certificate. */
    static AlgorithmIdentifier algorithm(X509Certificate certificate) {
        return SubjectPublicKeyInfo.getInstance(certificate.getPublicKey().getEncoded())
                .getAlgorithm();
    }

    static ASN1ObjectIdentifier kemAlgorithm() {
        return NISTObjectIdentifiers.id_alg_ml_kem_768;
    }

    private static boolean isFor(X509Certificate certificate, int usage) {
        boolean[] usages = certificate.getKeyUsage();
        return usages != null && usages[usage];
    }
}
