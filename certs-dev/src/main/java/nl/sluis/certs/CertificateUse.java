package nl.sluis.certs;

import java.security.KeyPair;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.jspecify.annotations.Nullable;

/** What a certificate is for. Separate keys for separate uses: a stolen transport key opens no envelope. */
public enum CertificateUse {
    /** TLS between nodes, as server and as client. */
    NODE("node", KeyUsage.digitalSignature, KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth),
    /**
     * Signing of envelopes, and key agreement for sealing them. Its extended key usage (document signing, RFC 9336)
     * keeps it out of TLS.
     */
    SEAL(
            "seal",
            KeyUsage.digitalSignature | KeyUsage.keyAgreement,
            KeyPurposeId.getInstance(new ASN1ObjectIdentifier("1.3.6.1.5.5.7.3.36"))),
    /** The organisation's own information system towards its own node: TLS client only. */
    SYSTEM("system", KeyUsage.digitalSignature, KeyPurposeId.id_kp_clientAuth),
    /** The first half of what hybrid envelopes are sealed to: ECDH on P-384. Signs nothing, so that it is of no use in TLS. */
    AGREEMENT("agreement", KeyUsage.keyAgreement),
    /** The second half: ML-KEM-768 (RFC 9935). */
    KEM("kem", KeyUsage.keyEncipherment);

    private final String suffix;
    private final KeyUsage keyUsage;
    private final @Nullable ExtendedKeyUsage extendedKeyUsage;

    CertificateUse(String suffix, int keyUsage, KeyPurposeId... purposes) {
        this.suffix = suffix;
        this.keyUsage = new KeyUsage(keyUsage);
        this.extendedKeyUsage = purposes.length == 0 ? null : new ExtendedKeyUsage(purposes);
    }

    /** The part of the file name between the holder and the extension, for example {@code node}. */
    public String suffix() {
        return suffix;
    }

    /** A fresh key of the sort that this use needs. */
    KeyPair newKeyPair() {
        return switch (this) {
            case NODE, SEAL, SYSTEM -> Keys.onCurve("secp256r1");
            case AGREEMENT -> Keys.onCurve("secp384r1");
            case KEM -> Keys.mlKem768();
        };
    }

    KeyUsage keyUsage() {
        return keyUsage;
    }

    /** Null when its key usage says enough. */
    @Nullable
    ExtendedKeyUsage extendedKeyUsage() {
        return extendedKeyUsage;
    }
}
