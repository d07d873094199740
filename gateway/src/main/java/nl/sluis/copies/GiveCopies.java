package nl.sluis.copies;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.audit.AuditLog;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.consent.ConsentSharing;
import nl.sluis.consent.ConsentWithdrawn;
import nl.sluis.custody.FactsChanged;
import nl.sluis.directory.Partner;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Gives the discloser that a consent names a copy of it, once, and word of its withdrawal, in the transaction that records the fact.
 * What cannot go yet, for want of a number of a person, goes when that is recorded.
 */
@Component
final class GiveCopies {

    /** The name is in no directory today. */
    static final String UNKNOWN_ORGANISATION = "UNKNOWN_ORGANISATION";

    /** Both may not use one number of the giver and a subject, or none is on record. */
    static final String NO_SHARED_NUMBER = "NO_SHARED_NUMBER";

    private final GivenStore given;
    private final ConsentSharing sharing;
    private final Road road;
    private final AuditLog audit;
    private final Clock clock;

    GiveCopies(GivenStore given, ConsentSharing sharing, Road road, AuditLog audit, Clock clock) {
        this.given = given;
        this.sharing = sharing;
        this.road = road;
        this.audit = audit;
        this.clock = clock;
    }

    @EventListener
    void on(FactsChanged changed) {
        sharing.naming(changed.about()).forEach(this::give);
    }

    private void give(ConsentSharing.Naming naming) {
        Instant now = clock.instant();
        Optional<Partner> partner = road.partner(naming.organisation());
        if (partner.isEmpty()) {
            given.obstacle(naming.consent(), new OrganisationId(naming.organisation()), UNKNOWN_ORGANISATION, now);
            return;
        }
        OrganisationId holder = partner.get().id();
        MessageId envelope = new MessageId(UUID.randomUUID());
        if (road.isSelf(partner.get())) {
            return;
        }
        if (!road.shareNumbers(partner.get())
                || sharing.copy(naming.consent(), envelope, holder).isEmpty()) {
            given.obstacle(naming.consent(), holder, NO_SHARED_NUMBER, now);
        } else if (given.take(naming.consent(), holder, envelope, now)) {
            road.putCopy(envelope, holder);
            audit.append(
                    "consent.given-to-discloser",
                    envelope.toString(),
                    Map.of("consent", naming.consent().toString(), "recipient", holder.value()));
        }
    }

    /** Nobody knows what an attempt reached: whoever was to get a copy gets word. */
    @EventListener
    void on(ConsentWithdrawn withdrawn) {
        UUID consent = UUID.fromString(withdrawn.consent());
        given.of(List.of(consent)).stream()
                .filter(row -> row.envelope() != null)
                .forEach(row -> road.put(sharing.word(List.of(consent), row.holder())));
    }
}
