package nl.sluis.regie;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.sluis.node.Reading;
import nl.sluis.node.StrictJson;
import org.jspecify.annotations.Nullable;

/** Reads what somebody wants of regie. */
final class RegieJson {

    private static final Pattern PERSON = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private RegieJson() {}

    static Reading<Wanted> wanted(byte[] body) {
        StrictJson json = StrictJson.of(body).require("holder", "professional");
        UUID member = id(json, "member");
        Regie.Holder holder = json.code("holder", Regie.Holder.class);
        String professional = person(json, "professional");
        String second = person(json, "second");
        LocalDate absent = json.date("absentUntil");
        StrictJson described = json.object("outside");
        Outside outside = described == null ? null : outside(described, holder);
        if (holder != null && (holder == Regie.Holder.PROFESSIONAL) == json.has("outside")) {
            json.fault("outside", "HOLDER", "Who has regie is told when it is nobody of this organisation");
        }
        if (second != null && second.equals(professional)) {
            json.fault("second", "SAME_PERSON", "Somebody else than the professional");
        }
        if (absent != null && second == null) {
            json.fault("absentUntil", "NO_SECOND", "Somebody who stands in is needed");
        }
        return json.result(() -> new Wanted(
                member, Objects.requireNonNull(holder), Objects.requireNonNull(professional), second, absent, outside));
    }

    private static @Nullable Outside outside(StrictJson json, Regie.@Nullable Holder holder) {
        json.require("name");
        String name = json.text("name");
        String contact = json.text("contact");
        String organisation = json.text("organisation");
        if (holder == Regie.Holder.PARTNER && organisation == null) {
            json.require("organisation");
        }
        return name == null ? null : new Outside(name, contact, organisation);
    }

    static Reading<RegieDesk.Asking> asking(byte[] body) {
        StrictJson json = StrictJson.of(body).require("professional");
        UUID member = id(json, "member");
        String professional = person(json, "professional");
        return json.result(() -> new RegieDesk.Asking(member, Objects.requireNonNull(professional)));
    }

    /** A person answers for themselves; a system says for whom it answers. */
    static Reading<RegieDesk.Said> answer(byte[] body, @Nullable String caller) {
        StrictJson json = StrictJson.of(body).require("accepts");
        if (caller == null) {
            json.require("person");
        }
        Boolean accepts = json.bool("accepts");
        String told = person(json, "person");
        if (caller != null && told != null && !told.equals(caller)) {
            json.fault("person", "NOT_YOU", "A person answers for themselves");
        }
        String person = caller == null ? told : caller;
        return json.result(() -> new RegieDesk.Said(Objects.requireNonNull(accepts), Objects.requireNonNull(person)));
    }

    private static @Nullable String person(StrictJson json, String field) {
        return json.parsed(
                field, "PERSON", "A person as the identity provider names them: 1 to 64 of A-Z a-z 0-9 _ -", text -> {
                    if (!PERSON.matcher(text).matches()) {
                        throw new IllegalArgumentException("no person");
                    }
                    return text;
                });
    }

    private static @Nullable UUID id(StrictJson json, String field) {
        return json.parsed(field, "ID", "An id is expected", UUID::fromString);
    }
}
