package nl.sluis.adapter.partners.veiligthuis;

import java.util.ArrayList;
import java.util.List;
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

/**
 * Word of Veilig Thuis to a reporter, {@code vtTerugkoppelingDi01}: the state, the outcome, and with whom the sight of safety now
 * lies. It names nobody of the household; it is about the report, by the number that the reporter gave it.
 */
final class FeedbackReading {

    private static final String CASE = "/vtTerugkoppelingDi01/object/";

    private final XmlTree tree;

    FeedbackReading(XmlTree tree) {
        this.tree = tree;
    }

    Translation translation() {
        Element feedback = XmlTree.at(tree.root(), "object");
        Element report = XmlTree.at(feedback, "naarAanleidingVan", "gerelateerde");
        String number = tree.take(report, "identificatieVtMelding");
        String status = tree.take(feedback, "status");
        List<Violation> faults = new ArrayList<>();
        if (number == null) {
            faults.add(new Violation(
                    CASE + "naarAanleidingVan/gerelateerde/identificatieVtMelding",
                    "REQUIRED",
                    "Which report is missing."));
        }
        if (status == null) {
            faults.add(new Violation(CASE + "status", "REQUIRED", "The state of the report is missing."));
        }
        if (!faults.isEmpty() || status == null) {
            return new Translation.Untranslatable(faults);
        }
        tree.take(feedback, "identificatie");
        DraftPerson about = new DraftPerson("melding", HouseholdRole.OTHER);
        about.known("urn:vt-melding", number);
        say(about, "status", DataCategory.PLANNING, status);
        say(about, "uitkomst", DataCategory.PLANNING, tree.take(feedback, "uitkomst"));
        say(about, "toelichting", DataCategory.SAFETY, tree.take(feedback, "toelichting"));
        responsible(about, XmlTree.at(report, "betreft", "gerelateerde"));
        Element by = XmlTree.at(feedback, "isUitgevoerdDoor", "gerelateerde");
        tree.take(by, "naam");
        tree.take(by, "oinNummer");
        return new Translation.Translated(
                new Drafting(MessageKind.FEEDBACK)
                        .on(LegalBasis.MELDRECHT_WMO_5_2_6, Purpose.SAFETY)
                        .by(ProfessionalRole.OTHER, Urgency.ROUTINE)
                        .answering(number)
                        .about(List.of(about))
                        .draft(),
                tree.completeness());
    }

    private void responsible(DraftPerson report, @Nullable Element situation) {
        String name = tree.take(situation, "verantwoordelijkVoorZichtOpDeVeiligheidBelegdBij", "gerelateerde", "naam");
        if (name != null) {
            Content sight = new Content.Planned("Zicht op de veiligheid", null, null, name);
            report.add("zicht", DataCategory.PLANNING, null, true, sight);
        }
        Element contact = XmlTree.at(situation, "contactgegevensVerantwoordelijkeOrganisatie");
        say(report, "contactpersoon", DataCategory.PLANNING, tree.take(contact, "naamContactpersoon"));
        say(report, "afdeling", DataCategory.PLANNING, tree.take(contact, "afdeling"));
        int at = 1;
        for (String phone : tree.takeAll(contact, "telefoonnummer")) {
            say(report, "telefoon-" + at++, DataCategory.PLANNING, phone);
        }
        for (String mail : tree.takeAll(contact, "eMail")) {
            say(report, "e-mail-" + at++, DataCategory.PLANNING, mail);
        }
    }

    private static void say(DraftPerson report, String part, DataCategory category, @Nullable String text) {
        if (text != null) {
            Content statement = new Content.Statement(text, AssertionType.OBSERVED, null, null);
            report.add(part, category, null, category == DataCategory.PLANNING, statement);
        }
    }
}
