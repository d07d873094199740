package nl.sluis.adapter.partners.jgz;

import java.util.List;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.Violation;
import nl.sluis.adapter.source.DraftPerson;
import nl.sluis.adapter.source.Drafting;
import nl.sluis.adapter.source.Hl7Date;
import nl.sluis.adapter.source.Ledger.Fate;
import nl.sluis.adapter.source.XmlTree;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.ProfessionalRole;
import nl.sluis.canonical.Purpose;
import nl.sluis.canonical.Urgency;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * One child and what was seen at each contact. A refusal to exchange data of vaccination is not one of sharing this file, so no
 * statement is made of it; like the files beside it, it stays at the sender and is named.
 */
final class HandoverReading {

    private static final List<String> HEADER = List.of(
            "id",
            "creationTime",
            "versionCode",
            "interactionId",
            "profileId",
            "processingCode",
            "processingModeCode",
            "acceptAckCode",
            "receiver",
            "sender");

    private final XmlTree tree;

    HandoverReading(XmlTree tree) {
        this.tree = tree;
    }

    Translation translation() {
        Element request = XmlTree.at(tree.root(), "ControlActProcess", "subject", "CareProvisionRequest");
        List<Element> files = XmlTree.children(request, "sequelTo").stream()
                .flatMap(sequel -> XmlTree.children(sequel, "careProvisionEvent").stream())
                .toList();
        Element file = files.size() == 1 ? files.get(0) : null;
        Element patient = XmlTree.at(file, "subject", "patient");
        if (file == null || patient == null) {
            String code = files.size() > 1 ? "AMBIGUOUS" : "REQUIRED";
            return new Translation.Untranslatable(List.of(new Violation(
                    "/*/ControlActProcess/subject/CareProvisionRequest/sequelTo/careProvisionEvent",
                    code,
                    "One file, of one child, a message.")));
        }
        PartialDate handedOver = day(XmlTree.at(file, "effectiveTime", "high"));
        PartialDate sent = day(XmlTree.at(tree.root(), "creationTime"));
        tree.note(XmlTree.at(file, "effectiveTime"), Fate.MAPPED);
        ChildReading reading = new ChildReading(tree, patient);
        DraftPerson child = reading.child(handedOver.year() == 0 ? sent : handedOver);
        if (child.name() == null || child.name().family() == null) {
            tree.fault(patient, "REQUIRED", "The child has no surname.");
        }
        ContactReading contacts = new ContactReading(tree, child);
        for (Element component : XmlTree.children(file)) {
            contacts.read(XmlTree.at(component, "encounter"));
        }
        header(request, file);
        return tree.translation(new Drafting(MessageKind.HANDOVER)
                .on(LegalBasis.CONSENT, Purpose.CARE)
                .by(ProfessionalRole.ARTS, Urgency.ROUTINE)
                .about(List.of(child))
                .draft());
    }

    /** Who sends and gets stands in the envelope; the attention line repeats the number of the child. */
    private void header(@Nullable Element request, Element file) {
        for (String each : HEADER) {
            XmlTree.children(tree.root(), each).forEach(part -> tree.note(part, Fate.MAPPED));
        }
        tree.note(XmlTree.at(tree.root(), "attentionLine"), Fate.NOT_RELEASED);
        tree.note(XmlTree.at(tree.root(), "ControlActProcess", "authorOrPerformer"), Fate.NOT_RELEASED);
        for (Element level : request == null ? List.<Element>of() : List.of(request, file)) {
            for (String each : List.of("templateId", "id", "code", "statusCode")) {
                XmlTree.children(level, each).forEach(part -> tree.note(part, Fate.MAPPED));
            }
            tree.note(XmlTree.at(level, "author"), Fate.NOT_RELEASED);
        }
    }

    private static PartialDate day(@Nullable Element time) {
        PartialDate date = Hl7Date.read(XmlTree.attribute(time, "value"));
        return date == null ? PartialDate.UNKNOWN : date;
    }
}
