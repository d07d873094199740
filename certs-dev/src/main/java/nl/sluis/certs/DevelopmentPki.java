package nl.sluis.certs;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Makes and keeps the certificates of a development neighbourhood: for each holder a {@linkplain CertificateUse node,
 * seal and system} certificate and a storage key, and beside them deliberately bad ones for tests.
 *
 * <p>What is there and good for at least {@link #RENEWAL} is kept. Several starts at once are safe: one works, the
 * others wait and find everything done.
 *
 * <p>Not for production: the authority's own key lies beside the rest. A node outside demo mode refuses every
 * certificate that {@link #isDevelopment(X509Certificate)} knows.
 */
public final class DevelopmentPki {

    /** A certificate that ends sooner than this is made anew. */
    public static final Duration RENEWAL = Duration.ofDays(7);

    /** The OIN in the {@code wrong-oin} certificates: well formed, and of nobody. */
    public static final String NOBODYS_OIN = Holder.testOin(999_999_999);

    /** Locks within this process; the file lock only keeps other processes out. */
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

    private static final int STORAGE_KEY_BYTES = 32;
    private static final int STORAGE_KEY_DIGITS = 2 * STORAGE_KEY_BYTES;

    private final PkiFiles files;
    private final Instant now;

    private DevelopmentPki(PkiFiles files, Instant now) {
        this.files = files;
        this.now = now;
    }

    /**
     * Makes what is missing in the directory, which is created when it is not there. The bad certificates carry the
     * identity of the first holder, so that nothing but their own fault makes them bad.
     *
     * @throws IOException when the directory cannot be read or written, or holds a storage key that is not one
     * @throws IllegalArgumentException when there is no holder, or two share a name or an OIN
     */
    public static PkiFiles generate(Path directory, List<Holder> holders) throws IOException {
        return generate(directory, holders, Instant.now());
    }

    /** Whether a certificate comes from a development authority, and so counts in demo mode only. */
    public static boolean isDevelopment(X509Certificate certificate) {
        return DevelopmentMark.isOn(certificate);
    }

    static PkiFiles generate(Path directory, List<Holder> holders, Instant now) throws IOException {
        requireDistinct(holders);
        Files.createDirectories(directory);
        PkiFiles files = new PkiFiles(directory);
        ONE_AT_A_TIME.lock();
        try (FileChannel channel = FileChannel.open(files.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            if (!held.isValid()) {
                throw new IOException("Lost the lock on " + files.lock());
            }
            new DevelopmentPki(files, now).complete(holders);
        } finally {
            ONE_AT_A_TIME.unlock();
        }
        return files;
    }

    private static void requireDistinct(List<Holder> holders) {
        Set<String> taken = new HashSet<>(Set.of(NOBODYS_OIN));
        for (Holder holder : holders) {
            if (!taken.add(holder.name()) || !taken.add(holder.oin())) {
                throw new IllegalArgumentException("Name or OIN taken twice: " + holder);
            }
        }
        if (holders.isEmpty()) {
            throw new IllegalArgumentException("No holder to make certificates for");
        }
    }

    private void complete(List<Holder> holders) throws IOException {
        Authority authority = authority(files.ca(), files.caKey(), DevelopmentMark.AUTHORITY_NAME);
        for (Holder holder : holders) {
            for (CertificateUse use : CertificateUse.values()) {
                good(authority, holder.name(), Subject.of(holder, use), use);
            }
            storageKey(holder);
        }
        completeBad(authority, holders.getFirst());
    }

    private void completeBad(Authority authority, Holder victim) throws IOException {
        Authority other = authority(files.otherCa(), files.otherCaKey(), DevelopmentMark.AUTHORITY_NAME + " (other)");
        Holder nobody = new Holder(victim.name(), NOBODYS_OIN, victim.organisation(), victim.organisationName());
        List<X509Certificate> revoked = new ArrayList<>();
        for (CertificateUse use : CertificateUse.values()) {
            expired(authority, Subject.of(victim, use), use);
            revoked.add(good(authority, "revoked", Subject.of(victim, use), use));
            good(other, "other-ca", Subject.of(victim, use), use);
            good(authority, "wrong-oin", Subject.of(nobody, use), use);
        }
        revocations(authority, revoked);
    }

    private Authority authority(Path certificate, Path key, String commonName) throws IOException {
        Optional<Authority> kept = PemStore.read(certificate, key)
                .filter(found -> isLastingAndCurrent(found.certificate()))
                .filter(Credential::matches)
                .map(Authority::new);
        if (kept.isPresent()) {
            return kept.get();
        }
        Authority made = Authority.create(commonName, Validity.ofAuthority(now));
        PemStore.write(certificate, key, made.credential());
        return made;
    }

    private X509Certificate good(Authority authority, String name, Subject subject, CertificateUse use)
            throws IOException {
        Optional<X509Certificate> kept = kept(authority, name, subject, use).filter(this::isLastingAndCurrent);
        if (kept.isPresent()) {
            return kept.get();
        }
        return issue(authority, name, subject, use, Validity.ofLeaf(now));
    }

    private void expired(Authority authority, Subject subject, CertificateUse use) throws IOException {
        boolean isKept = kept(authority, "expired", subject, use)
                .filter(DevelopmentMark::isCurrentOn)
                .filter(found -> !isValidAt(found, now))
                .isPresent();
        if (!isKept) {
            issue(authority, "expired", subject, use, Validity.ended(now));
        }
    }

    private X509Certificate issue(
            Authority authority, String name, Subject subject, CertificateUse use, Validity validity)
            throws IOException {
        Credential made = authority.issue(subject.name(), use, validity);
        PemStore.write(files.certificate(name, use), files.key(name, use), made, authority.certificate());
        return made.certificate();
    }

    private Optional<X509Certificate> kept(Authority authority, String name, Subject subject, CertificateUse use)
            throws IOException {
        return PemStore.readCertificate(files.certificate(name, use), files.key(name, use))
                .filter(authority::names)
                .filter(subject::isOf);
    }

    private boolean isLastingAndCurrent(X509Certificate certificate) {
        return DevelopmentMark.isCurrentOn(certificate)
                && isValidAt(certificate, now)
                && isValidAt(certificate, now.plus(RENEWAL));
    }

    private static boolean isValidAt(X509Certificate certificate, Instant moment) {
        return !moment.isBefore(certificate.getNotBefore().toInstant())
                && !moment.isAfter(certificate.getNotAfter().toInstant());
    }

    private void revocations(Authority authority, List<X509Certificate> revoked) throws IOException {
        boolean isKept = PemStore.readCrl(files.crl())
                .filter(authority::issued)
                .filter(crl -> crl.getNextUpdate().toInstant().isAfter(now.plus(RENEWAL)))
                .filter(crl -> revoked.stream().allMatch(crl::isRevoked))
                .isPresent();
        if (!isKept) {
            PemStore.writeCrl(files.crl(), authority.revoke(revoked, now));
        }
    }

    /** Never replaced: what is stored under the old key could not be read any more. */
    private void storageKey(Holder holder) throws IOException {
        Path file = files.storageKey(holder.name());
        if (!Files.exists(file)) {
            byte[] key = new byte[STORAGE_KEY_BYTES];
            new SecureRandom().nextBytes(key);
            PemStore.writeSecret(file, HexFormat.of().formatHex(key));
        } else if (!Files.readString(file).strip().matches("[0-9a-f]{" + STORAGE_KEY_DIGITS + "}")) {
            throw new IOException("Not a storage key of " + STORAGE_KEY_DIGITS + " hexadecimal digits: " + file);
        }
    }
}
