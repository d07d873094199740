package nl.sluis.outbox;

import nl.sluis.attachment.ContentKept;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import org.springframework.stereotype.Component;

/** Attachments stay as long as the content of the message that names them. */
@Component
final class KeptContent implements ContentKept {

    private final OutgoingStore store;

    KeptContent(OutgoingStore store) {
        this.store = store;
    }

    @Override
    public boolean of(OrganisationId sender, MessageId message) {
        return store.find(sender, message)
                .filter(outgoing -> outgoing.content().length > 0)
                .isPresent();
    }
}
