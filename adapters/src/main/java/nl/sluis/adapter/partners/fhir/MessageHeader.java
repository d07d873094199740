package nl.sluis.adapter.partners.fhir;

import java.util.List;
import nl.sluis.adapter.MessageJson;
import nl.sluis.canonical.Message;

/** What a message says besides its sections, in the JSON of the shared language. */
final class MessageHeader {

    private MessageHeader() {}

    static String of(Message message) {
        Message bare = new Message(
                message.id(),
                message.thread(),
                message.inReplyTo(),
                message.kind(),
                message.sender(),
                message.senderRole(),
                message.recipient(),
                message.sentAt(),
                message.urgency(),
                message.purpose(),
                message.basis(),
                message.persons(),
                List.of(),
                message.original());
        return MessageJson.mapper().writeValueAsString(bare);
    }
}
