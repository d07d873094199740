package nl.sluis.seal;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.node.Dutch;
import nl.sluis.node.HardwareTokenSettings;
import nl.sluis.node.NodeSettings;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/** The keys of this node: sealing and storage. Never leaves this package. */
final class SealKeys {

    private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();
    private static final OrganisationId SELF = new OrganisationId("self");
    private static final int STORAGE_KEY_BYTES = 32;

    private final List<Pair> pairs;
    private final List<HybridOpeningKeys> hybrid;
    private final StorageKeys storageKeys;
    private final Clock clock;

    /** A certificate with its key, and from which day it signs; the last whose day has come does. */
    private record Pair(X509Certificate certificate, PrivateKey key, LocalDate from) {}

    private SealKeys(List<Pair> pairs, List<HybridOpeningKeys> hybrid, StorageKeys storageKeys, Clock clock) {
        this.pairs = pairs;
        this.hybrid = hybrid;
        this.storageKeys = storageKeys;
        this.clock = clock;
    }

    /** Of files alone. */
    static SealKeys load(NodeSettings.Keys keys, Clock clock) {
        return load(keys, Token.none(), clock);
    }

    /**
     * Reads the key files, and what stands in a token.
     *
     * @throws IllegalStateException naming the setting whose file cannot be used, never its content
     */
    static SealKeys load(NodeSettings.Keys keys, Token token, Clock clock) {
        List<Pair> pairs = new ArrayList<>();
        pairs.add(pair(keys.sealCertificate(), privateKey(keys.sealKey(), token, "seal-"), LocalDate.EPOCH, "seal-"));
        for (int i = 0; i < keys.more().size(); i++) {
            NodeSettings.Seal more = keys.more().get(i);
            // Without a first day it never signs
            LocalDate from = more.from() == null ? LocalDate.MAX : more.from();
            String setting = "more[" + i + "].";
            pairs.add(pair(more.certificate(), privateKey(more.key(), token, setting), from, setting));
        }
        List<HybridOpeningKeys> hybrid = new ArrayList<>();
        for (int i = 0; i < keys.hybrid().size(); i++) {
            hybrid.add(hybrid(keys.hybrid().get(i), token, pairs.getFirst().certificate(), "hybrid[" + i + "]."));
        }
        return new SealKeys(List.copyOf(pairs), List.copyOf(hybrid), storageKeys(keys), clock);
    }

    /** What signs today. */
    X509Certificate certificate() {
        return present().certificate();
    }

    /** What signs today. */
    PrivateKey privateKey() {
        return present().key();
    }

    /** Every certificate of this node: by one of them was signed what it signed. */
    List<X509Certificate> certificates() {
        return pairs.stream().map(Pair::certificate).toList();
    }

    /**
     * Decrypts with whichever key it is for.
     *
     * @throws CMSException when it is malformed, of no suite, for none of these keys, or altered
     */
    Encryption.Decrypted decrypt(byte[] cms) throws CMSException {
        return Encryption.decrypt(
                cms,
                pairs.stream()
                        .map(pair -> new OpeningKey(pair.certificate(), pair.key()))
                        .toList(),
                hybrid);
    }

    StorageKeys storageKeys() {
        return storageKeys;
    }

    /** By the clock of this node. */
    Instant now() {
        return clock.instant();
    }

    private Pair present() {
        LocalDate today = Dutch.day(clock.instant());
        return pairs.stream()
                .filter(pair -> !pair.from().isAfter(today))
                .max(Comparator.comparing(Pair::from))
                .orElseGet(pairs::getFirst);
    }

    // A key that does not belong to its certificate would be noticed by the partners, one message at a time
    private static Pair pair(Path certificate, PrivateKey key, LocalDate from, String setting) {
        Pair pair = new Pair(certificate(certificate, setting), key, from);
        // As of its first moment: one that signs later may be there already
        byte[] signed = Cms.sign(
                new byte[] {1},
                pair.key(),
                pair.certificate(),
                pair.certificate().getNotBefore().toInstant());
        if (Cms.verified(signed, pair.certificate()).isEmpty()) {
            throw new IllegalStateException("sluis.node.keys." + setting + "key: does not belong to its certificate");
        }
        return pair;
    }

    private static HybridOpeningKeys hybrid(
            NodeSettings.Hybrid keys, Token token, X509Certificate seal, String setting) {
        if (HardwareTokenSettings.names(keys.kemKey())) {
            throw new IllegalStateException(
                    "sluis.node.keys." + setting
                            + "kem-key: stands in a file, since PKCS#11 2.40 knows no ML-KEM; it opens nothing without the other");
        }
        HybridOpeningKeys pair = new HybridOpeningKeys(
                new OpeningKey(
                        certificate(keys.agreementCertificate(), setting + "agreement-"),
                        privateKey(keys.agreementKey(), token, setting + "agreement-")),
                new OpeningKey(
                        certificate(keys.kemCertificate(), setting + "kem-"),
                        privateKey(keys.kemKey(), token, setting + "kem-")));
        try {
            SealRecipient self = new SealRecipient(
                    SELF,
                    seal,
                    new HybridCertificates(
                            pair.agreement().certificate(), pair.kem().certificate()));
            Encryption.decrypt(Encryption.encrypt(new byte[] {1}, self), List.of(), List.of(pair));
            return pair;
        } catch (CMSException | IllegalArgumentException e) {
            String why = e instanceof CMSException ? "keys do not belong to their certificates" : e.getMessage();
            throw new IllegalStateException("sluis.node.keys." + setting + why, e);
        }
    }

    private static X509Certificate certificate(Path file, String setting) {
        try (InputStream in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (IOException | CertificateException e) {
            throw unusable(setting + "certificate", e);
        }
    }

    private static PrivateKey privateKey(Path named, Token token, String setting) {
        if (HardwareTokenSettings.names(named)) {
            return token.privateKey(named, "sluis.node.keys." + setting + "key");
        }
        try {
            return readPrivateKey(named);
        } catch (IOException e) {
            throw unusable(setting + "key", e);
        }
    }

    /**
     * A private key in PEM.
     *
     * @throws IOException when there is none that can be read
     */
    static PrivateKey readPrivateKey(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file);
                PEMParser parser = new PEMParser(reader)) {
            // Not the platform: it may know no ML-KEM
            JcaPEMKeyConverter converter = new JcaPEMKeyConverter().setProvider(BOUNCY_CASTLE);
            Object read = parser.readObject();
            if (read instanceof PrivateKeyInfo info) {
                return converter.getPrivateKey(info);
            }
            if (read instanceof PEMKeyPair pair) {
                return converter.getPrivateKey(pair.getPrivateKeyInfo());
            }
            throw new IOException("no private key in PEM");
        }
    }

    static StorageKeys storageKeys(NodeSettings.Keys keys) {
        return new StorageKeys(
                storageKey(keys.storageKey(), "storage-key"),
                storageKeys(keys.earlierStorageKeys(), "earlier-storage-keys"),
                storageKeys(keys.nextStorageKeys(), "next-storage-keys"));
    }

    private static List<SecretKey> storageKeys(List<Path> files, String setting) {
        List<SecretKey> keys = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            keys.add(storageKey(files.get(i), setting + "[" + i + "]"));
        }
        return keys;
    }

    private static SecretKey storageKey(Path file, String setting) {
        try {
            byte[] key = HexFormat.of().parseHex(Files.readString(file).trim());
            if (key.length != STORAGE_KEY_BYTES) {
                throw new IOException("a storage key has 32 bytes");
            }
            return new SecretKeySpec(key, "AES");
        } catch (IOException | IllegalArgumentException e) {
            throw unusable(setting, e);
        }
    }

    private static IllegalStateException unusable(String key, Exception cause) {
        return new IllegalStateException("sluis.node.keys." + key + ": this file cannot be used", cause);
    }
}
