package nl.sluis.adapter.partners.veiligthuis;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.PersonName;
import nl.sluis.canonical.Section;
import nl.sluis.canonical.Sex;
import org.jspecify.annotations.Nullable;

/**
 * A person in the fields that StUF-BG has; what has no field, or does not fit it, is left in {@link #rest()}. Names that do not fit were
 * refused before ({@link NameFaults}).
 */
final class PersonWriting {

    private static final Pattern HOUSE =
            Pattern.compile("([1-9][0-9]{0,4})(?: ?([A-Za-z]))?(?:[ -]([A-Za-z0-9]{1,4}))?");
    private static final Pattern POSTAL_CODE = Pattern.compile("[1-9][0-9]{3} ?[A-Z]{2}");
    private static final int LONGEST_PLACE = 80;
    private static final int LONGEST_PHONE = 20;

    private final StufText xml;
    private final List<Section> sections;
    private final List<Section> rest = new ArrayList<>();

    PersonWriting(StufText xml, List<Section> sections) {
        this.xml = xml;
        this.sections = sections;
    }

    /** The selection of somebody who is involved. */
    void person() {
        Content.Identity identity = identity();
        number();
        name(identity == null ? null : identity.name());
        xml.need("BG:geslachtsaanduiding", identity == null ? null : sex(identity.sex()));
        if (identity != null) {
            xml.date("BG:geboortedatum", identity.birthDate());
        }
        Section home = home();
        for (Section section : sections) {
            Content content = section.content();
            boolean fielded = content instanceof Content.Identity || content instanceof Content.CitizenNumber;
            if (content instanceof Content.ContactPoint contact && phone(contact)) {
                xml.leaf("BG:telefoonnummer", "", contact.value());
            } else if (!fielded && !section.equals(home)) {
                rest.add(section);
            }
        }
        if (home != null && home.content() instanceof Content.Address address) {
            address(address);
        }
    }

    /** The selection of somebody who is meant: enough to know who. */
    void reference() {
        Content.Identity identity = identity();
        number();
        name(identity == null ? null : identity.name());
    }

    /** The selection of a child in a request for inquiry. */
    void child() {
        Content.Identity identity = identity();
        number();
        name(identity == null ? null : identity.name());
        if (identity != null) {
            xml.need("BG:geslachtsaanduiding", sex(identity.sex())).date("BG:geboortedatum", identity.birthDate());
        }
    }

    /** What had no field. */
    List<Section> rest() {
        return rest;
    }

    private void number() {
        for (Section section : sections) {
            if (section.content() instanceof Content.CitizenNumber number
                    && number.bsn().passesElevenTest()) {
                xml.leaf("BG:inp.bsn", "", number.bsn().value());
                return;
            }
        }
    }

    private void name(@Nullable PersonName name) {
        xml.need("BG:geslachtsnaam", NameFaults.surname(name));
        xml.may("BG:voorvoegselGeslachtsnaam", NameFaults.prefix(name));
        xml.may("BG:voornamen", NameFaults.given(name));
    }

    /** The first address that the fields can hold. */
    private @Nullable Section home() {
        return sections.stream()
                .filter(section -> section.content() instanceof Content.Address address && fits(address))
                .findFirst()
                .orElse(null);
    }

    private void address(Content.Address home) {
        Matcher house = HOUSE.matcher(home.houseNumber() == null ? "" : home.houseNumber());
        if (house.matches()) {
            xml.open("BG:feitelijkVerblijfsadresBinnenland").need("BG:wpl.woonplaatsNaam", home.city());
            xml.need("BG:gor.openbareRuimteNaam", home.street());
            xml.may(
                    "BG:aoa.postcode",
                    home.postalCode() == null ? null : home.postalCode().replace(" ", ""));
            xml.leaf("BG:aoa.huisnummer", "", house.group(1)).may("BG:aoa.huisletter", house.group(2));
            xml.may("BG:aoa.huisnummertoevoeging", house.group(3)).close();
        }
    }

    /** The form has no place for secrecy, so a secret address goes in words that say so. */
    private static boolean fits(Content.Address address) {
        boolean dutch = address.country() == null || address.country().equals("NL");
        boolean house = address.houseNumber() != null
                && HOUSE.matcher(address.houseNumber()).matches();
        boolean code = address.postalCode() == null
                || POSTAL_CODE.matcher(address.postalCode()).matches();
        return dutch
                && house
                && code
                && !address.secret()
                && shortEnough(address.city())
                && shortEnough(address.street());
    }

    private static boolean shortEnough(@Nullable String place) {
        return place != null && place.length() <= LONGEST_PLACE;
    }

    private static boolean phone(Content.ContactPoint contact) {
        return contact.system().equals("phone") && contact.value().length() <= LONGEST_PHONE;
    }

    private Content.@Nullable Identity identity() {
        for (Section section : sections) {
            if (section.content() instanceof Content.Identity identity) {
                return identity;
            }
        }
        return null;
    }

    private static @Nullable String sex(Sex sex) {
        return switch (sex) {
            case MALE -> "M";
            case FEMALE -> "V";
            case OTHER -> "O";
            case UNKNOWN -> null;
        };
    }
}
