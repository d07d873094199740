package nl.sluis.send;

import java.util.Optional;
import nl.sluis.custody.PersonClaim;
import nl.sluis.custody.PersonId;
import nl.sluis.outbox.Outbox;
import org.springframework.stereotype.Component;

/** What waits about a person is decided about again before it goes, on what is recorded about them. */
@Component
final class WaitingMessages implements PersonClaim {

    private final Outbox outbox;

    WaitingMessages(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Optional<String> on(PersonId person) {
        return outbox.waitsFor(person.value()) ? Optional.of("MESSAGE_WAITS") : Optional.empty();
    }
}
