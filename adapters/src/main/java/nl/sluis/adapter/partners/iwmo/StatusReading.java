package nl.sluis.adapter.partners.iwmo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.Violation;
import nl.sluis.adapter.source.DraftPerson;
import nl.sluis.adapter.source.DraftPerson.Standing;
import nl.sluis.adapter.source.Drafting;
import nl.sluis.adapter.source.Ledger.Fate;
import nl.sluis.adapter.source.XmlTree;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonIdentifier;
import nl.sluis.canonical.PersonName;
import nl.sluis.canonical.ProfessionalRole;
import nl.sluis.canonical.Purpose;
import nl.sluis.canonical.Sex;
import nl.sluis.canonical.Urgency;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** One client and the state of the care: asked for, allocated, started or stopped, from when until when and by whom. */
final class StatusReading {

    private static final Map<String, String> WORDS =
            Map.of("301", "Toegewezen", "305", "Gestart", "307", "Gestopt", "315", "Gevraagd");

    /** The element around each product, by message. */
    private static final Map<String, List<String>> PRODUCTS = Map.of(
            "301", List.of("ToegewezenProducten", "ToegewezenProduct"),
            "305", List.of("StartProducten", "StartProduct"),
            "307", List.of("StopProducten", "StopProduct"),
            "315", List.of("Producten", "Product"));

    private final XmlTree tree;
    private final String message;
    private final boolean youth;

    StatusReading(XmlTree tree, String message, boolean youth) {
        this.tree = tree;
        this.message = message;
        this.youth = youth;
    }

    Translation translation() {
        List<Element> clients = XmlTree.children(XmlTree.at(tree.root(), "Clienten"), "Client");
        Element single = XmlTree.at(tree.root(), "Client");
        List<Element> all = clients.isEmpty() && single != null ? List.of(single) : clients;
        if (all.size() != 1) {
            return no("Clienten/Client", all.isEmpty() ? "REQUIRED" : "AMBIGUOUS", "One client a message.");
        }
        Element client = all.get(0);
        DraftPerson person = new DraftPerson("client", youth ? HouseholdRole.CHILD : HouseholdRole.OTHER);
        // Said of the client alone, but a relation may well live at the same address
        boolean secret = "1".equals(tree.take(client, "GeheimeClient"));
        person(person, client, Standing.SUBJECT, secret);
        number(person, client);
        List<DraftPerson> people = new ArrayList<>(List.of(person));
        for (Element relation : XmlTree.children(XmlTree.at(client, "Relaties"), "Relatie")) {
            DraftPerson other = new DraftPerson("relatie-" + people.size(), HouseholdRole.OTHER);
            person(other, relation, Standing.OTHER, secret);
            people.add(other);
        }
        int products = products(person, client);
        if (products == 0) {
            return no("Clienten/Client", "REQUIRED", "There is no product of which it is the state.");
        }
        tree.note(XmlTree.at(tree.root(), "Header"), Fate.MAPPED);
        MessageKind kind = message.equals("315") ? MessageKind.REFERRAL : MessageKind.FEEDBACK;
        return tree.translation(new Drafting(kind)
                .on(LegalBasis.CONSENT, youth ? Purpose.YOUTH_SUPPORT : Purpose.CARE)
                .by(ProfessionalRole.BEHANDELAAR, Urgency.ROUTINE)
                .about(people)
                .draft());
    }

    private void person(DraftPerson person, Element element, Standing standing, boolean secret) {
        Element name = XmlTree.at(element, "Naam");
        PersonName parts = new PersonName(
                tree.take(name, "Voornamen"),
                tree.take(name, "Voorletters"),
                tree.take(name, "Geslachtsnaam", "Voorvoegsel"),
                tree.take(name, "Geslachtsnaam", "Naam"));
        tree.take(name, "Geslachtsnaam", "NaamCode");
        tree.take(name, "NaamCode");
        person.identity(parts, born(element), sex(tree.take(element, "Geslacht")), standing);
        for (Element address : XmlTree.children(XmlTree.at(element, "Adressen"), "Adres")) {
            address(person, address, secret);
        }
        for (Element address : XmlTree.children(element, "Adres")) {
            address(person, address, secret);
        }
    }

    /** Law table 6.6 trap 14: an own number that is the citizen service number goes nowhere as an own number. */
    private void number(DraftPerson person, Element client) {
        Element bsn = XmlTree.at(client, "Bsn");
        String number = XmlTree.text(bsn);
        tree.note(bsn, person.bsn(number) ? Fate.MAPPED : Fate.NOT_UNDERSTOOD);
        Element own = XmlTree.at(client, "Clientnummer");
        boolean same = Objects.equals(number, XmlTree.text(own));
        tree.note(own, same ? Fate.NOT_RELEASED : Fate.MAPPED);
        if (!same) {
            person.known(PersonIdentifier.LOCAL, XmlTree.text(own));
        }
    }

    private int products(DraftPerson person, Element client) {
        List<String> names = Objects.requireNonNull(PRODUCTS.get(message));
        Element around = XmlTree.at(client, "Beschikking", names.get(0));
        Element list = around == null ? XmlTree.at(client, names.get(0)) : around;
        int count = 0;
        for (Element product : XmlTree.children(list, names.get(1))) {
            String category = tree.take(product, "Product", "Categorie");
            String code = tree.take(product, "Product", "Code");
            String reason = tree.take(product, "RedenBeeindiging");
            String start = tree.take(product, "Begindatum");
            String from = tree.take(product, "Ingangsdatum");
            String until = tree.take(product, "Einddatum");
            String provider = tree.take(product, "Aanbieder");
            String words = Stream.of(
                            WORDS.get(message) + ":",
                            category == null ? null : "categorie " + category,
                            code == null ? null : "product " + code,
                            reason == null ? null : "reden " + reason)
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" "));
            Content planned = new Content.Planned(words, known(start == null ? from : start), known(until), provider);
            person.add("product-" + ++count, DataCategory.PLANNING, null, true, planned);
        }
        return count;
    }

    private void address(DraftPerson person, Element element, boolean secret) {
        tree.take(element, "Soort");
        Element address = XmlTree.at(element, "Adres");
        String number = Stream.of(
                        tree.take(address, "Huis", "Huisnummer"),
                        tree.take(address, "Huis", "Huisletter"),
                        tree.take(address, "Huis", "HuisnummerToevoeging"))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        if (address != null) {
            person.address(new Content.Address(
                    tree.take(address, "Straatnaam"),
                    number.isEmpty() ? null : number,
                    tree.take(address, "Postcode"),
                    tree.take(address, "Plaatsnaam"),
                    tree.take(address, "LandCode"),
                    secret));
        }
        for (Element phone : XmlTree.children(XmlTree.at(element, "Telefoon"))) {
            person.contact("phone", tree.take(phone, "Telefoonnummer"));
            tree.take(phone, "Landnummer");
        }
        person.contact("email", tree.take(element, "Emailadres"));
    }

    private PartialDate born(Element person) {
        String text = tree.take(person, "Geboortedatum", "Datum");
        String use = tree.take(person, "Geboortedatum", "DatumGebruik");
        Element element = XmlTree.at(person, "Geboortedatum", "Datum");
        PartialDate date = known(text);
        if (text != null && date == null && element != null) {
            tree.fault(element, "NOT_A_DATE", "There is no such date.");
        }
        PartialDate part = date == null ? PartialDate.UNKNOWN : part(date, use);
        if (part == null) {
            tree.fault(
                    Objects.requireNonNull(XmlTree.at(person, "Geboortedatum", "DatumGebruik")),
                    "UNKNOWN_CODE",
                    "One of 1, 2 and 3 of COD170 is expected.");
        }
        return part == null ? PartialDate.UNKNOWN : part;
    }

    /** COD170: what is not known was filled with 01 or 1900. Null when the code is none of that list. */
    private static @Nullable PartialDate part(PartialDate date, @Nullable String use) {
        return switch (use == null ? "" : use) {
            case "" -> date;
            case "1" -> new PartialDate(date.year(), date.month(), 0);
            case "2" -> new PartialDate(date.year(), 0, 0);
            case "3" -> PartialDate.UNKNOWN;
            default -> null;
        };
    }

    private static @Nullable PartialDate known(@Nullable String text) {
        try {
            return text == null ? null : PartialDate.parse(text);
        } catch (IllegalArgumentException noDate) {
            return null;
        }
    }

    /** COD046: 1 male, 2 female. */
    private static Sex sex(@Nullable String code) {
        return "1".equals(code) ? Sex.MALE : "2".equals(code) ? Sex.FEMALE : Sex.UNKNOWN;
    }

    private static Translation no(String place, String code, String message) {
        return new Translation.Untranslatable(List.of(new Violation("/Bericht/" + place, code, message)));
    }
}
