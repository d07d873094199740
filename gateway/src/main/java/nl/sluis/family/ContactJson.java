package nl.sluis.family;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.family.Contact.How;
import nl.sluis.node.Reading;
import nl.sluis.node.StrictJson;

/** Reads what somebody records about a talk. */
final class ContactJson {

    private ContactJson() {}

    static Reading<Contact> contact(byte[] body, LocalDate today) {
        StrictJson json = StrictJson.of(body).require("how", "on");
        How how = json.code("how", How.class);
        LocalDate on = json.date("on");
        if (on != null && on.isAfter(today)) {
            json.fault("on", "IN_THE_FUTURE", "This day has yet to come");
        }
        String why = json.prose("why");
        Set<LifeDomain> discussed = json.codes("discussed", LifeDomain.class);
        // "Not spoken" never without its reason, and a reason never beside a talk: R-67 asks "not, because"
        if (how == How.NOT_SPOKEN && !json.has("why")) {
            json.fault("why", "MISSING", "Why nobody spoke with them is required");
        }
        if (how != null && how != How.NOT_SPOKEN && json.has("why")) {
            json.fault("why", "NOT_HERE", "Only that nobody spoke with them has a reason");
        }
        if (how != null && how != How.SPOKEN && !discussed.isEmpty()) {
            json.fault("discussed", "NOT_HERE", "Only in a talk something is discussed");
        }
        return json.result(() -> new Contact(Objects.requireNonNull(how), Objects.requireNonNull(on), why, discussed));
    }
}
