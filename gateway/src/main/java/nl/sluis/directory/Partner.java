package nl.sluis.directory;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.List;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.seal.HybridCertificates;
import nl.sluis.seal.SealRecipient;
import org.jspecify.annotations.Nullable;

/**
 * An organisation that can be addressed, as it is today.
 *
 * @param endpoint base address of its node
 * @param sealCertificate what is sent to it today is sealed to it
 * @param hybrid what is sealed to it today is sealed to these instead; null when it lists none
 * @param signers certificates by which its signatures are verified: the present one, and one that has ended so lately that what
 *     was signed before may still be on its way
 * @param until last day on which it may be addressed; null when it has not ended
 */
public record Partner(
        OrganisationId id,
        String name,
        OrganisationType type,
        String oin,
        URI endpoint,
        X509Certificate sealCertificate,
        @Nullable HybridCertificates hybrid,
        List<X509Certificate> signers,
        @Nullable LocalDate until) {

    public Partner {
        signers = List.copyOf(signers);
    }

    /** One that has only ever had one certificate. */
    public Partner(
            OrganisationId id,
            String name,
            OrganisationType type,
            String oin,
            URI endpoint,
            X509Certificate sealCertificate,
            @Nullable LocalDate until) {
        this(id, name, type, oin, endpoint, sealCertificate, null, List.of(sealCertificate), until);
    }

    /** Every certificate to which something is sealed for it today. */
    List<X509Certificate> certificates() {
        return hybrid == null ? List.of(sealCertificate) : List.of(sealCertificate, hybrid.agreement(), hybrid.kem());
    }

    /** What is sent to it today is sealed to this. */
    public SealRecipient sealTo() {
        return new SealRecipient(id, sealCertificate, hybrid);
    }
}
