package nl.sluis.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.directory.Partner;
import nl.sluis.seal.Envelope;

/**
 * Spares the workers, so that a dead partner does not delay the others: while its node does not answer, one attempt at a time
 * finds out whether it does again, and every other attempt is over at once.
 */
final class PatientExchange implements Exchange {

    private static final Set<String> SILENT = Set.of("TIMEOUT", "CONNECTION", "TLS");

    private final Exchange exchange;
    private final Duration pause;
    private final Clock clock;
    // At most one of each organisation in the directory
    private final Map<OrganisationId, Instant> silentUntil = new ConcurrentHashMap<>();
    private final Set<OrganisationId> beingTried = ConcurrentHashMap.newKeySet();

    PatientExchange(Exchange exchange, Duration pause, Clock clock) {
        this.exchange = exchange;
        this.pause = pause;
        this.clock = clock;
    }

    @Override
    public Answer give(Outgoing.Form form, Envelope envelope, Partner partner) {
        Instant until = silentUntil.get(partner.id());
        if (until == null) {
            return noted(partner, exchange.give(form, envelope, partner));
        }
        if (clock.instant().isBefore(until) || !beingTried.add(partner.id())) {
            return new Answer.Unreachable("OUT_OF_REACH");
        }
        try {
            return noted(partner, exchange.give(form, envelope, partner));
        } finally {
            beingTried.remove(partner.id());
        }
    }

    private Answer noted(Partner partner, Answer answer) {
        if (answer instanceof Answer.Unreachable unreachable && SILENT.contains(unreachable.code())) {
            silentUntil.put(partner.id(), clock.instant().plus(pause));
        } else {
            silentUntil.remove(partner.id());
        }
        return answer;
    }
}
