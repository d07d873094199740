package nl.sluis.adapter.partners.veiligthuis;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.Person;
import nl.sluis.canonical.PersonName;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.ProfessionalRole;
import nl.sluis.canonical.Section;
import nl.sluis.canonical.Sex;
import nl.sluis.canonical.Urgency;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A report to Veilig Thuis as the form that its regions ask professionals to fill in: who reports, whom it is about and whether
 * they know, and what is the matter, fact by fact. Everything of the message stands in it; schema: {@code forms/vt-report.xsd}.
 */
final class ReportForm {

    /** The namespace of the form; ours, for no region publishes one. */
    static final String NAMESPACE = "urn:nl:sluis:vt-meldformulier:1";

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
    private static final ZoneId DUTCH = ZoneId.of("Europe/Amsterdam");

    private final Message message;
    private final Document document;
    private final Map<PersonRef, Integer> numbers = new LinkedHashMap<>();

    private ReportForm(Message message, Document document) {
        this.message = message;
        this.document = document;
        ReportWriting.involved(message).forEach(person -> numbers.put(person.ref(), numbers.size() + 1));
    }

    /** Fills a new document with the form. */
    static void fill(Document empty, Message message) {
        new ReportForm(message, empty).fill();
    }

    private void fill() {
        Element form = document.createElementNS(NAMESPACE, "meldformulier");
        document.appendChild(form);
        form.setAttribute("kenmerk", message.id().toString());
        form.setAttribute("verzonden", MOMENT.format(message.sentAt().atZone(DUTCH)));
        form.setAttribute("spoed", words(message.urgency()));
        reporter(add(form, "melder", null));
        Element involved = add(form, "betrokkenen", null);
        ReportWriting.involved(message).forEach(person -> involved(add(involved, "betrokkene", null), person));
        if (message.sections().stream().noneMatch(section -> informing(section) != null)) {
            add(form, "informering", ReportWriting.AT_THE_REPORTER);
        }
        Element told = add(form, "zorgen", null);
        Element rest = add(form, "overig", null);
        message.sections().stream()
                .filter(section -> !ReportWriting.ofReporter(section))
                .forEach(section -> {
                    if (section.content() instanceof Content.Statement statement) {
                        told(about(add(told, "zorg", statement.text()), section), statement);
                    } else if (informing(section) == null && !ofPerson(section.content())) {
                        about(add(rest, "gegeven", ReportLines.words(section.content())), section);
                    }
                });
    }

    private void reporter(Element reporter) {
        add(reporter, "organisatie", message.sender().value());
        add(reporter, "functie", words(message.senderRole()));
        for (Section section : message.sections()) {
            // Of who only reports, and is no party, nothing stands elsewhere
            if (ReportWriting.ofReporter(section) || !numbers.containsKey(section.subject())) {
                add(reporter, "contact", ofReporter(section.content()));
            }
        }
    }

    private static String ofReporter(Content content) {
        return switch (content) {
            case Content.Identity identity ->
                joined(
                        whole(identity.name()),
                        identity.birthDate().year() > 0 ? "geboren " + identity.birthDate() : null,
                        identity.sex() == Sex.UNKNOWN ? null : words(identity));
            case Content.CitizenNumber number -> "BSN " + number.bsn().value();
            default -> ReportLines.words(content);
        };
    }

    private void involved(Element involved, Person person) {
        involved.setAttribute("nr", String.valueOf(numbers.get(person.ref())));
        involved.setAttribute("rol", words(person.role()));
        for (Section section : message.sections()) {
            if (section.subject().equals(person.ref()) && !ReportWriting.ofReporter(section)) {
                particulars(involved, section.content());
            }
        }
        for (Section section : message.sections()) {
            InformedPerson informed = section.subject().equals(person.ref()) ? informing(section) : null;
            if (informed != null) {
                informed(
                        add(involved, "informering", informed.informed() ? informed.reaction() : informed.reason()),
                        informed);
            }
        }
    }

    private void particulars(Element involved, Content content) {
        switch (content) {
            case Content.Identity identity -> {
                add(involved, "naam", whole(identity.name()));
                add(involved, "geboortedatum", identity.birthDate().toString());
                add(involved, "geslacht", words(identity));
            }
            case Content.CitizenNumber number ->
                add(involved, "bsn", number.bsn().value());
            case Content.Address address ->
                add(
                                involved,
                                "adres",
                                joined(
                                        address.street(),
                                        address.houseNumber(),
                                        address.postalCode(),
                                        address.city(),
                                        address.country()))
                        .setAttribute("geheim", String.valueOf(address.secret()));
            case Content.ContactPoint contact ->
                add(involved, "bereikbaar", contact.value()).setAttribute("soort", clean(contact.system()));
            default -> {
                // Stands under what is the matter, or under the rest
            }
        }
    }

    private static boolean ofPerson(Content content) {
        return content instanceof Content.Identity
                || content instanceof Content.CitizenNumber
                || content instanceof Content.Address
                || content instanceof Content.ContactPoint;
    }

    private static void informed(Element element, InformedPerson informed) {
        element.setAttribute("geinformeerd", String.valueOf(informed.informed()));
        attribute(element, "wijze", informed.manner());
        attribute(element, "datum", informed.at());
        attribute(
                element,
                "gereageerd",
                informed.reacted() == null ? null : informed.reacted().toString());
    }

    private void told(Element element, Content.Statement statement) {
        element.setAttribute("wijze", Objects.requireNonNull(ReportLines.WORDS.get(statement.assertion())));
        PartialDate on = statement.observedOn();
        attribute(element, "datum", on == null ? null : on.toString());
        attribute(element, "bron", statement.source());
    }

    private Element about(Element element, Section section) {
        Integer number = numbers.get(section.subject());
        attribute(element, "betrokkene", number == null ? null : number.toString());
        element.setAttribute("soort", section.category().name());
        attribute(
                element,
                "leefgebied",
                section.lifeDomain() == null ? null : section.lifeDomain().dutchName());
        return element;
    }

    private Element add(Element parent, String name, @Nullable String text) {
        Element element = document.createElementNS(NAMESPACE, name);
        parent.appendChild(element);
        if (text != null) {
            element.setTextContent(clean(text));
        }
        return element;
    }

    private static void attribute(Element element, String name, @Nullable String value) {
        if (value != null) {
            element.setAttribute(name, clean(value));
        }
    }

    /** One way to end a line, and no character that XML cannot have. */
    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .forEach(point -> clean.appendCodePoint(StufText.allowed(point) ? point : 0xFFFD));
        return clean.toString();
    }

    private static @Nullable InformedPerson informing(Section section) {
        return InformedPerson.from(section.content());
    }

    private static String whole(PersonName name) {
        return joined(name.given() == null ? name.initials() : name.given(), name.prefix(), name.family());
    }

    private static String joined(@Nullable String... parts) {
        return Stream.of(parts)
                .filter(Objects::nonNull)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
    }

    private static String words(Urgency urgency) {
        return switch (urgency) {
            case ROUTINE -> "gewoon";
            case PRIORITY -> "met voorrang";
            case ACUTE -> "acuut gevaar";
        };
    }

    private static String words(HouseholdRole role) {
        return switch (role) {
            case CHILD -> "kind";
            case PARENT -> "ouder, gezag niet benoemd";
            case GUARDIAN -> "voogd";
            case PARTNER -> "partner";
            case OTHER -> "overig";
        };
    }

    private static String words(Content.Identity identity) {
        return switch (identity.sex()) {
            case MALE -> "man";
            case FEMALE -> "vrouw";
            case OTHER -> "anders";
            case UNKNOWN -> "niet bekend";
        };
    }

    private static String words(ProfessionalRole role) {
        return switch (role) {
            case INTERN_BEGELEIDER -> "intern begeleider";
            case LEERKRACHT -> "leerkracht";
            case ARTS -> "arts";
            case BEHANDELAAR -> "behandelaar";
            case WOONCONSULENT -> "woonconsulent";
            case SCHULDHULPVERLENER -> "schuldhulpverlener";
            case REGISSEUR -> "regisseur";
            case AANDACHTSFUNCTIONARIS -> "aandachtsfunctionaris";
            case OTHER -> "andere functie";
        };
    }
}
