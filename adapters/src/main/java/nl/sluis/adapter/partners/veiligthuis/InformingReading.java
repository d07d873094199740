package nl.sluis.adapter.partners.veiligthuis;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.sluis.adapter.source.DraftPerson;
import nl.sluis.adapter.source.DraftPerson.Standing;
import nl.sluis.adapter.source.XmlTree;
import nl.sluis.canonical.AssertionType;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonIdentifier;
import nl.sluis.canonical.PersonName;
import nl.sluis.canonical.Sex;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Who was informed of a report, and who was not and why: {@code isGeinformeerdAan} and {@code informering}. */
final class InformingReading {

    /** As we write it for somebody who was not informed; any other text stays a text. */
    static final Pattern NOT_INFORMED = Pattern.compile("\\[(\\d{1,3})] Niet geïnformeerd: (.{1,300})");

    private static final Map<String, Boolean> YES_OR_NO = Map.of("Ja", true, "Nee", false);

    private final XmlTree tree;
    private final List<DraftPerson> people;

    InformingReading(XmlTree tree, List<DraftPerson> people) {
        this.tree = tree;
        this.people = people;
    }

    /** Whether the report says anything of it. */
    boolean read(@Nullable Element report, DraftPerson subject) {
        boolean said = false;
        for (Element relation : XmlTree.children(report, "isGeinformeerdAan")) {
            Element natural = XmlTree.at(relation, "gerelateerde");
            if (natural != null) {
                said = true;
                add(person(natural), informed(relation));
            }
        }
        String text = tree.take(report, "informering");
        if (text != null) {
            text.lines().forEach(line -> line(line, subject));
        }
        return said || text != null;
    }

    /** The group {@code informering} of a generic report. */
    void group(@Nullable Element group, DraftPerson about) {
        String informed = tree.take(group, "indicatieGeinformeerd");
        String at = tree.take(group, "datum");
        String reaction = tree.take(group, "reactie");
        String reason = tree.take(group, "redenNietGeinformeerd");
        Boolean yes = informed == null ? null : YES_OR_NO.get(informed);
        if (yes != null) {
            add(about, new InformedPerson(yes, at, null, reaction == null ? null : Boolean.TRUE, reaction, reason));
        }
    }

    private InformedPerson informed(Element relation) {
        String reacted = tree.take(relation, "indicatieGereageerd");
        return new InformedPerson(
                true,
                tree.take(relation, "datumGeinformeerd"),
                tree.take(relation, "wijzeVanInformering"),
                reacted == null ? null : YES_OR_NO.get(reacted),
                tree.take(relation, "strekkingReactie"),
                null);
    }

    private void line(String line, DraftPerson subject) {
        Matcher not = NOT_INFORMED.matcher(line.strip());
        int number = not.matches() ? Integer.parseInt(not.group(1)) : 0;
        if (number >= 1 && number <= people.size()) {
            add(people.get(number - 1), new InformedPerson(false, null, null, null, null, not.group(2)));
        } else if (!line.isBlank()) {
            Content said = new Content.Statement(line.strip(), AssertionType.REPORTED_BY, null, "melder");
            subject.add(part(subject), DataCategory.OBSERVATION, null, false, said);
        }
    }

    private static void add(DraftPerson person, InformedPerson informed) {
        person.add(part(person), DataCategory.OBSERVATION, null, false, informed.content());
    }

    private static String part(DraftPerson person) {
        return "informering-" + (person.sections().size() + 1);
    }

    /** By number; else by name when not both have a number and one alone has that name. Somebody else is a person too. */
    private DraftPerson person(Element natural) {
        StufPerson stuf = new StufPerson(tree, natural);
        String number = stuf.number();
        PersonName name = stuf.name();
        for (DraftPerson person : people) {
            if (number != null && number.equals(number(person))) {
                return person;
            }
        }
        List<DraftPerson> named = people.stream()
                .filter(person -> number == null || number(person) == null)
                .filter(person -> name.family() != null && name.equals(person.name()))
                .toList();
        if (named.size() == 1) {
            return named.get(0);
        }
        DraftPerson other = new DraftPerson("geinformeerde-" + (people.size() + 1), HouseholdRole.OTHER);
        other.identity(name, PartialDate.UNKNOWN, Sex.UNKNOWN, Standing.OTHER);
        if (number != null) {
            other.bsn(number);
        }
        people.add(other);
        return other;
    }

    private static @Nullable String number(DraftPerson person) {
        return person.details().identifiers().stream()
                .filter(identifier -> identifier.system().equals(PersonIdentifier.BSN))
                .map(PersonIdentifier::value)
                .findFirst()
                .orElse(null);
    }
}
