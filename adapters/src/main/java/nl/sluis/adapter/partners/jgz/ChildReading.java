package nl.sluis.adapter.partners.jgz;

import java.util.List;
import java.util.Locale;
import nl.sluis.adapter.source.DraftPerson;
import nl.sluis.adapter.source.DraftPerson.Standing;
import nl.sluis.adapter.source.Hl7Date;
import nl.sluis.adapter.source.Ledger.Fate;
import nl.sluis.adapter.source.XmlTree;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonIdentifier;
import nl.sluis.canonical.PersonName;
import nl.sluis.canonical.Sex;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** The child of a file: name, birth date, sex, numbers, addresses and how to reach them. */
final class ChildReading {

    private static final String BSN = "2.16.840.1.113883.2.4.6.3";

    private final XmlTree tree;
    private final Element patient;

    ChildReading(XmlTree tree, Element patient) {
        this.tree = tree;
        this.patient = patient;
    }

    /** The person; a child when under eighteen on a day. */
    DraftPerson child(PartialDate at) {
        Element self = XmlTree.at(patient, "patientPerson");
        PartialDate born = born(self);
        DraftPerson child = new DraftPerson("jeugdige", DraftPerson.patient(born, at));
        child.identity(name(self), born, sex(XmlTree.at(self, "administrativeGenderCode")), Standing.SUBJECT);
        XmlTree.children(patient, "id").forEach(id -> number(child, id));
        XmlTree.children(patient, "addr").forEach(address -> address(child, address));
        XmlTree.children(patient, "telecom").forEach(telecom -> contact(child, telecom));
        for (String each : List.of("templateId", "statusCode")) {
            XmlTree.children(patient, each).forEach(part -> tree.note(part, Fate.MAPPED));
        }
        return child;
    }

    /** The first name with a surname; others, such as the name that a child is called by, are not understood. */
    private PersonName name(@Nullable Element self) {
        for (Element name : XmlTree.children(self, "name")) {
            String family = own(name, "family");
            if (family != null) {
                return new PersonName(own(name, "given"), null, own(name, "prefix"), family);
            }
        }
        return new PersonName(null, null, null, null);
    }

    /** The part of a person's own name: what is the name of a partner (SP), or what a person is called (CL), is left. */
    private @Nullable String own(Element name, String part) {
        for (Element each : XmlTree.children(name, part)) {
            String qualifier = " " + String.valueOf(XmlTree.attribute(each, "qualifier")) + " ";
            if (!qualifier.contains(" SP ") && !qualifier.contains(" CL ")) {
                tree.note(each, Fate.MAPPED);
                return XmlTree.text(each);
            }
        }
        return null;
    }

    private PartialDate born(@Nullable Element self) {
        Element time = XmlTree.at(self, "birthTime");
        String text = XmlTree.attribute(time, "value");
        PartialDate date = Hl7Date.read(text);
        tree.note(time, Fate.MAPPED);
        if (time != null && text != null && date == null) {
            tree.fault(time, "NOT_A_DATE", "There is no such date.");
        }
        return date == null ? PartialDate.UNKNOWN : date;
    }

    private Sex sex(@Nullable Element code) {
        String text = XmlTree.attribute(code, "code");
        Sex sex = switch (text == null ? "" : text.toUpperCase(Locale.ROOT)) {
            case "M" -> Sex.MALE;
            case "F" -> Sex.FEMALE;
            case "UN" -> Sex.OTHER;
            default -> Sex.UNKNOWN;
        };
        tree.note(code, sex == Sex.UNKNOWN ? Fate.NOT_UNDERSTOOD : Fate.MAPPED);
        return sex;
    }

    /** A number that fails the eleven test is not taken for a citizen service number; others are the organisation's own. */
    private void number(DraftPerson child, Element id) {
        String number = XmlTree.attribute(id, "extension");
        boolean taken = BSN.equals(XmlTree.attribute(id, "root"))
                ? child.bsn(number)
                : child.known(PersonIdentifier.LOCAL, number);
        tree.note(id, taken ? Fate.MAPPED : Fate.NOT_UNDERSTOOD);
    }

    private void address(DraftPerson child, Element address) {
        String street = tree.take(address, "streetName");
        String number = tree.take(address, "houseNumber");
        String code = tree.take(address, "postalCode");
        String city = tree.take(address, "city");
        String country = tree.take(address, "country");
        if (street != null || code != null || city != null) {
            child.address(new Content.Address(street, number, code, city, country, false));
        }
    }

    private void contact(DraftPerson child, Element telecom) {
        String value = XmlTree.attribute(telecom, "value");
        int colon = value == null ? -1 : value.indexOf(':');
        String scheme = value == null || colon < 0 ? "" : value.substring(0, colon);
        boolean phone = scheme.equals("tel");
        boolean known = phone || scheme.equals("mailto");
        tree.note(telecom, known ? Fate.MAPPED : Fate.NOT_UNDERSTOOD);
        if (value != null && known) {
            child.contact(phone ? "phone" : "email", value.substring(colon + 1));
        }
    }
}
