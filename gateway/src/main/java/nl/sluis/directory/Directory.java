package nl.sluis.directory;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.node.Dutch;
import nl.sluis.seal.ListedSuites;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Finds organisations. An organisation that has ended is not found: a lapsed endpoint receives nothing. */
@Component
public final class Directory implements ListedSuites {

    private final Clock clock;
    private final Predicate<X509Certificate> counts;

    /** One reference: nobody sees half a change. */
    private volatile Listing listing;

    /**
     * Reads the listing, from its own file when one is configured.
     *
     * @throws IllegalStateException naming the key of a setting that cannot be used
     */
    @Autowired
    Directory(DirectorySettings settings, Clock clock, Revocations revocations) {
        this(settings, clock, revocations::counts);
    }

    /** One that knows of no certificate that was taken back, for who only looks something up. */
    public Directory(DirectorySettings settings, Clock clock) {
        this(settings, clock, certificate -> true);
    }

    Directory(DirectorySettings settings, Clock clock, Predicate<X509Certificate> counts) {
        this.clock = clock;
        this.counts = counts;
        this.listing = read(settings);
    }

    /** The organisation of that name or alias, when it may be addressed today. */
    public Optional<Partner> find(OrganisationId id) {
        return Optional.ofNullable(listing.find(id)).flatMap(this::addressable);
    }

    /** Those of a type that may be addressed today, by name. */
    public List<Partner> addressable(OrganisationType type) {
        return listing.all().stream()
                .flatMap(found -> addressable(found).stream())
                .filter(partner -> partner.type() == type)
                .sorted(Comparator.comparing(Partner::name))
                .toList();
    }

    /** The organisation whose node's certificate carries this OIN. */
    public Optional<Partner> findByOin(String oin) {
        return Optional.ofNullable(listing.findByOin(oin)).flatMap(this::addressable);
    }

    /** The organisation as it was last known, also when it has ended: to open what it sent before, never to send. */
    public Optional<Partner> lastKnown(OrganisationId id) {
        return Optional.ofNullable(listing.find(id)).flatMap(found -> found.lastKnown(clock.instant()));
    }

    /** Since when an organisation can be addressed no more, and who went on; empty when it has not ended, or is not known. */
    public Optional<Ended> ended(OrganisationId id) {
        Listing now = listing;
        LocalDate today = today();
        Organisation found = now.find(id);
        if (found == null || found.until() == null || !today.isAfter(found.until())) {
            return Optional.empty();
        }
        return Optional.of(new Ended(found.until(), successor(now, found, clock.instant())));
    }

    /** Those that have ended and whose work this organisation goes on with, also through several mergers. */
    public List<OrganisationId> predecessors(OrganisationId successor) {
        return listing.all().stream()
                .map(Organisation::id)
                .filter(id -> ended(id)
                        .flatMap(Ended::successor)
                        .filter(successor::equals)
                        .isPresent())
                .toList();
    }

    /** Whether it has not ended, and yet no endpoint or no certificate of it holds today: it may again tomorrow. */
    public boolean lapsed(OrganisationId id) {
        return listing.find(id) != null && find(id).isEmpty() && ended(id).isEmpty();
    }

    /**
     * Organisations whose seal certificate of today runs out within a while, or has: the day of each. They are in the listing, so
     * that nothing else tells that mail will stand still.
     */
    public Map<OrganisationId, LocalDate> runningOut(Duration within) {
        Instant now = clock.instant();
        Map<OrganisationId, LocalDate> days = new TreeMap<>(Comparator.comparing(OrganisationId::value));
        listing.all()
                .forEach(organisation -> organisation
                        .runsOut(now)
                        .filter(end -> end.isBefore(now.plus(within)))
                        .ifPresent(end -> days.put(organisation.id(), Dutch.day(end))));
        return days;
    }

    /**
     * Whether what one signed for another at that time may be sealed without hybrid certificates: when one of them lists none yet.
     * One day later than listed, since two clocks and two listings may disagree on what day it is.
     */
    @Override
    public boolean classical(OrganisationId sender, OrganisationId recipient, Instant signedAt) {
        LocalDate day = Dutch.day(signedAt).minusDays(1);
        Listing now = listing;
        return Stream.of(sender, recipient)
                .map(now::find)
                .anyMatch(found -> found == null || !found.hybridHasBegun(day));
    }

    /** The name for people; the identifier itself for an organisation that is not known. */
    public String nameOf(OrganisationId id) {
        Organisation found = listing.find(id);
        return found == null ? id.value() : found.name();
    }

    /** Where to call it in an emergency, also one that has ended; empty when that is not known. */
    public Optional<String> telephoneOf(OrganisationId id) {
        return Optional.ofNullable(listing.find(id)).map(Organisation::telephone);
    }

    /** What it finds from now on. */
    void use(Listing verified) {
        listing = verified;
    }

    Listing listing() {
        return listing;
    }

    /**
     * Reads and verifies a listing as it would be used today.
     *
     * @throws IllegalStateException naming the key of a setting that cannot be used
     */
    Listing read(DirectorySettings settings) {
        DirectorySettings effective = settings.file() == null ? settings : ListingFile.read(settings);
        return new Listing(effective.organisations(), today());
    }

    // A merger may be followed by another; a loop is refused when the listing is read
    private static Optional<OrganisationId> successor(Listing now, Organisation ended, Instant today) {
        Set<OrganisationId> seen = new HashSet<>();
        @Nullable OrganisationId next = ended.successor();
        while (next != null && seen.add(next)) {
            Organisation found = now.find(next);
            if (found == null) {
                return Optional.empty();
            }
            if (found.on(today).isPresent()) {
                return Optional.of(found.id());
            }
            next = found.successor();
        }
        return Optional.empty();
    }

    private Optional<Partner> addressable(Organisation found) {
        return found.on(clock.instant())
                .filter(partner -> partner.certificates().stream().allMatch(counts));
    }

    private LocalDate today() {
        return Dutch.day(clock.instant());
    }
}
