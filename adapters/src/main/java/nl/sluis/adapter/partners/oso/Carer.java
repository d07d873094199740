package nl.sluis.adapter.partners.oso;

import java.util.List;
import java.util.Set;
import nl.sluis.adapter.source.Ledger;
import nl.sluis.adapter.source.Ledger.Fate;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.PersonDetails;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.Section;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A {@code verzorger}; what is said of one is about that person, never about the pupil. */
final class Carer {

    private final Element element;
    private final PersonRef ref;

    Carer(Element element, int number) {
        this.element = element;
        this.ref = new PersonRef("verzorger-" + number);
    }

    Element element() {
        return element;
    }

    PersonDetails details() {
        return new PersonDetails(ref, role(), Set.of(), OsoPerson.birthDate(element));
    }

    /** Whether this person can have consented: alive, and not said to be no legal representative. */
    boolean canConsent() {
        return !Dossier.yes(element, "overleden")
                && !"false".equals(Dossier.text(element, "wettigevertegenwoordiger"))
                && !"0".equals(Dossier.text(element, "wettigevertegenwoordiger"));
    }

    List<Section> sections(Ledger ledger, boolean secret) {
        List<Section> sections = new OsoPerson(element, ref, ledger, secret).sections(false);
        for (String read : List.of("relatietotkind", "wettigevertegenwoordiger", "overleden")) {
            Dossier.children(element, read).forEach(child -> ledger.note(Dossier.path(child), Fate.MAPPED));
        }
        leftOver(element, ledger);
        return sections;
    }

    private static void leftOver(Element parent, Ledger ledger) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element list && list.getLocalName().endsWith("lijst")) {
                leftOver(list, ledger);
            } else if (node.getNodeType() != Node.TEXT_NODE && !ledger.mentions(Dossier.path(node))) {
                ledger.note(Dossier.path(node), Fate.NOT_UNDERSTOOD);
            }
        }
    }

    /** Codelijst 41: 1 father, 2 mother, 3 guardian. */
    private HouseholdRole role() {
        String relation = Dossier.text(element, "relatietotkind");
        if ("1".equals(relation) || "2".equals(relation)) {
            return HouseholdRole.PARENT;
        }
        return "3".equals(relation) ? HouseholdRole.GUARDIAN : HouseholdRole.OTHER;
    }
}
