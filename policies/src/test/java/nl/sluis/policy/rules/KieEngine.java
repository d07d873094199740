package nl.sluis.policy.rules;

import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** A second engine, written by other people, on the exported model; for the comparison and the benchmark. */
public final class KieEngine {

    private final DMNRuntime runtime;
    private final DMNModel model;

    /** Reads an exported model. */
    public KieEngine(String xml) {
        Resource resource = ResourceFactory.newReaderResource(new StringReader(xml));
        resource.setSourcePath("beleid.dmn");
        this.runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(resource))
                .getOrElseThrow(e -> new IllegalStateException("the exported model cannot be read", e));
        this.model = runtime.getModels().get(0);
        if (model.hasErrors()) {
            throw new IllegalStateException(
                    "errors in the exported model: " + model.getMessages(DMNMessage.Severity.ERROR));
        }
    }

    /** The facts of a point under the names that the model uses. */
    public static Map<String, String> facts(Vocabulary vocabulary, Point point) {
        Map<String, String> facts = new HashMap<>();
        for (int f = 0; f < vocabulary.facts().size(); f++) {
            Fact fact = vocabulary.fact(f);
            facts.put(DmnExport.word(fact.name()), fact.values().get(point.value(f)));
        }
        return facts;
    }

    /** Everything that the model says: the rows that hold, and the decision. */
    public DMNResult everything(Map<String, String> facts) {
        return runtime.evaluateAll(model, context(facts));
    }

    /** The rows that hold in any table, sorted. */
    public List<String> rows(Map<String, String> facts) {
        TreeSet<String> rows = new TreeSet<>();
        for (Effect effect : Effect.values()) {
            if (effect != Effect.NEVER) {
                rows.addAll(rows(DmnExport.collected(effect), facts));
            }
        }
        return List.copyOf(rows);
    }

    /** The rows of one table, or of one effect, that hold. */
    TreeSet<String> rows(String decision, Map<String, String> facts) {
        Object rows = evaluate(decision, facts);
        TreeSet<String> ids = new TreeSet<>();
        if (rows instanceof List<?> list) {
            list.forEach(id -> ids.add(String.valueOf(id)));
        } else if (rows != null) {
            ids.add(String.valueOf(rows));
        }
        return ids;
    }

    Object evaluate(String decision, Map<String, String> facts) {
        DMNResult result = runtime.evaluateByName(model, context(facts), decision);
        return answer(result, decision);
    }

    Object combine(Map<String, ?> rows) {
        DMNResult result = runtime.evaluateDecisionService(model, context(rows), DmnExport.COMBINE);
        return answer(result, DmnExport.DECISION);
    }

    private DMNContext context(Map<String, ?> values) {
        DMNContext context = runtime.newContext();
        values.forEach(context::set);
        return context;
    }

    private static Object answer(DMNResult result, String decision) {
        if (result.hasErrors()) {
            throw new IllegalStateException("cannot evaluate: " + result.getMessages(DMNMessage.Severity.ERROR));
        }
        return result.getDecisionResultByName(decision).getResult();
    }
}
