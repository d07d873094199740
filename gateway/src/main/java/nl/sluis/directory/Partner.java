package nl.sluis.directory;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.OrganisationType;
import org.jspecify.annotations.Nullable;

/**
 * An organisation that can be addressed.
 *
 * @param endpoint base address of its node
 * @param sealCertificate messages are sealed to it and its signatures verified by it
 * @param until last day on which it may be addressed; null when it has not ended
 */
public record Partner(
        OrganisationId id,
        String name,
        OrganisationType type,
        String oin,
        URI endpoint,
        X509Certificate sealCertificate,
        @Nullable LocalDate until) {

    /** Whether it may be addressed on a day. */
    public boolean activeOn(LocalDate day) {
        return until == null || !day.isAfter(until);
    }
}
