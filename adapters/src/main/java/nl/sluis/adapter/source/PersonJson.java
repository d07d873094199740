package nl.sluis.adapter.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.sluis.canonical.Bsn;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonDetails;
import nl.sluis.canonical.PersonIdentifier;
import nl.sluis.canonical.PersonName;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.Section;
import nl.sluis.canonical.SectionId;
import nl.sluis.canonical.Sex;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What our own JSON says of a person (schemas/school-concern.schema.json, {@code person}): each part a section of its own, so that each can be withheld without the others. Parts that
 * are not given are not made up.
 */
public final class PersonJson {

    private static final List<String> NAME = List.of("given", "initials", "prefix", "family");

    private PersonJson() {}

    /** What deciding rests on. */
    public static PersonDetails details(JsonNode person) {
        String ref = person.path("ref").asString();
        Set<PersonIdentifier> identifiers = new HashSet<>();
        identifiers.add(new PersonIdentifier(PersonIdentifier.LOCAL, ref));
        if (person.has("bsn")) {
            identifiers.add(new PersonIdentifier(
                    PersonIdentifier.BSN, person.path("bsn").asString()));
        }
        HouseholdRole role = HouseholdRole.valueOf(person.path("role").asString());
        return new PersonDetails(new PersonRef(ref), role, identifiers, birthDate(person));
    }

    /** The sections of one person; their ids are the ref with the part behind a colon. */
    public static List<Section> of(JsonNode person, MessageKind kind, boolean identityMandatory) {
        String ref = person.path("ref").asString();
        List<Section> sections = new ArrayList<>();
        if (identified(person, kind)) {
            sections.add(section(ref, "identity", DataCategory.IDENTITY, identityMandatory, identity(person)));
        }
        if (person.has("bsn")) {
            Content number =
                    new Content.CitizenNumber(new Bsn(person.path("bsn").asString()));
            sections.add(section(ref, "bsn", DataCategory.BSN, false, number));
        }
        if (person.has("address")) {
            sections.add(section(ref, "address", DataCategory.ADDRESS, false, address(person.path("address"))));
        }
        JsonNode contact = person.path("contact");
        for (int i = 0; i < contact.size(); i++) {
            JsonNode point = contact.get(i);
            Content way = new Content.ContactPoint(
                    point.path("system").asString(), point.path("value").asString());
            sections.add(section(ref, "contact-" + (i + 1), DataCategory.CONTACT, false, way));
        }
        return sections;
    }

    /** The ids that {@link #of} can give a person, by which parts are there. */
    public static Set<String> idsOf(JsonNode person) {
        String ref = person.path("ref").asString();
        Set<String> ids = new HashSet<>();
        for (String part : List.of("bsn", "address")) {
            if (person.has(part)) {
                ids.add(ref + ":" + part);
            }
        }
        if (identified(person, MessageKind.SIGNAL)) {
            ids.add(ref + ":identity");
        }
        for (int i = 1; i <= person.path("contact").size(); i++) {
            ids.add(ref + ":contact-" + i);
        }
        return ids;
    }

    /** In a question for advice a birth date alone serves the decision and does not become a section. */
    private static boolean identified(JsonNode person, MessageKind kind) {
        boolean named = NAME.stream().anyMatch(person::has);
        return named || (kind != MessageKind.VT_ADVICE && (person.has("birthDate") || person.has("sex")));
    }

    private static Section section(String ref, String part, DataCategory category, boolean mandatory, Content content) {
        return new Section(new SectionId(ref + ":" + part), new PersonRef(ref), category, null, mandatory, content);
    }

    private static Content identity(JsonNode person) {
        PersonName name = new PersonName(
                text(person, "given"), text(person, "initials"), text(person, "prefix"), text(person, "family"));
        Sex sex = person.has("sex") ? Sex.valueOf(person.path("sex").asString()) : Sex.UNKNOWN;
        return new Content.Identity(name, birthDate(person), sex);
    }

    private static Content address(JsonNode address) {
        return new Content.Address(
                text(address, "street"),
                text(address, "houseNumber"),
                text(address, "postalCode"),
                text(address, "city"),
                text(address, "country"),
                address.path("secret").asBoolean(false));
    }

    private static PartialDate birthDate(JsonNode person) {
        return person.has("birthDate")
                ? PartialDate.parse(person.path("birthDate").asString())
                : PartialDate.UNKNOWN;
    }

    private static @Nullable String text(JsonNode owner, String field) {
        return owner.has(field) ? owner.path(field).asString() : null;
    }
}
