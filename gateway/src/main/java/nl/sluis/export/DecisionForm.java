package nl.sluis.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * VNG Authorization Decision Log: each decision with its request and response as OpenID AuthZEN has them. What was left out for
 * privacy is named in the line, as the standard asks.
 */
final class DecisionForm implements Form {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public Written write(Evidence evidence) {
        if (evidence.meaning().act() != Act.DECIDED) {
            return Written.NOTHING;
        }
        List<String> missing = new ArrayList<>(List.of("request.resource.properties"));
        ObjectNode line = JSON.createObjectNode();
        line.put("timestamp", evidence.entry().at().toString());
        line.put("endpoint", "access_evaluation");
        line.put("trace_id", evidence.traceId());
        line.put("span_id", evidence.spanId("decision"));
        request(line.putObject("request"), evidence, missing);
        response(line.putObject("response"), evidence, missing);
        ObjectNode policies = line.putObject("policies");
        evidence.field("policy")
                .ifPresentOrElse(policy -> policies.put("sluis.policy-set", policy), () -> missing.add("policies"));
        ObjectNode information = line.putObject("information");
        evidence.field("decision")
                .ifPresentOrElse(
                        decision -> information.put("sluis.decision-facts", decision),
                        () -> missing.add("information"));
        ObjectNode engine = line.putObject("engine");
        engine.put("hostname", evidence.whose().origin());
        engine.putObject("configuration").put("type", "sluis");
        missing.add("engine.version");
        line.put("entry", evidence.entry().n());
        ArrayNode omitted = line.putArray("omitted");
        missing.forEach(omitted::add);
        return new Written(List.of(line.toString()), missing);
    }

    private static void request(ObjectNode request, Evidence evidence, List<String> missing) {
        ObjectNode subject = request.putObject("subject");
        subject.put("type", "organisation");
        evidence.field("recipient")
                .ifPresentOrElse(recipient -> subject.put("id", recipient), () -> missing.add("request.subject.id"));
        ObjectNode action = request.putObject("action");
        action.put("name", "disclose");
        ObjectNode properties = action.putObject("properties");
        for (String name : List.of("kind", "basis")) {
            evidence.field(name)
                    .ifPresentOrElse(
                            value -> properties.put(name, value),
                            () -> missing.add("request.action.properties." + name));
        }
        ObjectNode resource = request.putObject("resource");
        resource.put("type", "message");
        String message = evidence.entry().messageId();
        if (message == null) {
            missing.add("request.resource.id");
        } else {
            resource.put("id", message);
        }
        request.putObject("context").put("time", evidence.entry().at().toString());
    }

    private static void response(ObjectNode response, Evidence evidence, List<String> missing) {
        String outcome =
                evidence.field("outcome").or(() -> evidence.field("state")).orElse("");
        // QUEUED: permitted again, and on its way
        response.put("decision", outcome.equals("PERMIT") || outcome.equals("QUEUED"));
        ObjectNode context = response.putObject("context");
        if (outcome.isEmpty()) {
            missing.add("response.context.outcome");
        } else {
            context.put("outcome", outcome);
        }
        evidence.field("withheld").ifPresent(count -> context.put("withheld", count));
        ArrayNode reasons = context.putArray("reasons");
        evidence.field("reasons")
                .or(() -> evidence.field("detail"))
                .ifPresentOrElse(
                        codes -> Arrays.stream(codes.split("[ ,]+")).forEach(reasons::add),
                        () -> missing.add("response.context.reasons"));
    }
}
