package nl.sluis.directory;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.node.Dutch;
import nl.sluis.seal.HybridCertificates;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the directory with all its periods; a {@link Partner} is what it comes to on one day.
 *
 * @param telephone where to call in an emergency; null when nobody can be called
 * @param until last day on which it may be addressed; null when it has not ended
 * @param successor who went on with its work; null when nobody did
 */
record Organisation(
        OrganisationId id,
        String name,
        OrganisationType type,
        String oin,
        @Nullable String telephone,
        List<Dated<URI>> endpoints,
        List<Dated<X509Certificate>> certificates,
        List<Dated<HybridCertificates>> hybrid,
        @Nullable LocalDate until,
        @Nullable OrganisationId successor) {

    /** How long after its last day a certificate still verifies: what was signed before may be on its way. */
    private static final int ON_THE_WAY_DAYS = 30;

    /** As it may be addressed now; empty when it has ended, or no endpoint or no certificate holds. */
    Optional<Partner> on(Instant now) {
        LocalDate day = Dutch.day(now);
        return until != null && day.isAfter(until)
                ? Optional.empty()
                : as(day).filter(partner -> holds(partner.sealCertificate(), now))
                        // Once it listed a pair, none for today is a fault of the listing and no return to less
                        .filter(partner -> partner.hybrid() == null
                                ? !hybridHasBegun(day)
                                : (holds(partner.hybrid().agreement(), now)
                                        && holds(partner.hybrid().kem(), now)));
    }

    /** Whether it lists hybrid certificates of that day or of a day before: from then on it is sealed to with them only. */
    boolean hybridHasBegun(LocalDate day) {
        return hybrid.stream().anyMatch(dated -> dated.from() == null || !day.isBefore(dated.from()));
    }

    /** As it was known last, also when it has ended or its certificate has run out: to open what it sent before. */
    Optional<Partner> lastKnown(Instant now) {
        LocalDate day = Dutch.day(now);
        return as(until != null && day.isAfter(until) ? until : day);
    }

    /** When the first of the certificates of today runs out, by what they say themselves; empty when none is listed for today. */
    Optional<Instant> runsOut(Instant now) {
        LocalDate day = Dutch.day(now);
        return until != null && day.isAfter(until)
                ? Optional.empty()
                : Stream.concat(
                                Dated.on(certificates, day).stream(),
                                Dated.on(hybrid, day).stream().flatMap(pair -> Stream.of(pair.agreement(), pair.kem())))
                        .map(certificate -> certificate.getNotAfter().toInstant())
                        .min(Comparator.naturalOrder());
    }

    private Optional<Partner> as(LocalDate day) {
        return Dated.on(endpoints, day)
                .flatMap(endpoint -> Dated.on(certificates, day)
                        .map(certificate -> new Partner(
                                id,
                                name,
                                type,
                                oin,
                                endpoint,
                                certificate,
                                Dated.on(hybrid, day).orElse(null),
                                signers(day),
                                until)));
    }

    // The present one first: it is the likely one. One day early, since two clocks may disagree on what day it is.
    // Whether
    // each was valid at the time of signing is seen where the signature is verified
    private List<X509Certificate> signers(LocalDate day) {
        return certificates.stream()
                .filter(dated -> new Dated<>(
                                dated.value(),
                                dated.from() == null ? null : dated.from().minusDays(1),
                                dated.until() == null ? null : dated.until().plusDays(ON_THE_WAY_DAYS))
                        .on(day))
                .sorted((one, other) -> Boolean.compare(other.on(day), one.on(day)))
                .map(Dated::value)
                .toList();
    }

    // What the listing says of a certificate cannot make it last longer than its issuer did (RFC 5280, 4.1.2.5)
    private static boolean holds(X509Certificate certificate, Instant now) {
        return !now.isBefore(certificate.getNotBefore().toInstant())
                && !now.isAfter(certificate.getNotAfter().toInstant());
    }
}
