package nl.sluis.handover;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import nl.sluis.node.Reading;
import nl.sluis.node.StrictJson;

/** Reads what somebody did about a handover. */
final class HandoverJson {

    private HandoverJson() {}

    static Reading<Act> act(byte[] body, UUID handover, LocalDate today) {
        StrictJson json = StrictJson.of(body).require("type", "person", "on");
        Act.Type type = json.code("type", Act.Type.class);
        if (type != null && type.isTheirs()) {
            json.fault("type", "THEIRS", "Only who handed the case over can do this, by a message");
        }
        String person = json.text("person");
        LocalDate on = json.date("on");
        if (on != null && on.isAfter(today) && type != Act.Type.JOINT_VISIT_ASKED) {
            json.fault("on", "IN_THE_FUTURE", "This day has yet to come");
        }
        ContactForm form = json.code("form", ContactForm.class);
        String text = json.prose("text");
        if (type == Act.Type.CONTACT_CONFIRMED || type == Act.Type.ATTEMPT) {
            json.require("form");
        }
        if (type == Act.Type.CONTACT_CONFIRMED && form == ContactForm.LETTER) {
            json.fault("form", "NO_CONTACT", "A letter is no talk: a warm handover is a contact of two people");
        }
        if (type == Act.Type.FINDINGS || type == Act.Type.RETURN) {
            json.require("text");
        }
        return json.result(() -> new Act(
                handover,
                Objects.requireNonNull(type),
                false,
                Objects.requireNonNull(person),
                Objects.requireNonNull(on),
                form,
                text));
    }
}
