package nl.sluis.adapter.partners.debt;

import java.util.ArrayList;
import java.util.List;
import nl.sluis.adapter.Violation;
import nl.sluis.adapter.partners.debt.DdasAdapter.Model;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The document again and again, each time with one item and nobody else's; what stands around the items comes with each of them. */
final class DdasParts {

    /** Longest text around the items, in bytes: it is written once for each of them. */
    static final int MAX_AROUND = 65_536;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** What the municipality did about signals names other signals too. */
    private static final String HANDLING = "vroegsignaalzaken";

    private final JsonNode root;
    private final JsonNode deliveries;
    private final Model model;

    DdasParts(JsonNode root, Model model) {
        this.root = root;
        this.deliveries = root.path("leveringen");
        this.model = model;
    }

    /** What stands around the items and is too long to be written with each of them. */
    List<Violation> faults() {
        List<Violation> faults = new ArrayList<>();
        hold("/", with(root, "leveringen", MAPPER.createArrayNode()), faults);
        for (int i = 0; i < deliveries.size(); i++) {
            hold("/leveringen/" + i, with(deliveries.get(i), model.items(), MAPPER.createArrayNode()), faults);
        }
        return faults;
    }

    /** The document with one item, UTF-8. */
    byte[] part(int delivery, int item) {
        JsonNode left = deliveries.get(delivery);
        ArrayNode items = MAPPER.createArrayNode().add(left.path(model.items()).get(item));
        ArrayNode one = MAPPER.createArrayNode().add(with(left, model.items(), items));
        return MAPPER.writeValueAsBytes(with(root, "leveringen", one));
    }

    private static void hold(String place, ObjectNode around, List<Violation> faults) {
        if (MAPPER.writeValueAsBytes(around).length > MAX_AROUND) {
            faults.add(new Violation(place, "TOO_LONG", "What stands around the messages has at most 65,536 bytes."));
        }
    }

    /** The same fields in the same order, not copied, with one of them replaced: the key of a message holds the hash of its part. */
    private static ObjectNode with(JsonNode owner, String field, JsonNode value) {
        ObjectNode one = MAPPER.createObjectNode();
        owner.properties().stream()
                .filter(each -> field.equals("leveringen") || !each.getKey().equals(HANDLING))
                .forEach(each -> one.set(each.getKey(), each.getKey().equals(field) ? value : each.getValue()));
        return one;
    }
}
