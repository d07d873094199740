package nl.sluis.adapter.partners.wijkteam;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.sluis.adapter.Draft;
import nl.sluis.adapter.MessageJson;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.Violation;
import nl.sluis.adapter.source.Ledger;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonDetails;
import nl.sluis.canonical.PersonIdentifier;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.ProfessionalRole;
import nl.sluis.canonical.Purpose;
import nl.sluis.canonical.Section;
import nl.sluis.canonical.Urgency;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A message of the team's own system, after its schema. Identity, sender and time are the node's to give. */
final class AnswerReading {

    private static final Set<String> GIVEN_BY_NODE = Set.of("id", "thread", "sentAt", "sender", "original");
    private static final Set<String> LABELS = Set.of("subjectName", "categoryLabel", "lifeDomainLabel");

    private final JsonNode root;
    private final List<Violation> violations = new ArrayList<>();
    private final Set<String> refs = new HashSet<>();
    private final Set<String> ids = new HashSet<>();

    AnswerReading(JsonNode root) {
        this.root = root;
    }

    Translation translation() {
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < root.path("persons").size(); i++) {
            String at = "/persons/" + i;
            if (!refs.add(identifier(root.path("persons").get(i).path("ref"), at + "/ref"))) {
                violations.add(new Violation(at + "/ref", "NOT_UNIQUE", "Another person has this ref."));
            }
            identifier(root.path("persons").get(i).path("local"), at + "/local");
        }
        identifier(root.path("recipient"), "/recipient");
        for (int i = 0; i < root.path("sections").size(); i++) {
            Section section = section(root.path("sections").get(i), "/sections/" + i);
            if (section != null) {
                sections.add(section);
            }
        }
        return violations.isEmpty() ? translated(sections) : new Translation.Untranslatable(violations);
    }

    private Translation translated(List<Section> sections) {
        Ledger ledger = new Ledger();
        for (String name : root.propertyNames()) {
            Ledger.Fate fate = GIVEN_BY_NODE.contains(name) ? Ledger.Fate.NOT_RELEASED : Ledger.Fate.MAPPED;
            ledger.note("/" + name, fate);
        }
        return new Translation.Translated(draft(sections), ledger.completeness());
    }

    private Draft draft(List<Section> sections) {
        String recipient = text("recipient");
        String answered = text("inReplyTo");
        String purpose = text("purpose");
        return new Draft(
                MessageKind.valueOf(root.path("kind").asString("FEEDBACK")),
                recipient == null ? null : new OrganisationId(recipient),
                ProfessionalRole.valueOf(root.path("senderRole").asString("REGISSEUR")),
                purpose == null ? null : Purpose.valueOf(purpose),
                LegalBasis.valueOf(root.path("basis").asString("CONSENT")),
                Urgency.valueOf(root.path("urgency").asString("ROUTINE")),
                answered == null ? null : MessageId.parse(answered),
                null,
                persons(sections),
                sections,
                List.of(),
                Set.of(),
                false);
    }

    private List<PersonDetails> persons(List<Section> sections) {
        List<PersonDetails> persons = new ArrayList<>();
        for (JsonNode person : root.path("persons").values()) {
            PersonRef ref = new PersonRef(person.path("ref").asString());
            Set<PersonIdentifier> known = person.has("local")
                    ? Set.of(new PersonIdentifier(
                            PersonIdentifier.LOCAL, person.path("local").asString()))
                    : Set.of();
            HouseholdRole role = HouseholdRole.valueOf(person.path("role").asString());
            persons.add(new PersonDetails(ref, role, known, birthDate(ref, sections)));
        }
        return persons;
    }

    private @Nullable Section section(JsonNode node, String at) {
        identifier(node.path("id"), at + "/id");
        if (!refs.contains(node.path("subject").asString())) {
            violations.add(new Violation(at + "/subject", "REFERENCE_NOT_FOUND", "No person has this ref."));
        }
        if (!ids.add(node.path("id").asString())) {
            violations.add(new Violation(at + "/id", "NOT_UNIQUE", "Another section has this id."));
        }
        ObjectNode bare = node.deepCopy().asObject();
        LABELS.forEach(bare::remove);
        if (!bare.has("mandatory")) {
            bare.put("mandatory", false);
        }
        try {
            return MessageJson.mapper().treeToValue(bare, Section.class);
        } catch (JacksonException impossible) {
            violations.add(new Violation(at, "INVALID_VALUE", "A date or another value in this section cannot be."));
            return null;
        }
    }

    /** Names have one letter at least; Unicode knows more blanks than a pattern does. */
    private String identifier(JsonNode node, String at) {
        String value = node.asString("");
        if (!node.isMissingNode() && value.isBlank()) {
            violations.add(new Violation(at, "WRONG_FORM", "This may not be blank."));
        }
        return value;
    }

    private static PartialDate birthDate(PersonRef ref, List<Section> sections) {
        for (Section section : sections) {
            if (section.subject().equals(ref) && section.content() instanceof Content.Identity identity) {
                return identity.birthDate();
            }
        }
        return PartialDate.UNKNOWN;
    }

    private @Nullable String text(String field) {
        return root.has(field) ? root.path(field).asString() : null;
    }
}
