package nl.sluis.seal;

import java.security.cert.X509Certificate;
import nl.sluis.canonical.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * Whom something is sealed to: the organisation and its certificates of today, which belong together by the directory's word. What
 * is listed decides: to one with hybrid keys nothing is sealed without them.
 *
 * @param certificate of the key that opens what is sealed without hybrid keys, and that signs
 * @param hybrid null when none is listed
 */
public record SealRecipient(
        OrganisationId organisation,
        X509Certificate certificate,
        @Nullable HybridCertificates hybrid) {}
