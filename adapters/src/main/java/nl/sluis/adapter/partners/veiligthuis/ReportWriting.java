package nl.sluis.adapter.partners.veiligthuis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.sluis.adapter.Violation;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.Person;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.Section;
import org.jspecify.annotations.Nullable;

/** A report to Veilig Thuis as {@code vtMeldingDi01}. Only what stands in the message's own sections is written. */
final class ReportWriting {

    /** Said when no section tells who was informed: the sender's node asked for it before the report left (law table R24). */
    static final String AT_THE_REPORTER = "Niet in dit bericht; de melder heeft het vastgelegd in het meldcodedossier.";

    private final Message message;
    private final List<Person> involved;
    private final Map<PersonRef, Integer> numbers = new LinkedHashMap<>();
    private final StufText xml = StufText.root("JZ:vtMeldingDi01");

    ReportWriting(Message message) {
        this.message = message;
        this.involved = involved(message);
        for (Person person : involved) {
            numbers.put(person.ref(), numbers.size() + 1);
        }
    }

    /** Whom a report is about: who only reports is no party to it. */
    static List<Person> involved(Message message) {
        return message.persons().stream()
                .filter(person -> !onlyReports(message.sections().stream()
                        .filter(section -> section.subject().equals(person.ref()))
                        .toList()))
                .toList();
    }

    /** Whether sections name a reporter and say nothing else than who that is. */
    private static boolean onlyReports(List<Section> sections) {
        return sections.stream().anyMatch(ReportWriting::ofReporter)
                && sections.stream().allMatch(section -> ofReporter(section) || tellsWho(section.content()));
    }

    static boolean ofReporter(Section section) {
        return section.category() == DataCategory.REPORTER_IDENTITY;
    }

    private static boolean tellsWho(Content content) {
        return switch (content) {
            case Content.Identity identity -> true;
            case Content.CitizenNumber number -> true;
            case Content.Address address -> true;
            case Content.ContactPoint contact -> true;
            default -> false;
        };
    }

    /** What the message lacks beside the profile {@code veilig-thuis}; empty when it can be written. */
    List<Violation> missing() {
        List<Violation> missing = new ArrayList<>();
        if (involved.isEmpty()) {
            missing.add(new Violation("/persons", "REQUIRED", "A report is about somebody."));
        }
        missing.addAll(
                NameFaults.of(message, section -> numbers.containsKey(section.subject()) && !ofReporter(section)));
        return missing;
    }

    byte[] bytes() {
        ControlData control = new ControlData(
                "Di01",
                new ControlData.Party(message.sender().value(), "Sluis"),
                new ControlData.Party(message.recipient().value(), "Veilig Thuis"),
                message.id().toString(),
                Stuf.moment(message.sentAt()),
                null,
                "vtMeldingDi01");
        control.write(xml, "JZ:stuurgegevens");
        xml.entity("JZ:object", "VTM");
        xml.need("JZ:identificatieVtMelding", message.id().toString());
        xml.need("JZ:datumMelding", Stuf.day(message.sentAt()));
        xml.need("JZ:datumIncident", incident());
        xml.need("JZ:locatieIncident", null).need("JZ:omschrijvingIncident", null);
        xml.indicator("JZ:indicatieAgenderingAfstemmingsoverlegGewenst", null);
        contact();
        xml.may("JZ:informering", notInformed()).leaf("JZ:indicatieSASHIngevuld", "", "Nee");
        xml.open("StUF:extraElementen").extra("urgentie", message.urgency().name());
        xml.extra("rolMelder", message.senderRole().name()).close();
        situation();
        informed();
        xml.entity("JZ:isIngediendDoor", "VTMBTR").entity("JZ:gerelateerde", "BTR");
        xml.may("ZKN:naam", message.sender().value()).close(2);
        return xml.close(2).bytes();
    }

    private void situation() {
        xml.entity("JZ:betreft", "VTMZOS").entity("JZ:gerelateerde", "ZOS");
        xml.need("JZ:omschrijvingZorgelijkeSituatie", lines(told()));
        for (Person person : involved) {
            PersonWriting writing = new PersonWriting(xml, asParty(person.ref()));
            xml.entity("JZ:heeftBetrokken", "ZOSNPS").entity("JZ:gerelateerde", "NPS");
            writing.person();
            xml.close().need("JZ:jeugzorgrol", Roles.of(person.role()));
            xml.may("JZ:aanvullendeInformatieBetrokkenPersoon", lines(more(writing)));
            xml.close();
        }
        xml.close(2);
    }

    /** What is the matter: everything that is said in words, of anybody. */
    private List<Section> told() {
        return message.sections().stream()
                .filter(section -> section.content() instanceof Content.Statement)
                .filter(section -> section.category() != DataCategory.REPORTER_IDENTITY)
                .toList();
    }

    /** What else is known of a person and has no field of its own. */
    private static List<Section> more(PersonWriting writing) {
        return writing.rest().stream()
                .filter(section -> !(section.content() instanceof Content.Statement))
                .filter(section -> InformedPerson.from(section.content()) == null)
                .toList();
    }

    private @Nullable String lines(List<Section> sections) {
        List<String> lines = new ArrayList<>();
        for (Section section : sections) {
            lines.add(ReportLines.write(numbers.getOrDefault(section.subject(), 1), section));
        }
        return lines.isEmpty() ? null : String.join("\n", lines);
    }

    private void informed() {
        for (Section section : message.sections()) {
            InformedPerson informed = InformedPerson.from(section.content());
            if (informed != null && informed.informed() && numbers.containsKey(section.subject())) {
                xml.entity("JZ:isGeinformeerdAan", "VTMNPS").entity("JZ:gerelateerde", "NPS");
                new PersonWriting(xml, asParty(section.subject())).reference();
                xml.close().may("JZ:wijzeVanInformering", informed.manner());
                xml.indicator("JZ:indicatieGereageerd", informed.reacted());
                xml.may("JZ:strekkingReactie", informed.reaction()).may("JZ:datumGeinformeerd", informed.at());
                xml.close();
            }
        }
    }

    /** Null when the informing can be told person by person. */
    private @Nullable String notInformed() {
        List<String> lines = new ArrayList<>();
        boolean said = false;
        for (Section section : message.sections()) {
            InformedPerson informed = InformedPerson.from(section.content());
            boolean party = informed != null && numbers.containsKey(section.subject());
            said = said || party;
            if (party && informed != null && !informed.informed()) {
                String reason = informed.reason() == null
                        ? "reden onbekend"
                        : informed.reason().replace('\n', ' ');
                lines.add("[" + numbers.getOrDefault(section.subject(), 1) + "] Niet geïnformeerd: " + reason);
            }
        }
        return said ? (lines.isEmpty() ? null : String.join("\n", lines)) : AT_THE_REPORTER;
    }

    private void contact() {
        xml.open("JZ:contactgegevensVerdiepingOpInfo");
        for (Section section : message.sections()) {
            boolean reporter = section.category() == DataCategory.REPORTER_IDENTITY;
            String name = section.content() instanceof Content.Statement statement
                    ? statement.text()
                    : section.content() instanceof Content.Identity identity
                            ? identity.name().family()
                            : null;
            if (reporter && name != null) {
                xml.leaf("JZ:naamContactpersoon", "", name);
                break;
            }
        }
        xml.close();
    }

    /** The day of the first thing that somebody saw, when it is known whole. */
    private @Nullable String incident() {
        return told().stream()
                .map(section -> ((Content.Statement) section.content()).observedOn())
                .filter(date -> date != null && date.complete())
                .map(PartialDate::toString)
                .min(String::compareTo)
                .map(date -> date.replace("-", ""))
                .orElse(null);
    }

    /** Without what names the reporter, who may also be a party. */
    private List<Section> asParty(PersonRef ref) {
        return about(ref).stream().filter(section -> !ofReporter(section)).toList();
    }

    private List<Section> about(PersonRef ref) {
        return message.sections().stream()
                .filter(section -> section.subject().equals(ref))
                .toList();
    }
}
