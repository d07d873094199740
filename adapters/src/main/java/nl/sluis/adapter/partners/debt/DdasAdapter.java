package nl.sluis.adapter.partners.debt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.sluis.adapter.Batch;
import nl.sluis.adapter.BatchAdapter;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.Violation;
import nl.sluis.adapter.source.JsonSchema;
import nl.sluis.adapter.source.MediaType;
import nl.sluis.adapter.source.StrictJson;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.Purpose;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * The exchange models of DDAS (VNG-Realisatie): {@code profile=ddas-vs} for early-warning signals (vroegsignalering 0.9),
 * {@code profile=ddas-shv} for debt help (1.0). Each signal or trajectory is a message. Written only
 * when it is said who delivers; docs/partners/debt.md.
 */
public final class DdasAdapter implements BatchAdapter {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Model model;
    private final @Nullable DdasSupplier supplier;

    /** Which of the two models. */
    public enum Model {
        /** Early-warning signals. */
        VS("ddas-vs", "vroegsignalen", "/schemas/ddas-vs.schema.json"),
        /** Trajectories of debt help. */
        SHV("ddas-shv", "schuldhulptrajecten", "/schemas/ddas-shv.schema.json");

        private final String profile;
        private final String items;
        private final JsonSchema schema;

        Model(String profile, String items, String schema) {
            this.profile = profile;
            this.items = items;
            this.schema = JsonSchema.ofResource(schema);
        }

        String items() {
            return items;
        }
    }

    /** An adapter for each model, which only reads. */
    public DdasAdapter(Model model) {
        this(model, null);
    }

    /**
     * An adapter that writes too.
     *
     * @param supplier who delivers; null when nothing is written
     */
    public DdasAdapter(Model model, @Nullable DdasSupplier supplier) {
        this.model = model;
        this.supplier = supplier;
    }

    @Override
    public String name() {
        return model.profile;
    }

    @Override
    public boolean reads(String mediaType) {
        return MediaType.parse(mediaType)
                .filter(type -> type.is("application/json"))
                .filter(type -> model.profile.equals(type.profile()))
                .isPresent();
    }

    @Override
    public Batch readAll(Payload payload, int most) {
        return StrictJson.read(payload).fold(Batch::faulty, document -> read(payload, document.root(), most));
    }

    private Batch read(Payload payload, JsonNode root, int most) {
        List<Violation> shape = model.schema.faults(root);
        if (!shape.isEmpty()) {
            return Batch.faulty(shape);
        }
        JsonNode deliveries = root.path("leveringen");
        int count = deliveries
                .valueStream()
                .mapToInt(delivery -> delivery.path(model.items).size())
                .sum();
        if (count == 0) {
            return Batch.faulty(
                    List.of(new Violation("/leveringen", "EMPTY", "No delivery holds one of " + model.items + ".")));
        }
        if (count > most) {
            return Batch.moreThan(most);
        }
        DdasParts parts = new DdasParts(root, model);
        if (count > 1 && !parts.faults().isEmpty()) {
            return Batch.faulty(parts.faults());
        }
        List<Batch.Entry> entries = new ArrayList<>();
        for (int i = 0; i < deliveries.size(); i++) {
            int items = deliveries.get(i).path(model.items).size();
            for (int j = 0; j < items; j++) {
                int delivery = i;
                int item = j;
                entries.add(new Batch.Entry(
                        () -> new Payload(payload.mediaType(), parts.part(delivery, item)),
                        new DdasItem(root, i, j, model).translation()));
            }
        }
        return new Batch(List.of(), entries);
    }

    @Override
    public Payload answer(Payload payload, List<String> words) {
        ArrayNode results = MAPPER.createArrayNode();
        for (int i = 0; i < words.size(); i++) {
            results.addObject().put("number", i + 1).put("result", words.get(i));
        }
        return new Payload(
                "application/json",
                MAPPER.writeValueAsBytes(MAPPER.createObjectNode().set("results", results)));
    }

    @Override
    public List<Violation> missing(Message message) {
        return supplier == null || !writes(message) ? List.of() : new DdasWriting(message, model, supplier).faults();
    }

    @Override
    public Optional<Payload> write(Message message) {
        if (supplier == null || !writes(message)) {
            return Optional.empty();
        }
        DdasWriting writing = new DdasWriting(message, model, supplier);
        return writing.faults().isEmpty()
                ? Optional.of(new Payload("application/json;profile=" + model.profile, writing.bytes()))
                : Optional.empty();
    }

    /** Signals of arrears, and summaries of debt help. */
    private boolean writes(Message message) {
        return model == Model.VS
                ? message.kind() == MessageKind.ARREARS_SIGNAL
                : message.kind() == MessageKind.PLAN_SUMMARY && message.purpose() == Purpose.DEBT_HELP;
    }
}
