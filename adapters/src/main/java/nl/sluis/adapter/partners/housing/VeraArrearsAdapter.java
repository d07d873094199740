package nl.sluis.adapter.partners.housing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.sluis.adapter.PartnerAdapter;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.Violation;
import nl.sluis.adapter.source.CitizenNumbers;
import nl.sluis.adapter.source.JsonSchema;
import nl.sluis.adapter.source.MediaType;
import nl.sluis.adapter.source.StrictJson;
import nl.sluis.canonical.Message;
import tools.jackson.databind.JsonNode;

/**
 * Rent arrears in the words of VERA 4.3 (Aedes): {@code application/json;profile=vera-incasso}. The message {@code ExterneIncasso} names its
 * debtor by keys only, so the {@code NatuurlijkPersoon} and the address come beside it. Only read; docs/partners/housing.md.
 */
public final class VeraArrearsAdapter implements PartnerAdapter {

    private static final String PROFILE = "vera-incasso";
    private static final JsonSchema SCHEMA = JsonSchema.ofResource("/schemas/vera-incasso.schema.json");

    @Override
    public String name() {
        return PROFILE;
    }

    @Override
    public boolean reads(String mediaType) {
        return MediaType.parse(mediaType)
                .filter(type -> type.is("application/json"))
                .filter(type -> PROFILE.equals(type.profile()))
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
        List<Violation> numbers = new ArrayList<>();
        numbers(root, "", numbers);
        return numbers.isEmpty() ? new VeraArrears(root).translation() : new Translation.Untranslatable(numbers);
    }

    /** A landlord has no right to a citizen service number (UAVG art. 46), in whatever field or list it stands. */
    private static void numbers(JsonNode node, String at, List<Violation> faults) {
        node.properties().forEach(field -> {
            String below = at + "/" + field.getKey();
            boolean said =
                    CitizenNumbers.named(field.getKey()) && !field.getValue().isNull();
            boolean own = field.getKey().equals("id") || field.getKey().equals("code");
            if (said || (!own && holds(field.getValue()))) {
                faults.add(forbidden(CitizenNumbers.in(field.getKey()) ? at : below));
            } else {
                numbers(field.getValue(), below, faults);
            }
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            if (holds(node.get(i))) {
                faults.add(forbidden(at + "/" + i));
            } else {
                numbers(node.get(i), at + "/" + i, faults);
            }
        }
    }

    private static boolean holds(JsonNode node) {
        return node.isValueNode() && CitizenNumbers.in(node.asString(""));
    }

    private static Violation forbidden(String at) {
        return new Violation(
                at, "BSN_FORBIDDEN", "This may be a citizen service number, to which its sender has no right.");
    }

    @Override
    public Optional<Payload> write(Message message) {
        return Optional.empty();
    }
}
