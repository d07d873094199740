package nl.sluis.adapter.partners.veiligthuis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.sluis.adapter.Violation;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.Person;
import nl.sluis.canonical.PersonName;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.Section;
import org.jspecify.annotations.Nullable;

/**
 * A request for inquiry (VTO) to the Raad voor de Kinderbescherming as {@code vtoDi01}: the children, who cares for them and
 * whether they were informed, and what is said as one document of text.
 */
final class InquiryWriting {

    private final Message message;
    private final Map<PersonRef, Integer> numbers = new LinkedHashMap<>();
    private final StufText xml = StufText.root("JZ:vtoDi01");

    InquiryWriting(Message message) {
        this.message = message;
        message.persons().forEach(person -> numbers.put(person.ref(), numbers.size() + 1));
    }

    /** What the message lacks of the minimum of the CORV regulation (law table 3.7), beside the profile {@code raad}. */
    List<Violation> missing() {
        List<Violation> missing = new ArrayList<>();
        for (Person carer : carers()) {
            if (informed(carer.ref()) == null) {
                String place = "/persons/" + message.persons().indexOf(carer);
                missing.add(new Violation(place, "INFORMING_MISSING", "Whether this person was informed, or why not."));
            }
        }
        if (document().isEmpty()) {
            missing.add(new Violation("/sections", "REQUIRED", "A request says what is the matter."));
        }
        missing.addAll(NameFaults.of(message, section -> true));
        return missing;
    }

    byte[] bytes() {
        new ControlData(
                        "Di01",
                        new ControlData.Party(message.sender().value(), "Sluis"),
                        new ControlData.Party(message.recipient().value(), "Raad"),
                        message.id().toString(),
                        Stuf.moment(message.sentAt()),
                        null,
                        "vtoDi01")
                .write(xml, "JZ:stuurgegevens");
        xml.entity("JZ:object", "ZAK")
                .leaf("ZKN:identificatie", "", message.id().toString());
        String day = Stuf.day(message.sentAt());
        xml.leaf("ZKN:startdatum", "", day).leaf("ZKN:registratiedatum", "", day);
        xml.open("StUF:extraElementen")
                .extra("urgentie", message.urgency().name())
                .close();
        sort("ZKN:isVan", "ZAKZKT", "Overwegen kinderbeschermingsmaatregel");
        children().forEach(this::child);
        carers().forEach(this::carer);
        xml.entity("ZKN:heeftAlsUitvoerende", "ZAKBTRUTV").entity("ZKN:gerelateerde", "BTR");
        xml.entity("ZKN:medewerker", "MDW").may("ZKN:achternaam", employee()).close();
        xml.entity("ZKN:nietNatuurlijkPersoon", "NNP");
        xml.leaf("BG:statutaireNaam", "", message.sender().value()).close(3);
        xml.entity("ZKN:heeftBetrekkingOpAndere", "ZAKZAKBTR").entity("ZKN:gerelateerde", "ZAK");
        sort("ZKN:isVan", "ZAKZKT", "Uitvoeren onderzoek kinderbeschermingsmaatregel");
        xml.close(2);
        attached(day);
        return xml.close(2).bytes();
    }

    private void sort(String name, String type, String sort) {
        xml.entity(name, type).entity("ZKN:gerelateerde", "ZKT");
        xml.leaf("ZKN:omschrijvingGeneriek", "", sort).close(2);
    }

    private void child(Person child) {
        xml.entity("ZKN:heeftBetrekkingOp", "ZAKOBJ").entity("ZKN:gerelateerde", "OBJ");
        xml.entity("ZKN:natuurlijkPersoon", "NPS");
        new PersonWriting(xml, about(child.ref())).child();
        xml.close(2).leaf("ZKN:omschrijving", "", "Client (kind)").close();
    }

    private void carer(Person carer) {
        xml.entity("ZKN:heeftAlsBelanghebbende", "ZAKBTRBLH").entity("ZKN:gerelateerde", "BTR");
        xml.entity("ZKN:natuurlijkPersoon", "NPS");
        new PersonWriting(xml, about(carer.ref())).reference();
        xml.close(2);
        String role = Roles.of(carer.role());
        xml.leaf("ZKN:omschrijving", "", role == null ? "overige verwant" : role);
        InformedPerson informed = informed(carer.ref());
        if (informed != null) {
            xml.open("StUF:extraElementen").extra("geinformeerd", informed.informed() ? "Ja" : "Nee");
            if (informed.reason() != null) {
                xml.extra("redenNietGeinformeerd", informed.reason());
            }
            xml.close();
        }
        xml.close();
    }

    private void attached(String day) {
        String text = String.join("\n", document());
        xml.entity("ZKN:heeftRelevant", "ZAKEDC").entity("ZKN:gerelateerde", "EDC");
        xml.leaf("ZKN:identificatie", "", message.id().toString());
        xml.leaf("ZKN:dct.omschrijving", "", "Verzoek tot onderzoek RvdK").leaf("ZKN:creatiedatum", "", day);
        String encoded = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        xml.leaf("ZKN:inhoud", "StUF:bestandsnaam=\"verzoek-tot-onderzoek.txt\"", encoded)
                .close(2);
    }

    /** Who the number in front of a line is, and every section that has no field. */
    private List<String> document() {
        List<String> lines = new ArrayList<>();
        for (Section section : message.sections()) {
            boolean fielded = section.content() instanceof Content.Identity
                    || section.content() instanceof Content.CitizenNumber
                    || InformedPerson.from(section.content()) != null;
            if (!fielded) {
                lines.add(ReportLines.write(numbers.getOrDefault(section.subject(), 1), section));
            }
        }
        if (lines.isEmpty()) {
            return lines;
        }
        List<String> whole = new ArrayList<>();
        for (Person person : message.persons()) {
            String name = family(person.ref());
            String role = Roles.of(person.role());
            whole.add("[" + numbers.get(person.ref()) + "] " + (role == null ? "overig" : role)
                    + (name == null ? "" : ": " + name));
        }
        whole.addAll(lines);
        return whole;
    }

    /** Who can be asked, when the message says so; null when it does not. */
    private @Nullable String employee() {
        return message.sections().stream()
                .filter(section -> section.category() == DataCategory.REPORTER_IDENTITY)
                .map(section -> section.content() instanceof Content.Identity identity
                        ? identity.name().family()
                        : null)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private List<Person> children() {
        return message.persons().stream()
                .filter(person -> person.role() == HouseholdRole.CHILD)
                .toList();
    }

    private List<Person> carers() {
        return message.persons().stream()
                .filter(person -> person.role() == HouseholdRole.PARENT || person.role() == HouseholdRole.GUARDIAN)
                .toList();
    }

    private @Nullable String family(PersonRef ref) {
        for (Section section : about(ref)) {
            if (section.content() instanceof Content.Identity identity) {
                PersonName name = identity.name();
                return name.family();
            }
        }
        return null;
    }

    private @Nullable InformedPerson informed(PersonRef ref) {
        for (Section section : about(ref)) {
            InformedPerson informed = InformedPerson.from(section.content());
            if (informed != null) {
                return informed;
            }
        }
        return null;
    }

    private List<Section> about(PersonRef ref) {
        return message.sections().stream()
                .filter(section -> section.subject().equals(ref))
                .toList();
    }
}
