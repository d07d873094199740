package nl.sluis.adapter.partners.debt;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.sluis.adapter.source.Ledger.Fate;
import nl.sluis.canonical.Bsn;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.HouseholdRole;
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
 * A {@code client} of DDAS. A citizen service number that fails the eleven test is accepted with a warning and never goes out: all
 * numbers of the published examples fail it.
 */
final class DdasClient {

    private static final Set<String> READ = Set.of(
            "Voorletters",
            "Voorvoegsel",
            "Achternaam",
            "Geboortedatum",
            "Geslachtsaanduiding",
            "Straatnaam",
            "Postcode",
            "Huisnummer",
            "Huisnummertoevoeging",
            "Plaatsnaam");

    private final JsonNode client;
    private final String below;
    private final PersonRef ref;
    private final DdasPlaces places;
    private final List<Section> sections = new ArrayList<>();

    /**
     * @param below where it stands in its item, with a slash behind it
     */
    DdasClient(JsonNode client, String below, PersonRef ref, DdasPlaces places) {
        this.client = client;
        this.below = below;
        this.ref = ref;
        this.places = places;
    }

    List<Section> sections(boolean mandatory) {
        PersonName name = new PersonName(
                null,
                DdasPlaces.text(client, "Voorletters"),
                DdasPlaces.text(client, "Voorvoegsel"),
                DdasPlaces.text(client, "Achternaam"));
        add("identity", DataCategory.IDENTITY, mandatory, new Content.Identity(name, birthDate(), sex()));
        Bsn bsn = bsn();
        if (bsn != null) {
            add("bsn", DataCategory.BSN, false, new Content.CitizenNumber(bsn));
        }
        address();
        for (String field : client.propertyNames()) {
            if (!field.equals("Burgerservicenummer")) {
                places.note(below + field, READ.contains(field) ? Fate.MAPPED : Fate.NOT_UNDERSTOOD);
            }
        }
        return sections;
    }

    /** Asked after the sections, which find what is at fault. */
    PersonDetails details() {
        Set<PersonIdentifier> numbers = new HashSet<>();
        for (Section section : sections) {
            if (section.content() instanceof Content.CitizenNumber citizen) {
                numbers.add(
                        new PersonIdentifier(PersonIdentifier.BSN, citizen.bsn().value()));
            }
        }
        PartialDate born = sections.get(0).content() instanceof Content.Identity identity
                ? identity.birthDate()
                : PartialDate.UNKNOWN;
        return new PersonDetails(ref, HouseholdRole.OTHER, numbers, born);
    }

    private PartialDate birthDate() {
        PartialDate born = places.date(client, "Geboortedatum", below);
        return born == null ? PartialDate.UNKNOWN : born;
    }

    private Sex sex() {
        return switch (client.path("Geslachtsaanduiding").asString("")) {
            case "Man" -> Sex.MALE;
            case "Vrouw" -> Sex.FEMALE;
            default -> Sex.UNKNOWN;
        };
    }

    private @Nullable Bsn bsn() {
        String field = "Burgerservicenummer";
        String text = DdasPlaces.text(client, field);
        Bsn bsn = text != null && text.matches("[0-9]{9}") ? new Bsn(text) : null;
        boolean valid = bsn != null && bsn.passesElevenTest();
        if (client.has(field)) {
            places.note(below + field, valid ? Fate.MAPPED : Fate.NOT_RELEASED);
        }
        if (text != null && !valid) {
            places.warn(
                    below + field,
                    "BSN_INVALID",
                    "Not a citizen service number: it fails the eleven test. It was left out.");
        }
        return valid ? bsn : null;
    }

    private void address() {
        String number = DdasPlaces.text(client, "Huisnummer");
        String suffix = DdasPlaces.text(client, "Huisnummertoevoeging");
        Content.Address address = new Content.Address(
                DdasPlaces.text(client, "Straatnaam"),
                number == null || suffix == null ? number : number + " " + suffix,
                DdasPlaces.text(client, "Postcode"),
                DdasPlaces.text(client, "Plaatsnaam"),
                null,
                false);
        boolean some =
                address.street() != null || number != null || address.postalCode() != null || address.city() != null;
        if (some) {
            add("address", DataCategory.ADDRESS, false, address);
        }
    }

    private void add(String part, DataCategory category, boolean mandatory, Content content) {
        sections.add(new Section(new SectionId(ref + ":" + part), ref, category, null, mandatory, content));
    }
}
