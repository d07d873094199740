package nl.sluis.adapter.partners.school;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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

/** Turns a concern that passed its schema and its checks into a draft. */
final class ConcernReading {

    private final JsonNode root;
    private final MessageKind kind;
    private final @Nullable String mainChild;

    ConcernReading(JsonNode root) {
        this.root = root;
        this.kind = MessageKind.valueOf(root.path("kind").asString("SIGNAL"));
        this.mainChild = mainChild(root);
    }

    Translation translation() {
        Ledger ledger = new Ledger();
        // The schema knows no field that this reader leaves alone.
        root.propertyNames().forEach(name -> ledger.note("/" + name, Ledger.Fate.MAPPED));
        return new Translation.Translated(draft(), ledger.completeness());
    }

    private Draft draft() {
        String recipient = text(root, "recipient");
        String answered = text(root, "inReplyTo");
        return new Draft(
                kind,
                recipient == null ? null : new OrganisationId(recipient),
                ProfessionalRole.valueOf(root.path("role").asString("INTERN_BEGELEIDER")),
                Purpose.valueOf(root.path("purpose").asString("YOUTH_SUPPORT")),
                LegalBasis.valueOf(root.path("basis").asString(kind == MessageKind.VT_ADVICE ? "NONE" : "CONSENT")),
                Urgency.valueOf(root.path("urgency").asString("ROUTINE")),
                answered == null ? null : MessageId.parse(answered),
                text(root, "meldcodeCase"),
                persons(),
                sections(),
                List.of(),
                withheld(),
                root.path("parentsMustNotKnow").asBoolean(false));
    }

    private List<PersonDetails> persons() {
        return root.path("persons").values().stream().map(PersonJson::details).toList();
    }

    private List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        for (JsonNode person : root.path("persons").values()) {
            boolean mandatory = mandatory(person, person.path("ref").asString());
            sections.addAll(PersonJson.of(person, kind, mandatory));
        }
        for (JsonNode concern : root.path("concerns").values()) {
            sections.add(concern(concern));
        }
        sections.addAll(new ReportParts(root).sections());
        for (JsonNode attachment : root.path("attachments").values()) {
            sections.add(attachment(attachment));
        }
        return sections;
    }

    private Section concern(JsonNode concern) {
        String about = concern.path("about").asString();
        String observedOn = text(concern, "observedOn");
        Content statement = new Content.Statement(
                concern.path("text").asString(),
                AssertionType.valueOf(concern.path("assertionType").asString()),
                observedOn == null ? null : PartialDate.parse(observedOn),
                text(concern, "source"));
        return new Section(
                new SectionId(concern.path("id").asString()),
                new PersonRef(about),
                DataCategory.valueOf(concern.path("category").asString("OBSERVATION")),
                LifeDomain.valueOf(concern.path("lifeDomain").asString()),
                mandatory(concern, about),
                statement);
    }

    // What is in a file nobody sees here: its category is always stated, and it can be left out unless the school says
    // otherwise
    private static Section attachment(JsonNode attachment) {
        String id = attachment.path("id").asString();
        return new Section(
                new SectionId(id),
                new PersonRef(attachment.path("about").asString()),
                DataCategory.valueOf(attachment.path("category").asString()),
                LifeDomain.valueOf(attachment.path("lifeDomain").asString()),
                attachment.path("mandatory").asBoolean(false),
                new Content.Attachment(
                        UUID.fromString(id), attachment.path("title").asString(), null));
    }

    /** What is said of the child of the first concern is the message; everything about others can be left out. */
    private boolean mandatory(JsonNode part, String about) {
        return part.path("mandatory").asBoolean(about.equals(mainChild));
    }

    private Set<SectionId> withheld() {
        Set<SectionId> ids = new HashSet<>();
        root.path("withhold").values().forEach(id -> ids.add(new SectionId(id.asString())));
        return ids;
    }

    private static @Nullable String mainChild(JsonNode root) {
        String about = root.path("concerns").path(0).path("about").asString("");
        for (JsonNode person : root.path("persons").values()) {
            boolean child = "CHILD".equals(person.path("role").asString());
            if (child && about.equals(person.path("ref").asString())) {
                return about;
            }
        }
        return null;
    }

    private static @Nullable String text(JsonNode owner, String field) {
        return owner.has(field) ? owner.path(field).asString() : null;
    }
}
