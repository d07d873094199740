package nl.sluis.adapter.partners.veiligthuis;

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

/**
 * A case that Veilig Thuis hands over, in our own JSON; schemas/vt-handover.schema.json, docs/partners/veilig-thuis.md. Its blocks cannot be
 * left out: nothing is sent before each of them says what was done or why not. Only read.
 */
public final class HandoverAdapter implements PartnerAdapter {

    /** What is read. */
    public static final String MEDIA_TYPE = "application/json;profile=vt-overdracht";

    private static final JsonSchema SCHEMA = JsonSchema.ofResource("/schemas/vt-handover.schema.json");

    @Override
    public String name() {
        return "vt-overdracht";
    }

    @Override
    public boolean reads(String mediaType) {
        return MediaType.parse(mediaType)
                .filter(type -> type.is("application/json"))
                .filter(type -> "vt-overdracht".equals(type.profile()))
                .isPresent();
    }

    @Override
    public Translation read(Payload payload) {
        return StrictJson.read(payload).fold(Translation.Untranslatable::new, document -> translate(document.root()));
    }

    private static Translation translate(JsonNode root) {
        List<Violation> shape = SCHEMA.faults(root);
        List<Violation> faults = shape.isEmpty() ? HandoverChecks.faults(root) : shape;
        return faults.isEmpty() ? new HandoverBlocks(root).translation() : new Translation.Untranslatable(faults);
    }

    @Override
    public Optional<Payload> write(Message message) {
        return Optional.empty();
    }
}
