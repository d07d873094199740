package nl.sluis.adapter.partners.eoverdracht;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/**
 * A Task that says how far a handover is. It only points to the file of the patient, which is fetched elsewhere: nothing of that
 * file is here. A placeholder that somebody forgot to fill in makes the whole unfit.
 */
final class TaskReading {

    private static final Map<String, String> STATES = Map.of(
            "requested", "Overdracht gevraagd",
            "accepted", "Overdracht aangenomen",
            "rejected", "Overdracht geweigerd",
            "in-progress", "Overdracht loopt",
            "completed", "Overdracht afgerond",
            "cancelled", "Overdracht ingetrokken");

    private final XmlTree tree;

    TaskReading(XmlTree tree) {
        this.tree = tree;
    }

    Translation translation() {
        List<Violation> faults = new ArrayList<>();
        placeholders(tree.root(), faults);
        Element root = tree.root();
        String status = value(root, "status");
        String state = status == null ? null : STATES.get(status);
        if (state == null) {
            faults.add(new Violation("/Task/status", "UNKNOWN_CODE", "Not a state of a handover."));
        }
        String patient = value(root, "for", "reference");
        if (patient == null) {
            faults.add(new Violation("/Task/for/reference", "REQUIRED", "Whose care is handed over is missing."));
        }
        if (!faults.isEmpty()) {
            return new Translation.Untranslatable(faults);
        }
        DraftPerson person = new DraftPerson("client", HouseholdRole.OTHER);
        person.known(PersonIdentifier.LOCAL, patient);
        PersonName name = new PersonName(null, null, null, value(root, "for", "display"));
        person.identity(name, PartialDate.UNKNOWN, Sex.UNKNOWN, Standing.SUBJECT);
        String owner = value(root, "owner", "display");
        Content planned = new Content.Planned(state == null ? "" : state, null, null, owner);
        person.add("status", DataCategory.PLANNING, null, true, planned);
        service(root);
        MessageKind kind = "requested".equals(status) ? MessageKind.HANDOVER : MessageKind.FEEDBACK;
        return new Translation.Translated(
                new Drafting(kind)
                        .on(LegalBasis.CONSENT, Purpose.CARE)
                        .by(ProfessionalRole.BEHANDELAAR, Urgency.ROUTINE)
                        .about(List.of(person))
                        .draft(),
                tree.completeness());
    }

    /** What the Task is and who asks stand in the envelope; what it points to is not here. */
    private void service(Element root) {
        for (String known : List.of("id", "meta", "intent", "code")) {
            XmlTree.children(root, known).forEach(each -> tree.note(each, Fate.MAPPED));
        }
        value(root, "owner", "reference");
        XmlTree.children(root, "requester").forEach(each -> tree.note(each, Fate.NOT_RELEASED));
    }

    private @Nullable String value(Element from, String... steps) {
        Element found = XmlTree.at(from, steps);
        tree.note(found, Fate.MAPPED);
        return XmlTree.attribute(found, "value");
    }

    private static void placeholders(Element element, List<Violation> faults) {
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            if (attribute.getValue().contains("${") || attribute.getValue().contains("{$")) {
                faults.add(new Violation(XmlTree.path(element), "PLACEHOLDER", "A placeholder was not filled in."));
            }
        }
        XmlTree.children(element).forEach(child -> placeholders(child, faults));
    }
}
