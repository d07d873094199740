package nl.sluis.adapter.partners.veiligthuis;

import java.util.ArrayList;
import java.util.List;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.Violation;
import nl.sluis.adapter.source.DraftPerson;
import nl.sluis.adapter.source.DraftPerson.Standing;
import nl.sluis.adapter.source.Drafting;
import nl.sluis.adapter.source.XmlTree;
import nl.sluis.canonical.AssertionType;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.Purpose;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * A notice of the Raad voor de Kinderbescherming to a municipality, {@code notificatieDi01}: how far its inquiry is, its result
 * and decisions. It names no ground, so none is claimed.
 */
final class NoticeReading {

    private final XmlTree tree;
    private final List<DraftPerson> people = new ArrayList<>();

    NoticeReading(XmlTree tree) {
        this.tree = tree;
    }

    Translation translation() {
        Element notice = XmlTree.at(tree.root(), "object");
        Element about = XmlTree.at(notice, "heeftBetrekkingOp");
        Element natural = XmlTree.at(about, "gerelateerde", "natuurlijkPersoon");
        String state = tree.take(notice, "heeft", "gerelateerde", "omschrijving");
        if (natural == null || state == null) {
            String missing = natural == null
                    ? "heeftBetrekkingOp/gerelateerde/natuurlijkPersoon"
                    : "heeft/gerelateerde/omschrijving";
            return new Translation.Untranslatable(List.of(new Violation(
                    "/notificatieDi01/object/" + missing,
                    "REQUIRED",
                    "A notice says of which child and in which state.")));
        }
        DraftPerson child = new DraftPerson("kind", HouseholdRole.CHILD);
        people.add(child);
        new StufPerson(tree, natural).read(child, Standing.SUBJECT);
        tree.take(about, "omschrijving");
        parties(notice);
        say(child, "status", state);
        tree.take(notice, "heeft", "datumStatusGezet");
        say(child, "resultaat", tree.take(notice, "resultaat", "omschrijving"));
        for (Element decision : XmlTree.children(notice, "leidtTot")) {
            decision(child, XmlTree.at(decision, "gerelateerde"));
        }
        tree.take(notice, "identificatie");
        tree.take(notice, "isVan", "gerelateerde", "omschrijvingGeneriek");
        tree.take(notice, "heeftBetrekkingOpAndere", "gerelateerde", "identificatie");
        tree.take(notice, "heeftBetrekkingOpAndere", "gerelateerde", "isVan", "gerelateerde", "omschrijvingGeneriek");
        return tree.translation(new Drafting(MessageKind.INFO_PROVISION)
                .on(LegalBasis.NONE, Purpose.SAFETY)
                .about(people)
                .draft());
    }

    private void parties(@Nullable Element notice) {
        for (Element relation : XmlTree.children(notice, "heeftAlsBelanghebbende")) {
            Element natural = XmlTree.at(relation, "gerelateerde", "natuurlijkPersoon");
            String role = tree.take(relation, "omschrijving");
            tree.take(relation, "code");
            if (natural != null) {
                DraftPerson party = new DraftPerson("belanghebbende-" + people.size(), Roles.place(role));
                people.add(party);
                new StufPerson(tree, natural).read(party, Roles.standing(role, false));
            }
        }
    }

    private void decision(DraftPerson child, @Nullable Element decision) {
        Element from = XmlTree.at(decision, "ingangsdatumWerking");
        Element until = XmlTree.at(decision, "einddatumWerking");
        String words = tree.take(decision, "toelichting");
        tree.take(decision, "datumBeslissing");
        Content planned = new Content.Planned(
                words == null ? "Beslissing" : words,
                Stuf.date(from, tree.take(decision, "ingangsdatumWerking")),
                Stuf.date(until, tree.take(decision, "einddatumWerking")),
                null);
        child.add("beslissing-" + (child.sections().size() + 1), DataCategory.SAFETY, null, true, planned);
    }

    private static void say(DraftPerson child, String part, @Nullable String text) {
        if (text != null) {
            Content statement = new Content.Statement(text, AssertionType.OBSERVED, null, null);
            child.add(part, DataCategory.SAFETY, null, true, statement);
        }
    }
}
