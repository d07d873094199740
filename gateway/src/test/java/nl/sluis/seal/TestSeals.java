package nl.sluis.seal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.certs.CertificateUse;
import nl.sluis.certs.DevelopmentPki;
import nl.sluis.certs.Holder;
import nl.sluis.certs.PkiFiles;
import nl.sluis.node.NodeSettings;

/** Seals of the organisations of Lindedam, for tests: made once a JVM. */
public final class TestSeals {

    private static final PkiFiles FILES = files();

    private TestSeals() {}

    /** The files of the development PKI. */
    public static PkiFiles pki() {
        return FILES;
    }

    /** Seals in the name of a holder. */
    public static Sealer sealer(String holder) {
        return new Sealer(keys(holder));
    }

    /** Seals in the name of a holder, by a clock. */
    public static Sealer sealer(String holder, Clock clock) {
        return new Sealer(keys(FILES, holder, clock));
    }

    /** Seals in the name of a holder of another PKI. */
    public static Sealer sealer(PkiFiles files, String holder) {
        return new Sealer(keys(files, holder));
    }

    /** Signs statements in the name of a holder. */
    public static Notary notary(String holder) {
        return new Notary(keys(holder));
    }

    /** Signs with a key and certificate in a holder's name that somebody made himself, with an authority of his own. */
    public static Notary selfMade(String holder) {
        return new Notary(keys(Stranger.FILES, holder));
    }

    /** Signs statements with the key of a holder's own system, which has a certificate of TLS for the same organisation. */
    public static Notary systemNotary(String holder) {
        return new Notary(SealKeys.load(
                new NodeSettings.Keys(
                        FILES.certificate(holder, CertificateUse.SYSTEM),
                        FILES.key(holder, CertificateUse.SYSTEM),
                        FILES.storageKey(holder)),
                Clock.systemUTC()));
    }

    private static final class Stranger {
        static final PkiFiles FILES = files();
    }

    /** Opens what is sealed to a holder. */
    public static Opener opener(String holder) {
        return opener(holder, (sender, recipient, at) -> true);
    }

    /** Opens what is sealed to a holder, by what is listed. */
    public static Opener opener(String holder, ListedSuites listed) {
        return new Opener(keys(holder), organisation(holder), listed, seal -> Optional.empty());
    }

    /** Opens what is sealed to a holder, by what was taken back. */
    public static Opener opener(String holder, SealRevocations revocations) {
        return new Opener(keys(holder), organisation(holder), (sender, recipient, at) -> true, revocations);
    }

    /** Opens the chunks that are sealed to a holder. */
    public static ChunkOpener chunkOpener(String holder) {
        return new ChunkOpener(
                keys(holder), organisation(holder), (sender, recipient, at) -> true, seal -> Optional.empty());
    }

    /** What is sent to a holder is sealed to this. */
    public static SealRecipient recipient(String holder) {
        return new SealRecipient(organisation(holder), certificate(FILES, holder, CertificateUse.SEAL), null);
    }

    /** What is sent to a holder that lists hybrid certificates is sealed to this. */
    public static SealRecipient hybridRecipient(String holder) {
        return hybridRecipient(FILES, holder);
    }

    /** What is sent to a holder of another PKI that lists hybrid certificates is sealed to this. */
    public static SealRecipient hybridRecipient(PkiFiles files, String holder) {
        return new SealRecipient(
                organisation(holder),
                certificate(files, holder, CertificateUse.SEAL),
                new HybridCertificates(
                        certificate(files, holder, CertificateUse.AGREEMENT),
                        certificate(files, holder, CertificateUse.KEM)));
    }

    /** The certificate of a holder for a use. */
    public static X509Certificate certificate(String holder, CertificateUse use) {
        return certificate(FILES, holder, use);
    }

    /** The certificate of a holder of another PKI. */
    public static X509Certificate certificate(PkiFiles files, String holder, CertificateUse use) {
        try (InputStream in = Files.newInputStream(files.certificate(holder, use))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (IOException | CertificateException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The organisation of a holder. */
    public static OrganisationId organisation(String holder) {
        return new OrganisationId(holder(holder).organisation());
    }

    /** A holder by its name. */
    public static Holder holder(String name) {
        return Holder.lindedam().stream()
                .filter(holder -> holder.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static SealKeys keys(String holder) {
        return keys(FILES, holder);
    }

    private static SealKeys keys(PkiFiles files, String holder) {
        return keys(files, holder, Clock.systemUTC());
    }

    private static SealKeys keys(PkiFiles files, String holder, Clock clock) {
        return SealKeys.load(
                new NodeSettings.Keys(
                        files.certificate(holder, CertificateUse.SEAL),
                        files.key(holder, CertificateUse.SEAL),
                        files.storageKey(holder),
                        List.of(),
                        List.of(new NodeSettings.Hybrid(
                                files.certificate(holder, CertificateUse.AGREEMENT),
                                files.key(holder, CertificateUse.AGREEMENT),
                                files.certificate(holder, CertificateUse.KEM),
                                files.key(holder, CertificateUse.KEM)))),
                clock);
    }

    private static PkiFiles files() {
        try {
            Path directory = Files.createTempDirectory("sluis-pki");
            return DevelopmentPki.generate(directory, Holder.lindedam());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
