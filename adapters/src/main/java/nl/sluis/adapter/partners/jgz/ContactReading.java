package nl.sluis.adapter.partners.jgz;

import java.util.List;
import java.util.Set;
import nl.sluis.adapter.source.DraftPerson;
import nl.sluis.adapter.source.Hl7Date;
import nl.sluis.adapter.source.Ledger.Fate;
import nl.sluis.adapter.source.XmlTree;
import nl.sluis.canonical.AssertionType;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.PartialDate;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * What was seen at a contact, one section an observation: all of it medical, because nothing in a file says what is not. Only the
 * contact itself, when and of which sort, is planning.
 */
final class ContactReading {

    /** Rubric of the basic data set of youth health care about the mind and how a child gets along with others. */
    private static final String MIND = "R030";

    /** A contact that was cancelled did not take place, and one of another status may not have. */
    private static final Set<String> TOOK_PLACE = Set.of("completed", "active");

    private final XmlTree tree;
    private final DraftPerson child;
    private int number;

    ContactReading(XmlTree tree, DraftPerson child) {
        this.tree = tree;
        this.child = child;
    }

    void read(@Nullable Element encounter) {
        if (encounter == null) {
            return;
        }
        Element status = XmlTree.at(encounter, "statusCode");
        if (status != null && !TOOK_PLACE.contains(String.valueOf(XmlTree.attribute(status, "code")))) {
            tree.note(encounter, Fate.NOT_UNDERSTOOD);
            return;
        }
        Element time = XmlTree.at(encounter, "effectiveTime");
        PartialDate on = Hl7Date.read(XmlTree.attribute(time, "value"));
        String sort = Hl7Values.coded(XmlTree.at(encounter, "code"));
        for (String each : List.of("id", "code", "statusCode")) {
            XmlTree.children(encounter, each).forEach(part -> tree.note(part, Fate.MAPPED));
        }
        tree.note(time, on == null ? Fate.NOT_UNDERSTOOD : Fate.MAPPED);
        if (sort != null) {
            child.add(
                    "contact-moment-" + ++number,
                    DataCategory.PLANNING,
                    null,
                    false,
                    new Content.Planned(sort, on, null, null));
        }
        for (Element information : XmlTree.children(encounter, "pertinentInformation")) {
            Element rubric = XmlTree.at(information, "rubricCluster");
            String code = XmlTree.attribute(XmlTree.at(rubric, "code"), "code");
            LifeDomain domain = MIND.equals(code) ? LifeDomain.GGZ : LifeDomain.LGZ;
            cluster(rubric, "", domain, on);
        }
    }

    /** A rubric or a group in it; the depth is that of the document, which is bounded. */
    private void cluster(@Nullable Element cluster, String above, LifeDomain domain, @Nullable PartialDate on) {
        Element code = XmlTree.at(cluster, "code");
        String name = Hl7Values.coded(code);
        String heading = name == null ? above : above.isEmpty() ? name : above + ", " + name;
        tree.note(code, Fate.MAPPED);
        XmlTree.children(cluster, "templateId").forEach(part -> tree.note(part, Fate.MAPPED));
        for (Element component : XmlTree.children(cluster, "component")) {
            XmlTree.children(component, "observation").forEach(each -> observation(each, heading, domain, on));
            XmlTree.children(component, "groupCluster").forEach(group -> cluster(group, heading, domain, on));
        }
    }

    /** One question of the data set with its answers; an answer of an unknown sort stays, and is named. */
    private void observation(Element observation, String heading, LifeDomain domain, @Nullable PartialDate on) {
        Element code = XmlTree.at(observation, "code");
        String question = Hl7Values.coded(code);
        boolean not = "true".equals(XmlTree.attribute(observation, "negationInd"));
        boolean answered = false;
        for (Element value : XmlTree.children(observation, "value")) {
            String words = Hl7Values.words(value);
            tree.note(value, words != null ? Fate.MAPPED : Fate.NOT_UNDERSTOOD);
            if (words != null) {
                answered = true;
                List<Element> sites = XmlTree.children(observation, "targetSiteCode");
                // Of two places one would be a guess: then they are not understood
                sites.stream().filter(site -> sites.size() == 1).forEach(site -> tree.note(site, Fate.MAPPED));
                String where = sites.size() != 1 ? "" : " (" + Hl7Values.coded(sites.get(0)) + ")";
                String text = heading + ": " + (question == null ? "" : question + ": ") + (not ? "niet: " : "") + words
                        + where;
                child.add(
                        "waarneming-" + ++number,
                        DataCategory.DIAGNOSIS,
                        domain,
                        false,
                        new Content.Statement(text, AssertionType.PROFESSIONAL_OPINION, on, null));
            }
        }
        tree.note(code, answered ? Fate.MAPPED : Fate.NOT_UNDERSTOOD);
        XmlTree.children(observation, "templateId").forEach(part -> tree.note(part, Fate.MAPPED));
    }
}
