package nl.sluis.consent;

import nl.sluis.adapter.Payload;
import nl.sluis.seal.AtRest;

/**
 * A document that is itself the act of consenting, as the register keeps it.
 *
 * @param hash SHA-256 of the original bytes, hexadecimal
 * @param content encrypted under {@code consent-document/} and the hash
 */
@SuppressWarnings("ArrayRecordComponent") // made and stored once, never shared; equality is not used
record EncryptedDocument(String hash, String mediaType, byte[] content) {

    static EncryptedDocument of(Payload payload, AtRest atRest) {
        String hash = StatementReader.sha256(payload.bytes());
        return new EncryptedDocument(
                hash, payload.mediaType(), atRest.encrypt("consent-document/" + hash, payload.bytes()));
    }

    String evidence() {
        return "sha256:" + hash;
    }
}
