package nl.sluis.submit;

import java.util.Locale;
import java.util.Optional;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.directory.Directory;
import nl.sluis.directory.Ended;
import nl.sluis.outbox.ContactSettings;
import nl.sluis.outbox.MessageState;
import nl.sluis.outbox.Undelivered;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Says to people what did not arrive, why, who sees to it, and what can be done. */
@Component
final class UndeliveredJson {

    private final JsonMapper json;
    private final MessageSource texts;
    private final Directory directory;
    private final ContactSettings contact;

    UndeliveredJson(JsonMapper json, MessageSource texts, Directory directory, ContactSettings contact) {
        this.json = json;
        this.texts = texts;
        this.directory = directory;
        this.contact = contact;
    }

    ObjectNode page(Iterable<Undelivered.Entry> entries, @Nullable String next, Locale language) {
        ObjectNode page = json.createObjectNode();
        if (contact.name().isEmpty()) {
            page.putNull("responsible");
        } else {
            page.putObject("responsible")
                    .put("name", contact.name())
                    .put("role", contact.role())
                    .put("email", contact.email());
        }
        ArrayNode items = page.putArray("items");
        entries.forEach(entry -> items.add(item(entry, language)));
        return next == null ? page.putNull("next") : page.put("next", next);
    }

    /** The alarm as it stands with a message. */
    ObjectNode alarm(String code, OrganisationId recipient, Locale language) {
        ObjectNode alarm = json.createObjectNode().put("code", code);
        directory.telephoneOf(recipient).ifPresent(telephone -> alarm.put("telephone", telephone));
        return alarm.put("instruction", text("alarm." + code, recipient, language));
    }

    private ObjectNode item(Undelivered.Entry entry, Locale language) {
        ObjectNode item = json.createObjectNode()
                .put("id", entry.id().toString())
                .put("kind", entry.kind())
                .put("recipient", entry.recipient().value())
                .put("recipientName", directory.nameOf(entry.recipient()))
                .put("urgency", entry.urgency().name())
                .put("state", entry.state().name())
                .put("since", entry.since().toString());
        String detail = entry.detail();
        if (detail != null && !detail.isBlank()) {
            item.put("detail", detail);
        }
        Optional<OrganisationId> successor = directory.ended(entry.recipient()).flatMap(Ended::successor);
        successor.ifPresent(
                next -> item.putObject("successor").put("id", next.value()).put("name", directory.nameOf(next)));
        item.put("reason", reason(entry, successor, language));
        String alarm = entry.alarm();
        if (alarm != null) {
            item.set("alarm", alarm(alarm, entry.recipient(), language));
        }
        ways(item.putArray("ways"), entry, successor, language);
        return item;
    }

    // To try again what goes to nobody helps nobody; an answer has no ground towards a successor
    private void ways(ArrayNode ways, Undelivered.Entry entry, Optional<OrganisationId> successor, Locale language) {
        boolean ended = directory.ended(entry.recipient()).isPresent();
        if (entry.canBeRetried() && !ended) {
            way(ways, entry, "retry", language);
        }
        if (entry.canBeRetried() && !isAnswer(entry) && successor.isPresent()) {
            ways.addObject()
                    .put("way", "successor")
                    .put("method", "POST")
                    .put("href", "/v1/messages/" + entry.id() + "/successor")
                    .put("text", text("way.successor", successor.get(), language));
        }
        if (entry.state() != MessageState.QUEUED && !entry.canBeRetried()) {
            ways.addObject().put("way", "submit").put("text", text("way.submit", entry.recipient(), language));
        }
        way(ways, entry, "closing", language);
    }

    private static boolean isAnswer(Undelivered.Entry entry) {
        return entry.kind().equals(MessageKind.FEEDBACK.name());
    }

    private void way(ArrayNode ways, Undelivered.Entry entry, String way, Locale language) {
        ways.addObject()
                .put("way", way)
                .put("method", "POST")
                .put("href", "/v1/messages/" + entry.id() + "/" + way)
                .put("text", text("way." + way, entry.recipient(), language));
    }

    // What the codes say where they say something of their own, else what the state says
    private String reason(Undelivered.Entry entry, Optional<OrganisationId> successor, Locale language) {
        if (entry.state() == MessageState.FAILED && successor.isPresent()) {
            return texts.getMessage(
                    isAnswer(entry) ? "undelivered.answer.successor" : "undelivered.successor",
                    new Object[] {directory.nameOf(entry.recipient()), directory.nameOf(successor.get())},
                    language);
        }
        if (!entry.state().equals(MessageState.QUEUED)) {
            String own = texts.getMessage(
                    "undelivered." + entry.state() + "." + entry.detail(), name(entry.recipient()), "", language);
            if (own != null && !own.isEmpty()) {
                return own;
            }
        }
        return text("undelivered." + entry.state(), entry.recipient(), language);
    }

    private String text(String key, OrganisationId recipient, Locale language) {
        return texts.getMessage(key, name(recipient), language);
    }

    private Object[] name(OrganisationId recipient) {
        return new Object[] {directory.nameOf(recipient)};
    }
}
