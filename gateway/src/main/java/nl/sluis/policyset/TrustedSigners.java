package nl.sluis.policyset;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.sluis.seal.DetachedSignature;

/**
 * Whose signature counts in which role: these certificates and no other. Who is no longer trusted is taken from the list; there
 * is no revocation beside it.
 */
public record TrustedSigners(Map<SignerRole, List<X509Certificate>> certificates) {

    public TrustedSigners {
        certificates = Map.copyOf(certificates);
    }

    /**
     * Reads the certificates; of a file with a chain only the first counts.
     *
     * @throws IOException when one of the files holds none
     */
    public static TrustedSigners read(List<Path> privacyOfficers, List<Path> lawyers) throws IOException {
        return new TrustedSigners(
                Map.of(SignerRole.PRIVACY_OFFICER, first(privacyOfficers), SignerRole.LAWYER, first(lawyers)));
    }

    List<X509Certificate> of(SignerRole role) {
        return certificates.getOrDefault(role, List.of());
    }

    private static List<X509Certificate> first(List<Path> files) throws IOException {
        List<X509Certificate> found = new ArrayList<>();
        for (Path file : files) {
            found.add(DetachedSignature.certificates(file).getFirst());
        }
        return found;
    }
}
