package nl.sluis.certs;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;

/**
 * A certificate with its private key.
 *
 * @param certificate the certificate
 * @param key the private key
 */
record Credential(X509Certificate certificate, PrivateKey key) {

    private static final byte[] PROBE = {'s', 'l', 'u', 'i', 's'};

    /** Whether the key is that of the certificate; a start that died between two writes leaves a pair that is not. */
    boolean matches() {
        try {
            Signature signature = Signature.getInstance(Authority.SIGNATURE_ALGORITHM);
            signature.initSign(key);
            signature.update(PROBE);
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(PROBE);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "Credential[" + certificate.getSubjectX500Principal() + "]";
    }
}
