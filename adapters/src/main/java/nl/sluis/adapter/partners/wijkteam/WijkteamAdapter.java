package nl.sluis.adapter.partners.wijkteam;

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

/** JSON for a neighbourhood team, in both directions; docs/partners/wijkteam.md, schemas/sluis-message.schema.json. */
public final class WijkteamAdapter implements PartnerAdapter {

    /** What is written and read. */
    public static final String MEDIA_TYPE = "application/vnd.sluis.message+json";

    private static final JsonSchema SCHEMA = JsonSchema.ofResource("/schemas/sluis-message.schema.json");

    @Override
    public String name() {
        return "wijkteam";
    }

    @Override
    public boolean reads(String mediaType) {
        return MediaType.parse(mediaType).filter(type -> type.is(MEDIA_TYPE)).isPresent();
    }

    @Override
    public Translation read(Payload payload) {
        return StrictJson.read(payload).fold(Translation.Untranslatable::new, document -> translate(document.root()));
    }

    private static Translation translate(JsonNode root) {
        List<Violation> violations = SCHEMA.faults(root);
        return violations.isEmpty()
                ? new AnswerReading(root).translation()
                : new Translation.Untranslatable(violations);
    }

    @Override
    public Optional<Payload> write(Message message) {
        return Optional.of(new Payload(MEDIA_TYPE, LabelledMessage.write(message)));
    }
}
