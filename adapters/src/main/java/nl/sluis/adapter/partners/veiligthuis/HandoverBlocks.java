package nl.sluis.adapter.partners.veiligthuis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.sluis.adapter.Draft;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.source.Ledger;
import nl.sluis.adapter.source.PersonJson;
import nl.sluis.canonical.AssertionType;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonDetails;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.ProfessionalRole;
import nl.sluis.canonical.Purpose;
import nl.sluis.canonical.Section;
import nl.sluis.canonical.SectionId;
import nl.sluis.canonical.Urgency;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The blocks of a handover as sections, each mandatory: without one of them the rest does not go either. The words with which a text begins name
 * the block, as {@code receivers/veilig-thuis-overdracht.yaml} asks for it: ids do not survive minimising.
 */
final class HandoverBlocks {

    private final JsonNode root;
    private final List<Section> sections = new ArrayList<>();
    private final PersonRef first;
    private final LifeDomain domain;

    HandoverBlocks(JsonNode root) {
        this.root = root;
        this.first = firstOf(root.path("persons"));
        this.domain = LifeDomain.valueOf(root.path("lifeDomain").asString("REL"));
    }

    Translation translation() {
        Ledger ledger = new Ledger();
        // The schema knows no field that this reader leaves alone.
        root.propertyNames().forEach(name -> ledger.note("/" + name, Ledger.Fate.MAPPED));
        return new Translation.Translated(draft(), ledger.completeness());
    }

    private Draft draft() {
        List<PersonDetails> persons = new ArrayList<>();
        for (JsonNode person : root.path("persons").values()) {
            persons.add(PersonJson.details(person));
            boolean child = "CHILD".equals(person.path("role").asString());
            sections.addAll(PersonJson.of(person, MessageKind.HANDOVER, child));
        }
        blocks();
        String recipient = text(root, "recipient");
        String answered = text(root, "inReplyTo");
        return new Draft(
                MessageKind.HANDOVER,
                recipient == null ? null : new OrganisationId(recipient),
                ProfessionalRole.OTHER,
                Purpose.SAFETY,
                LegalBasis.valueOf(root.path("basis").asString("CONSENT")),
                Urgency.valueOf(root.path("urgency").asString("ROUTINE")),
                answered == null ? null : MessageId.parse(answered),
                null,
                persons,
                sections,
                List.of(),
                Set.of(),
                false);
    }

    private void blocks() {
        JsonNode reason = root.path("reason");
        add(
                "reason",
                first,
                statement("Reden van de melding: " + reason.path("text").asString(), date(reason, "reportedOn")));
        add("source", first, statement(source(root.path("source")), null));
        for (JsonNode done : root.path("investigation").path("done").values()) {
            add(
                    "investigation",
                    first,
                    statement("Onderzocht: " + done.path("text").asString(), date(done, "on")));
        }
        for (JsonNode left : root.path("investigation").path("notDone").values()) {
            String words = "Niet onderzocht: %s Reden: %s"
                    .formatted(left.path("text").asString(), left.path("why").asString());
            add("investigation", first, statement(words, null));
        }
        for (JsonNode safety : root.path("safety").values()) {
            add("safety", about(safety), safety(safety));
        }
        planned("agreement", root.path("agreements"), new Words("Afspraak: ", "Geen afspraken, omdat: "));
        planned("condition", root.path("conditions"), new Words("Voorwaarde: ", "Geen voorwaarden, omdat: "));
    }

    private static Content safety(JsonNode safety) {
        JsonNode made = safety.path("made");
        if (made.isMissingNode()) {
            String why = safety.path("notMade").path("why").asString();
            return statement("Veiligheidsinschatting niet gemaakt, omdat: " + why, null);
        }
        String words = "Veiligheidsinschatting gemaakt met %s door %s: %s"
                .formatted(
                        made.path("instrument").asString(),
                        made.path("by").asString(),
                        made.path("outcome").asString());
        return statement(words, date(made, "on"));
    }

    /** With which a block begins, when there is something in it and when not. */
    private record Words(String some, String none) {}

    private void planned(String block, JsonNode said, Words words) {
        if (said.has("none")) {
            add(
                    block,
                    first,
                    statement(words.none + said.path("none").path("why").asString(), null));
            return;
        }
        for (JsonNode one : said.values()) {
            PartialDate until = date(one, "until");
            add(
                    block,
                    about(one),
                    new Content.Planned(
                            words.some + one.path("text").asString(),
                            date(one, "on"),
                            until == null ? date(one, "checkOn") : until,
                            text(one, "checkedBy")));
        }
    }

    private void add(String block, PersonRef about, Content content) {
        SectionId id = new SectionId(block + ":" + (sections.size() + 1));
        sections.add(new Section(id, about, DataCategory.SAFETY, domain, true, content));
    }

    private static Content statement(String words, @Nullable PartialDate on) {
        return new Content.Statement(words, AssertionType.PROFESSIONAL_OPINION, on, null);
    }

    private static String source(JsonNode source) {
        return "Bron van de melding: "
                + switch (source.path("type").asString()) {
                    case "POLICE" -> "politie";
                    case "PROFESSIONAL" -> "een beroepskracht";
                    case "SCHOOL" -> "school";
                    case "CITIZEN" -> "een burger";
                    case "FAMILY" -> "het gezin zelf";
                    default -> "anders";
                };
    }

    /** What is said of the case as a whole is said of the first child, or of whoever comes first where there is none. */
    private static PersonRef firstOf(JsonNode persons) {
        for (JsonNode person : persons.values()) {
            if ("CHILD".equals(person.path("role").asString())) {
                return new PersonRef(person.path("ref").asString());
            }
        }
        return new PersonRef(persons.path(0).path("ref").asString());
    }

    private static PersonRef about(JsonNode part) {
        return new PersonRef(part.path("about").asString());
    }

    private static @Nullable PartialDate date(JsonNode owner, String field) {
        return owner.has(field) ? PartialDate.parse(owner.path(field).asString()) : null;
    }

    private static @Nullable String text(JsonNode owner, String field) {
        return owner.has(field) ? owner.path(field).asString() : null;
    }
}
