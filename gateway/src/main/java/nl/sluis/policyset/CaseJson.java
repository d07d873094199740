package nl.sluis.policyset;

import java.util.List;
import nl.sluis.policy.Missing;
import nl.sluis.policy.Obligation;
import nl.sluis.policy.PolicyDecisionPoint;
import nl.sluis.policy.Reason;
import nl.sluis.policy.SharingRequest;
import nl.sluis.policy.Verdict;
import nl.sluis.policy.Withheld;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The case format: reads a case strictly and writes the answer. The same for the command and for HTTP. */
public final class CaseJson {

    /** Media type of a case over HTTP. */
    public static final String MEDIA_TYPE = "application/json;profile=case";

    /** Deepest nesting that is read. */
    public static final int MAX_DEPTH = 32;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private CaseJson() {}

    /** What reading a case gave. */
    public sealed interface Read {

        /** The case's own name; null when it has none. */
        @Nullable
        String id();

        /** A case that can be decided. */
        record Case(@Nullable String id, SharingRequest request) implements Read {}

        /** A case that cannot, with everything that is wrong. */
        record Faulty(@Nullable String id, List<CaseError> errors) implements Read {

            public Faulty {
                errors = List.copyOf(errors);
            }
        }
    }

    /** The mapper that reads cases: strict about duplicate keys, nesting and what follows. Never reconfigured. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** Reads one case. */
    public static Read read(JsonNode node) {
        CaseReader reader = new CaseReader(node);
        String id = reader.id();
        SharingRequest request = reader.request();
        return request == null ? new Read.Faulty(id, reader.errors()) : new Read.Case(id, request);
    }

    /** Reads and decides one case, or each of an array at its own place. */
    public static JsonNode decide(JsonNode input, PolicyDecisionPoint decisionPoint) {
        if (!input.isArray()) {
            return decideOne(input, decisionPoint);
        }
        ArrayNode answers = MAPPER.createArrayNode();
        input.forEach(node -> answers.add(decideOne(node, decisionPoint)));
        return answers;
    }

    private static ObjectNode decideOne(JsonNode node, PolicyDecisionPoint decisionPoint) {
        return switch (read(node)) {
            case Read.Case found -> answer(found.id(), decisionPoint.judge(found.request()));
            case Read.Faulty faulty -> errors(faulty.id(), faulty.errors());
        };
    }

    /** Whether an answer of {@link #decide} holds errors anywhere. */
    public static boolean hasErrors(JsonNode answer) {
        if (answer.isArray()) {
            return answer.valueStream().anyMatch(CaseJson::hasErrors);
        }
        return answer.has("errors");
    }

    /** Writes a verdict. */
    public static ObjectNode answer(@Nullable String id, Verdict verdict) {
        ObjectNode answer = named(id);
        answer.put("outcome", verdict.outcome().name());
        ArrayNode reasons = answer.putArray("reasons");
        verdict.reasons().forEach(reason -> reasons.add(reason(reason)));
        ArrayNode withheld = answer.putArray("withheld");
        verdict.withheld().forEach(item -> withheld.add(withheld(item)));
        ArrayNode missing = answer.putArray("missing");
        verdict.missing().forEach(fact -> missing.add(missing(fact)));
        ArrayNode obligations = answer.putArray("obligations");
        verdict.obligations().forEach(obligation -> obligations.add(obligation(obligation)));
        answer.put("policy", verdict.policy());
        ArrayNode whyNot = answer.putArray("whyNot");
        verdict.whyNot().forEach(whyNot::add);
        return answer;
    }

    /** Writes what is wrong with a case. */
    public static ObjectNode errors(@Nullable String id, List<CaseError> errors) {
        ObjectNode answer = named(id);
        ArrayNode list = answer.putArray("errors");
        errors.forEach(error -> list.addObject().put("path", error.path()).put("code", error.code()));
        return answer;
    }

    private static ObjectNode named(@Nullable String id) {
        ObjectNode node = MAPPER.createObjectNode();
        return id == null ? node : node.put("id", id);
    }

    private static ObjectNode reason(Reason reason) {
        ObjectNode node = MAPPER.createObjectNode()
                .put("code", reason.code().name())
                .put("rule", reason.rule())
                .put("article", reason.article())
                .put("text", reason.text());
        if (reason.subject() != null) {
            node.put("subject", reason.subject().value());
        }
        if (reason.person() != null) {
            node.put("person", reason.person().value());
        }
        return node;
    }

    private static ObjectNode withheld(Withheld withheld) {
        return MAPPER.createObjectNode()
                .put("item", withheld.item().value())
                .put("code", withheld.code().name());
    }

    private static ObjectNode missing(Missing missing) {
        return MAPPER.createObjectNode()
                .put("what", missing.what().name())
                .put("from", missing.from().value())
                .put("about", missing.about().value());
    }

    private static ObjectNode obligation(Obligation obligation) {
        ObjectNode node = MAPPER.createObjectNode().put("code", obligation.code());
        return obligation.due() == null
                ? node
                : node.put("due", obligation.due().toString());
    }
}
