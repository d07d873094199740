package nl.sluis.directory;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import nl.sluis.node.OneAtATime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the revocation lists again and again. One that cannot be read, or is nobody's, leaves what was read of it before: when that
 * should have been renewed, certificates of its issuer are unknown, and {@link Revocations} says what that means.
 */
final class RevocationWatch {

    private static final Logger LOG = LoggerFactory.getLogger(RevocationWatch.class);

    /** Bytes of one list. */
    static final int LARGEST = 8 * 1024 * 1024;

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final Revocations revocations;
    private final RevocationSettings settings;
    private final Supplier<List<X509Certificate>> authorities;
    private final OneAtATime underWay = new OneAtATime();
    private final Map<String, X509CRL> read = new TreeMap<>();
    private volatile Map<String, String> faults = Map.of();

    /** @param authorities whose lists count, as of now */
    RevocationWatch(Revocations revocations, RevocationSettings settings, Supplier<List<X509Certificate>> authorities) {
        this.revocations = revocations;
        this.settings = settings;
        this.authorities = authorities;
    }

    /** By the key of the setting, what is wrong with the list that it names. */
    Map<String, String> faults() {
        return faults;
    }

    /** Reads all of them. */
    void look() {
        underWay.run(this::lookAlone);
    }

    private void lookAlone() {
        Map<String, String> found = new TreeMap<>();
        List<X509CRL> lists = new ArrayList<>();
        for (int i = 0; i < settings.lists().size(); i++) {
            String key = "sluis.revocation.lists[" + i + "]";
            try {
                read.put(
                        key,
                        RevocationLists.verified(parsed(bytes(settings.lists().get(i))), authorities.get()));
            } catch (IllegalStateException e) {
                found.put(key, String.valueOf(e.getMessage()));
            }
            if (read.containsKey(key)) {
                lists.add(read.get(key));
            }
        }
        if (!found.equals(faults)) {
            found.forEach((key, fault) -> LOG.error("a revocation list is not used: {}: {}", key, fault));
        }
        faults = Map.copyOf(found);
        revocations.use(new RevocationLists(lists));
    }

    private static X509CRL parsed(byte[] bytes) {
        try {
            return (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(bytes));
        } catch (CRLException | CertificateException e) {
            throw new IllegalStateException("is no revocation list", e);
        }
    }

    private static byte[] bytes(String place) {
        try {
            return place.startsWith("http://") || place.startsWith("https://")
                    ? BoundedFetch.of(HttpRequest.newBuilder(URI.create(place)), LONGEST, LARGEST)
                    : ofFile(Path.of(place));
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException("cannot be read", e);
        }
    }

    private static byte[] ofFile(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IllegalStateException("is larger than " + LARGEST + " bytes");
        }
        return Files.readAllBytes(file);
    }
}
