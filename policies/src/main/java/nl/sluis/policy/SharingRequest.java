package nl.sluis.policy;

import java.time.Instant;
import java.util.List;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * The complete question: may these items about these persons go from this sender to this recipient, now, on this ground?
 *
 * @param at the moment of sending; days are counted in Europe/Amsterdam, facts after it have not happened
 * @param purpose null when the sender stated none
 */
public record SharingRequest(
        Instant at,
        SendingParty sender,
        ReceivingParty recipient,
        MessageKind kind,
        @Nullable Purpose purpose,
        LegalBasis basis,
        List<PersonFacts> persons,
        List<RequestedItem> items,
        RecordedFacts facts) {

    public SharingRequest {
        persons = List.copyOf(persons);
        items = List.copyOf(items);
    }
}
