package nl.sluis.copies;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.ConsentSharing;
import nl.sluis.directory.Partner;
import nl.sluis.outbox.MessageState;
import nl.sluis.outbox.Outgoing;
import nl.sluis.outbox.Preparation;
import nl.sluis.outbox.Prepared;
import nl.sluis.seal.Sealer;
import org.springframework.stereotype.Component;

/** Makes and seals a copy at the moment of an attempt, from the consent as it is then. */
@Component
final class CopyPreparation implements Preparation {

    private final GivenStore given;
    private final ConsentSharing sharing;
    private final Road road;
    private final Sealer sealer;

    CopyPreparation(GivenStore given, ConsentSharing sharing, Road road, Sealer sealer) {
        this.given = given;
        this.sharing = sharing;
        this.road = road;
        this.sealer = sealer;
    }

    @Override
    public boolean prepares(Outgoing.Form form) {
        return form == Outgoing.Form.CONSENT_COPY;
    }

    @Override
    public Prepared prepare(Outgoing outgoing) {
        Optional<Partner> partner = road.partner(outgoing.recipient().value());
        if (partner.isEmpty()) {
            return parked(MessageState.FAILED, "UNKNOWN_RECIPIENT");
        }
        if (!road.shareNumbers(partner.get())) {
            return parked(MessageState.FAILED, GiveCopies.NO_SHARED_NUMBER);
        }
        UUID consent = given.consentOf(outgoing.id());
        return sharing.copy(consent, outgoing.id(), partner.get().id())
                .<Prepared>map(copy -> new Prepared.Ready(
                        sealer.seal(copy, partner.get().sealTo()),
                        partner.get(),
                        new byte[0],
                        Set.of(),
                        Map.of("consent", consent.toString())))
                .orElseGet(() -> parked(MessageState.WITHDRAWN, "CONSENT_WITHDRAWN"));
    }

    private static Prepared.Parked parked(MessageState state, String detail) {
        return new Prepared.Parked(state, new byte[0], detail);
    }
}
