package nl.sluis.submit;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import nl.sluis.adapter.Draft;
import nl.sluis.canonical.AssertionType;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.PersonDetails;
import nl.sluis.canonical.ProfessionalRole;
import nl.sluis.canonical.Purpose;
import nl.sluis.canonical.Section;
import nl.sluis.canonical.SectionId;
import nl.sluis.canonical.Urgency;
import nl.sluis.custody.PersonReference;
import nl.sluis.node.Reading;
import nl.sluis.node.StrictJson;
import org.jspecify.annotations.Nullable;

/**
 * Reads the request of an Access Evaluation (OpenID AuthZEN Authorization API 1.0, section 6.1) in the profile of
 * docs/api/evaluation.md. Strict, where the standard leaves it open: a property that is not known here may be a condition that
 * somebody counts on, and nothing that a caller states becomes a fact.
 */
final class EvaluationJson {

    /** The sort of subject: who would see the data. */
    static final String ORGANISATION = "organisation";

    /** The sort of resource: one sort of data about one person. */
    static final String PERSON_DATA = "person-data";

    private static final SectionId ASKED = new SectionId("asked");

    private EvaluationJson() {}

    static Reading<Evaluation> read(byte[] body) {
        StrictJson json = StrictJson.of(body).require("subject", "action", "resource");
        OrganisationId recipient = recipient(json.object("subject"));
        Action action = action(json.object("action"));
        Resource resource = resource(json.object("resource"));
        json.object("context");
        return json.result(() -> {
            OrganisationId to = Objects.requireNonNull(recipient);
            return new Evaluation(to, draft(action, resource, to));
        });
    }

    private record Action(
            @Nullable MessageKind kind,
            @Nullable Purpose purpose,
            @Nullable LegalBasis basis,
            @Nullable ProfessionalRole role,
            @Nullable String meldcodeCase) {

        static final Action FAULTY = new Action(null, null, null, null, null);
    }

    private record Resource(
            @Nullable PersonReference person,
            @Nullable HouseholdRole role,
            @Nullable DataCategory category,
            @Nullable LifeDomain lifeDomain,
            boolean secret) {

        static final Resource FAULTY = new Resource(null, null, null, null, true);
    }

    private static @Nullable OrganisationId recipient(@Nullable StrictJson subject) {
        if (subject == null) {
            return null;
        }
        subject.require("type", "id");
        constant(subject, ORGANISATION);
        // What it says of itself is not believed: the directory knows who it is
        subject.object("properties");
        return subject.parsed("id", "NOT_AN_ORGANISATION", "This cannot be an organisation", OrganisationId::new);
    }

    private static Action action(@Nullable StrictJson action) {
        if (action == null) {
            return Action.FAULTY;
        }
        action.require("name", "properties");
        MessageKind kind = action.code("name", MessageKind.class);
        StrictJson properties = action.object("properties");
        if (properties == null) {
            return Action.FAULTY;
        }
        properties.require("basis", "senderRole");
        return new Action(
                kind,
                properties.code("purpose", Purpose.class),
                properties.code("basis", LegalBasis.class),
                properties.code("senderRole", ProfessionalRole.class),
                properties.text("meldcodeCase"));
    }

    private static Resource resource(@Nullable StrictJson resource) {
        if (resource == null) {
            return Resource.FAULTY;
        }
        resource.require("type", "id", "properties");
        constant(resource, PERSON_DATA);
        PersonReference person = resource.parsed("id", "NOT_A_PERSON", "This names no person", PersonReference::new);
        StrictJson properties = resource.object("properties");
        if (properties == null) {
            return Resource.FAULTY;
        }
        properties.require("category", "role");
        return new Resource(
                person,
                properties.code("role", HouseholdRole.class),
                properties.code("category", DataCategory.class),
                properties.code("lifeDomain", LifeDomain.class),
                // An address of which it is not said that it may be known is kept
                !Boolean.FALSE.equals(properties.bool("secret")));
    }

    private static void constant(StrictJson entity, String type) {
        String given = entity.text("type");
        if (given != null && !given.equals(type)) {
            entity.fault("type", "UNKNOWN_CODE", "Only \"" + type + "\" can be asked about here");
        }
    }

    // Called when there is no fault, so that nothing which is required is absent
    private static Draft draft(Action action, Resource resource, OrganisationId recipient) {
        PersonDetails mention = Objects.requireNonNull(resource.person()).mention();
        DataCategory category = Objects.requireNonNull(resource.category());
        return new Draft(
                Objects.requireNonNull(action.kind()),
                recipient,
                Objects.requireNonNull(action.role()),
                action.purpose(),
                Objects.requireNonNull(action.basis()),
                Urgency.ROUTINE,
                null,
                action.meldcodeCase(),
                List.of(new PersonDetails(
                        mention.ref(),
                        Objects.requireNonNull(resource.role()),
                        mention.identifiers(),
                        mention.birthDate())),
                List.of(new Section(
                        ASKED, mention.ref(), category, resource.lifeDomain(), true, content(category, resource))),
                List.of(),
                Set.of(),
                false);
    }

    // A decision is about the sort of data; of an address it is also whether the register keeps it
    private static Content content(DataCategory category, Resource resource) {
        return category == DataCategory.ADDRESS
                ? new Content.Address(null, null, null, null, null, resource.secret())
                : new Content.Statement("", AssertionType.OBSERVED, null, null);
    }
}
