package nl.sluis.adapter.partners.veiligthuis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.Violation;
import nl.sluis.adapter.source.DraftPerson;
import nl.sluis.adapter.source.Drafting;
import nl.sluis.adapter.source.XmlTree;
import nl.sluis.canonical.AssertionType;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.ProfessionalRole;
import nl.sluis.canonical.Purpose;
import nl.sluis.canonical.Urgency;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** A report to Veilig Thuis in the fields of {@code vtMeldingDi01}: who, what, who was informed or why not, and who reports. */
final class ReportReading {

    /** Fields of the situation that say something of themselves, each with its sort. */
    private static final Map<String, DataCategory> SITUATION = sorts();

    private static final Set<String> SUBJECT = Set.of("jeugdige", "kind");

    private final XmlTree tree;
    private final @Nullable Element report;
    private final @Nullable Element situation;
    private final List<DraftPerson> people = new ArrayList<>();
    private final Map<Element, DraftPerson> persons = new LinkedHashMap<>();
    private final List<Violation> faults = new ArrayList<>();

    ReportReading(XmlTree tree) {
        this.tree = tree;
        this.report = XmlTree.at(tree.root(), "object");
        this.situation = XmlTree.at(report, "betreft", "gerelateerde");
    }

    Translation translation() {
        for (Element involved : XmlTree.children(situation, "heeftBetrokken")) {
            person(involved);
        }
        if (people.stream().allMatch(DraftPerson::reporter)) {
            fault("betreft/gerelateerde/heeftBetrokken", "A report is about somebody, who is missing.");
        }
        if (!faults.isEmpty()) {
            return new Translation.Untranslatable(faults);
        }
        boolean told = situation();
        boolean informed = informing();
        if (!told) {
            fault("betreft/gerelateerde/omschrijvingZorgelijkeSituatie", "What is the matter is missing.");
        }
        if (!informed) {
            fault("informering", "Who was informed, or why somebody was not, is missing.");
        }
        reporter();
        return faults.isEmpty() ? translated() : new Translation.Untranslatable(faults);
    }

    private Translation translated() {
        tree.take(report, "identificatieVtMelding");
        tree.take(report, "datumMelding");
        tree.take(report, "datumIncident");
        Map<String, String> extra = extra();
        return tree.translation(new Drafting(MessageKind.VT_REPORT)
                .on(LegalBasis.MELDRECHT_WMO_5_2_6, Purpose.SAFETY)
                .by(
                        code(ProfessionalRole.values(), extra.get("rolMelder"), ProfessionalRole.OTHER),
                        code(Urgency.values(), extra.get("urgentie"), Urgency.ROUTINE))
                .inCase(extra.get("meldcodeZaak"))
                .about(people)
                .draft());
    }

    private void person(Element involved) {
        Element natural = XmlTree.at(involved, "gerelateerde");
        if (natural == null) {
            // Skipping it would give its number, and what lines with that number say, to the next person
            faults.add(new Violation(XmlTree.path(involved), "REQUIRED", "Who is involved is missing."));
            return;
        }
        String role = tree.take(involved, "jeugzorgrol");
        DraftPerson person = new DraftPerson("betrokkene-" + (people.size() + 1), Roles.place(role));
        people.add(person);
        persons.put(involved, person);
        new StufPerson(tree, natural)
                .read(person, Roles.standing(role, role != null && SUBJECT.contains(role.strip())));
    }

    /** Whether anything is said of what is the matter. */
    private boolean situation() {
        int before = sections();
        texts("incident", tree.take(report, "omschrijvingIncident"), DataCategory.SAFETY, subject());
        texts("plaats", tree.take(report, "locatieIncident"), DataCategory.SAFETY, subject());
        SITUATION.forEach((field, category) -> {
            for (String text : tree.takeAll(situation, field)) {
                texts(field, text, category, subject());
            }
        });
        boolean told = sections() > before;
        persons.forEach((involved, about) -> {
            texts(
                    "aanvullend",
                    tree.take(involved, "aanvullendeInformatieBetrokkenPersoon"),
                    DataCategory.OBSERVATION,
                    about);
            texts("minderjarige", tree.take(involved, "overigeZorgMinderjarige"), DataCategory.CRIMINAL, about);
        });
        tree.take(report, "indicatieAgenderingAfstemmingsoverlegGewenst");
        tree.take(report, "indicatieSASHIngevuld");
        texts("sash", tree.take(report, "SASHniveau"), DataCategory.SAFETY, subject());
        return told;
    }

    /** Lines as we write them become what they were; any other text is one statement of the reporter, of which no more is known. */
    private void texts(String part, @Nullable String text, DataCategory category, DraftPerson about) {
        if (text == null) {
            return;
        }
        List<ReportLines.Line> lines = new ArrayList<>();
        String rest = ReportLines.read(text, people.size(), lines);
        for (ReportLines.Line line : lines) {
            people.get(line.person() - 1)
                    .add("regel-" + (sections() + 1), line.category(), line.domain(), true, line.content());
        }
        if (rest != null) {
            about.add(part + "-" + (sections() + 1), category, null, true, told(rest));
        }
    }

    private static Content told(String text) {
        return new Content.Statement(text, AssertionType.REPORTED_BY, null, "melder");
    }

    private boolean informing() {
        InformingReading reading = new InformingReading(tree, people);
        return reading.read(report, subject());
    }

    private void reporter() {
        Element reporter = XmlTree.at(report, "isIngediendDoor", "gerelateerde");
        String name = tree.take(reporter, "naam");
        String code = tree.take(reporter, "instantiecode");
        tree.take(reporter, "maatschappelijkeActiviteit", "kvkNummer");
        if (name == null && code == null) {
            fault("isIngediendDoor/gerelateerde/naam", "Which organisation reports is missing.");
        }
        Element contact = XmlTree.at(report, "contactgegevensVerdiepingOpInfo");
        String who = tree.take(contact, "naamContactpersoon");
        tree.take(contact, "afdeling");
        List<String> phones = tree.takeAll(contact, "telefoonnummer");
        List<String> mails = tree.takeAll(contact, "eMail");
        if (who != null || !phones.isEmpty() || !mails.isEmpty()) {
            DraftPerson person = new DraftPerson("melder", HouseholdRole.OTHER);
            String words = String.join(", ", join(who, phones, mails));
            person.add(
                    "bereikbaar",
                    DataCategory.REPORTER_IDENTITY,
                    null,
                    false,
                    new Content.Statement(words, AssertionType.OBSERVED, null, null));
            people.add(person);
        }
    }

    private static List<String> join(@Nullable String who, List<String> phones, List<String> mails) {
        List<String> all = new ArrayList<>(who == null ? List.of() : List.of(who));
        all.addAll(phones);
        all.addAll(mails);
        return all;
    }

    private Map<String, String> extra() {
        Map<String, String> values = new LinkedHashMap<>();
        for (Element extra : XmlTree.children(XmlTree.at(report, "extraElementen"), "extraElement")) {
            String name = extra.getAttribute("naam");
            if (Set.of("meldcodeZaak", "urgentie", "rolMelder").contains(name)) {
                String value = tree.take(extra);
                if (value != null) {
                    values.put(name, value);
                }
            }
        }
        return values;
    }

    /** The first child, else the first who is involved; never who only reports. */
    private DraftPerson subject() {
        List<DraftPerson> involved =
                people.stream().filter(person -> !person.reporter()).toList();
        return involved.stream()
                .filter(person -> person.role() == HouseholdRole.CHILD)
                .findFirst()
                .orElse(involved.get(0));
    }

    private int sections() {
        return people.stream().mapToInt(person -> person.sections().size()).sum();
    }

    private void fault(String place, String message) {
        faults.add(new Violation("/vtMeldingDi01/object/" + place, "REQUIRED", message));
    }

    private static <E extends Enum<E>> E code(E[] codes, @Nullable String name, E otherwise) {
        return Arrays.stream(codes)
                .filter(code -> code.name().equals(name))
                .findFirst()
                .orElse(otherwise);
    }

    private static Map<String, DataCategory> sorts() {
        Map<String, DataCategory> fields = new LinkedHashMap<>();
        fields.put("omschrijvingZorgelijkeSituatie", DataCategory.SAFETY);
        fields.put("aanvullendeInformatie", DataCategory.OBSERVATION);
        fields.put("bestaandeHulpverlening", DataCategory.TREATMENT);
        fields.put("tijdelijkHuisverbod", DataCategory.SAFETY);
        fields.put("eergerelateerdGeweld", DataCategory.SAFETY);
        fields.put("relevanteRegistratie", DataCategory.CRIMINAL);
        fields.put("aanhouding", DataCategory.CRIMINAL);
        fields.put("aangifte", DataCategory.CRIMINAL);
        return fields;
    }
}
