package nl.sluis.send;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluis.consent.ConsentWithdrawn;
import nl.sluis.custody.FactsChanged;
import nl.sluis.custody.PersonId;
import nl.sluis.outbox.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** When a fact is recorded, what waits for it is decided again: in the fact's own transaction, so that it cannot be forgotten. */
@Component
final class DecideAgain {

    private final Outbox outbox;

    DecideAgain(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void on(FactsChanged changed) {
        Set<UUID> persons = changed.about().stream().map(PersonId::value).collect(Collectors.toSet());
        outbox.decideAgain(persons);
    }

    /** What has gone cannot be decided again: its recipient is told. */
    @EventListener
    void on(ConsentWithdrawn withdrawn) {
        outbox.ended(withdrawn.consent(), withdrawn.at());
    }
}
