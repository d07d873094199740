package nl.sluis.adapter.partners.debt;

import java.util.List;
import java.util.stream.Stream;
import nl.sluis.adapter.Violation;
import nl.sluis.adapter.partners.debt.DdasAdapter.Model;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonName;
import nl.sluis.canonical.Sex;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The {@code client} of DDAS. What it has no field for is a fault with its place: nothing is left out in silence, and no name is shortened. */
final class ClientWriting {

    private final ObjectNode client;
    private final Model model;
    private final List<Violation> faults;

    ClientWriting(ObjectNode client, Model model, List<Violation> faults) {
        this.client = client;
        this.model = model;
        this.faults = faults;
    }

    void identity(Content.Identity identity, String at) {
        PersonName name = identity.name();
        if (model == Model.VS) {
            if (name.given() != null && name.initials() == null) {
                fault(at, "NO_PLACE", "DDAS has initials and no given name.");
            }
            put("Voorletters", name.initials());
            put("Voorvoegsel", name.prefix());
            put("Achternaam", name.family());
        } else if (Stream.of(name.given(), name.initials(), name.prefix(), name.family())
                .anyMatch(part -> part != null)) {
            fault(at, "NO_PLACE", "DDAS for debt help has no names.");
        }
        if (!identity.birthDate().equals(PartialDate.UNKNOWN)) {
            put("Geboortedatum", DdasWriting.day(identity.birthDate(), at, faults));
        }
        sex(identity.sex(), at);
    }

    private void sex(Sex sex, String at) {
        switch (sex) {
            case MALE -> put("Geslachtsaanduiding", "Man");
            case FEMALE -> put("Geslachtsaanduiding", "Vrouw");
            case OTHER -> fault(at, "NO_PLACE", "DDAS has no word for this sex here.");
            case UNKNOWN -> {}
        }
    }

    void number(Content.CitizenNumber number, String at) {
        if (number.bsn().passesElevenTest()) {
            put("Burgerservicenummer", number.bsn().value());
        } else {
            fault(at, "BSN_INVALID", "Not a citizen service number: it fails the eleven test.");
        }
    }

    void address(Content.Address address, String at) {
        if (address.secret() || (address.country() != null && !address.country().equals("NL"))) {
            fault(at, "NO_PLACE", "DDAS cannot say that an address is secret, or in another country.");
        }
        if (model == Model.SHV && (address.street() != null || address.city() != null)) {
            fault(at, "NO_PLACE", "DDAS for debt help has a postal code and a house number only.");
        }
        put("Straatnaam", address.street());
        put("Postcode", address.postalCode());
        String number = address.houseNumber();
        int space = number == null ? -1 : number.indexOf(' ');
        put("Huisnummer", number == null || space < 0 ? number : number.substring(0, space));
        put("Huisnummertoevoeging", number == null || space < 0 ? null : number.substring(space + 1));
        put("Plaatsnaam", address.city());
    }

    private void put(String field, @Nullable String text) {
        if (text != null) {
            client.put(field, text);
        }
    }

    private void fault(String at, String code, String message) {
        faults.add(new Violation(at, code, message));
    }
}
