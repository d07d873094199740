package nl.sluis.seal;

import java.security.cert.X509Certificate;
import nl.sluis.canonical.OrganisationId;

/**
 * Whom something is sealed to: the organisation and its certificate of today, which belong together by the directory's word.
 *
 * @param certificate of the key that opens it
 */
public record SealRecipient(OrganisationId organisation, X509Certificate certificate) {}
