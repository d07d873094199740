package nl.sluis.adapter.partners.oso;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.sluis.adapter.Draft;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.Violation;
import nl.sluis.adapter.source.Ledger;
import nl.sluis.adapter.source.Ledger.Fate;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.PersonDetails;
import nl.sluis.canonical.ProfessionalRole;
import nl.sluis.canonical.Purpose;
import nl.sluis.canonical.Section;
import nl.sluis.canonical.Urgency;
import org.w3c.dom.Comment;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.ProcessingInstruction;

/** A dossier as a handover: what is released becomes sections, what is not is named and left behind. */
final class DossierReading {

    private final Dossier dossier;
    private final Ledger ledger = new Ledger();

    DossierReading(Dossier dossier) {
        this.dossier = dossier;
    }

    Translation translation() {
        Element school = Dossier.child(dossier.root(), "huidigeschool");
        Element pupil = school == null ? null : Dossier.child(school, "leerling");
        if (school == null || pupil == null) {
            return new Translation.Untranslatable(List.of(new Violation(
                    "/dossier/huidigeschool/leerling", "REQUIRED", "A dossier is about one pupil, who is missing.")));
        }
        // Metadata is read for the release; the school itself stands in the envelope.
        note("metadata", Fate.MAPPED);
        note("overdrachtsoort", Fate.MAPPED);
        PupilReading reading = new PupilReading(dossier, pupil, ledger);
        List<Section> sections = new ArrayList<>(reading.sections());
        List<PersonDetails> persons = reading.persons();
        Inspection inspection = new Inspection(dossier, reading, ledger);
        inspection.disagreement().ifPresent(sections::add);
        rest(dossier.root(), "huidigeschool", Fate.NOT_UNDERSTOOD);
        rest(school, "leerling", Fate.NOT_RELEASED);
        return new Translation.Translated(draft(persons, sections, inspection), ledger.completeness());
    }

    private static Draft draft(List<PersonDetails> persons, List<Section> sections, Inspection inspection) {
        return new Draft(
                MessageKind.HANDOVER,
                null,
                ProfessionalRole.INTERN_BEGELEIDER,
                Purpose.EDUCATION,
                LegalBasis.CONSENT,
                Urgency.ROUTINE,
                null,
                null,
                persons,
                sections,
                inspection.statements(sections),
                Set.of(),
                false);
    }

    private void note(String name, Fate fate) {
        Dossier.children(dossier.root(), name).forEach(child -> ledger.note(Dossier.path(child), fate));
    }

    /** Every other child, so that none goes unmentioned; comments belong to nobody. */
    private void rest(Element parent, String read, Fate fate) {
        Element first = Dossier.child(parent, read);
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Comment || node instanceof ProcessingInstruction) {
                ledger.note(Dossier.path(node), Fate.NOT_UNDERSTOOD);
            } else if (node instanceof Element && node != first) {
                boolean second = read.equals(node.getLocalName());
                ledger.note(Dossier.path(node), second ? Fate.NOT_UNDERSTOOD : fate);
            }
        }
    }
}
