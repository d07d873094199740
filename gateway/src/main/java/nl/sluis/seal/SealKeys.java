package nl.sluis.seal;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import nl.sluis.node.NodeSettings;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/** The keys of this node: sealing and storage. Never leaves this package. */
final class SealKeys {

    private static final int STORAGE_KEY_BYTES = 32;

    private final X509Certificate certificate;
    private final PrivateKey privateKey;
    private final SecretKey storageKey;

    private SealKeys(X509Certificate certificate, PrivateKey privateKey, SecretKey storageKey) {
        this.certificate = certificate;
        this.privateKey = privateKey;
        this.storageKey = storageKey;
    }

    /**
     * Reads the key files.
     *
     * @throws IllegalStateException naming the setting whose file cannot be used, never its content
     */
    static SealKeys load(NodeSettings.Keys keys) {
        return new SealKeys(
                certificate(keys.sealCertificate()), privateKey(keys.sealKey()), storageKey(keys.storageKey()));
    }

    X509Certificate certificate() {
        return certificate;
    }

    PrivateKey privateKey() {
        return privateKey;
    }

    SecretKey storageKey() {
        return storageKey;
    }

    private static X509Certificate certificate(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (IOException | CertificateException e) {
            throw unusable("seal-certificate", e);
        }
    }

    private static PrivateKey privateKey(Path file) {
        try {
            return readPrivateKey(file);
        } catch (IOException e) {
            throw unusable("seal-key", e);
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
            JcaPEMKeyConverter converter = new JcaPEMKeyConverter();
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

    private static SecretKey storageKey(Path file) {
        try {
            byte[] key = HexFormat.of().parseHex(Files.readString(file).trim());
            if (key.length != STORAGE_KEY_BYTES) {
                throw new IOException("a storage key has 32 bytes");
            }
            return new SecretKeySpec(key, "AES");
        } catch (IOException | IllegalArgumentException e) {
            throw unusable("storage-key", e);
        }
    }

    private static IllegalStateException unusable(String key, Exception cause) {
        return new IllegalStateException("sluis.node.keys." + key + ": this file cannot be used", cause);
    }
}
