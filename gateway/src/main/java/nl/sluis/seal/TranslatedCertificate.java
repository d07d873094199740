package nl.sluis.seal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * The same certificate as Bouncy Castle reads it. Of one that the platform read it translates the key at every signature, which takes as
 * long as the signature itself; a partner's certificate is used thousands of times.
 */
final class TranslatedCertificate {

    private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();
    private static final int MOST = 1_000;

    private static final Cache<X509Certificate, X509Certificate> KNOWN =
            Caffeine.newBuilder().maximumSize(MOST).build();

    private TranslatedCertificate() {}

    /** The same; itself when Bouncy Castle cannot read it, for whoever uses it to say so. */
    static X509Certificate of(X509Certificate certificate) {
        return KNOWN.get(certificate, TranslatedCertificate::translated);
    }

    private static X509Certificate translated(X509Certificate certificate) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509", BOUNCY_CASTLE)
                    .generateCertificate(new ByteArrayInputStream(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            return certificate;
        }
    }
}
