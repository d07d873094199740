package nl.sluis.adapter.partners.school;

import java.util.List;
import java.util.Optional;
import nl.sluis.adapter.PartnerAdapter;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.Violation;
import nl.sluis.adapter.source.JsonSchema;
import nl.sluis.adapter.source.MediaType;
import nl.sluis.adapter.source.StrictJson;
import nl.sluis.canonical.Message;
import tools.jackson.databind.JsonNode;

/** A school's concern in our own JSON; docs/partners/school.md, schemas/school-concern.schema.json. Only read. */
public final class SchoolConcernAdapter implements PartnerAdapter {

    private static final JsonSchema SCHEMA = JsonSchema.ofResource("/schemas/school-concern.schema.json");

    @Override
    public String name() {
        return "school-concern";
    }

    @Override
    public boolean reads(String mediaType) {
        return MediaType.parse(mediaType)
                .filter(type -> type.is("application/json"))
                .filter(type -> type.profile() == null || "school-concern".equals(type.profile()))
                .isPresent();
    }

    @Override
    public Translation read(Payload payload) {
        return StrictJson.read(payload).fold(Translation.Untranslatable::new, document -> translate(document.root()));
    }

    private static Translation translate(JsonNode root) {
        List<Violation> shape = SCHEMA.faults(root);
        if (!shape.isEmpty()) {
            return new Translation.Untranslatable(shape);
        }
        List<Violation> sense = ConcernChecks.faults(root);
        return sense.isEmpty() ? new ConcernReading(root).translation() : new Translation.Untranslatable(sense);
    }

    @Override
    public Optional<Payload> write(Message message) {
        return Optional.empty();
    }
}
