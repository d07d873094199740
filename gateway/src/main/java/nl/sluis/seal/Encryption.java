package nl.sluis.seal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import org.bouncycastle.cms.CMSException;

/**
 * Encrypts signed content to a recipient by the suite that its listing asks for, and decrypts by any suite of the allow list; whether
 * that one was good enough is for whoever knows the listing. Hybrid is nested: ML-KEM-768 around ECDH P-384, each a whole
 * AuthEnvelopedData, so that standard structures do (docs/decisions, "hybrid seal").
 */
final class Encryption {

    private Encryption() {}

    /** The suite for a recipient: what it lists, and never less. */
    static Suite suite(SealRecipient recipient) {
        return recipient.hybrid() == null ? Suite.CLASSICAL : Suite.HYBRID;
    }

    static byte[] encrypt(byte[] content, SealRecipient recipient) {
        HybridCertificates hybrid = recipient.hybrid();
        try {
            return hybrid == null
                    ? AgreementLayer.P256.encrypt(content, recipient.certificate())
                    : KemLayer.encrypt(AgreementLayer.P384.encrypt(content, hybrid.agreement()), hybrid.kem());
        } catch (CMSException | IOException | GeneralSecurityException e) {
            throw new IllegalStateException("cannot encrypt to the recipient's certificate", e);
        }
    }

    /** What was encrypted, and by which suite. */
    @SuppressWarnings("ArrayRecordComponent") // read once and dropped
    record Decrypted(Suite suite, byte[] content) {}

    /**
     * Decrypts: during a change of keys partners seal to the old one and to the new one.
     *
     * @throws CMSException when it is malformed, of no suite, for none of these keys, or altered
     */
    static Decrypted decrypt(byte[] cms, List<OpeningKey> classical, List<HybridOpeningKeys> hybrid)
            throws CMSException {
        Enveloped outer = Enveloped.read(cms);
        try {
            if (!KemLayer.is(outer)) {
                return new Decrypted(Suite.CLASSICAL, AgreementLayer.P256.decrypt(outer, classical));
            }
            byte[] inner = KemLayer.decrypt(
                    outer, hybrid.stream().map(HybridOpeningKeys::kem).toList());
            return new Decrypted(
                    Suite.HYBRID,
                    AgreementLayer.P384.decrypt(
                            Enveloped.read(inner),
                            hybrid.stream().map(HybridOpeningKeys::agreement).toList()));
        } catch (GeneralSecurityException e) {
            throw new CMSException("cannot be decrypted", e);
        }
    }
}
