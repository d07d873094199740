package nl.sluis.seal;

import java.security.GeneralSecurityException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Certificates that count for somebody: those that he was given, and what an authority among them issued to sign with. */
public final class Issued {

    /** Server and client of TLS (RFC 5280, 4.2.1.12). */
    private static final Set<String> TLS = Set.of("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2");

    private Issued() {}

    /** The given ones, and of those that came along the ones that a given authority issued itself. */
    public static List<X509Certificate> among(
            Collection<X509Certificate> cameAlong, Collection<X509Certificate> given) {
        return Stream.concat(
                        given.stream(),
                        cameAlong.stream()
                                .filter(Issued::signs)
                                .filter(certificate ->
                                        given.stream().anyMatch(authority -> issued(authority, certificate))))
                .distinct()
                .toList();
    }

    /** Whether it is one to sign with: keys of TLS carry the same organisation, and stand on other machines. */
    private static boolean signs(X509Certificate certificate) {
        try {
            boolean[] usage = certificate.getKeyUsage();
            List<String> purposes = certificate.getExtendedKeyUsage();
            return (usage == null || usage[0])
                    && (purposes == null || purposes.stream().noneMatch(TLS::contains));
        } catch (CertificateParsingException e) {
            return false;
        }
    }

    private static boolean issued(X509Certificate authority, X509Certificate certificate) {
        try {
            if (authority.getBasicConstraints() < 0
                    || !authority.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
                return false;
            }
            certificate.verify(authority.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
