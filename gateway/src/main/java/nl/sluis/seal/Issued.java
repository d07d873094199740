package nl.sluis.seal;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Certificates that count for somebody: those that he was given, and what an authority among them issued. */
public final class Issued {

    private Issued() {}

    /** The given ones, and of those that came along the ones that a given authority issued itself. */
    public static List<X509Certificate> among(
            Collection<X509Certificate> cameAlong, Collection<X509Certificate> given) {
        return Stream.concat(
                        given.stream(),
                        cameAlong.stream()
                                .filter(certificate ->
                                        given.stream().anyMatch(authority -> issued(authority, certificate))))
                .distinct()
                .toList();
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
