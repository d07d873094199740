package nl.sluis.policy.bench;

import java.io.StringReader;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import nl.sluis.policy.rules.DmnOfRules;
import nl.sluis.policy.rules.Point;
import nl.sluis.policy.rules.RuleSet;
import nl.sluis.policy.rules.Vocabulary;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNDecisionResult;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** The rules of a day as decision tables of DMN, in the engine of Apache KIE. */
final class KieDmn {

    private final DMNRuntime runtime;
    private final DMNModel model;

    KieDmn(RuleSet rules) {
        Resource resource = ResourceFactory.newReaderResource(new StringReader(DmnOfRules.xml(rules)), "UTF-8");
        resource.setSourcePath("rules.dmn");
        runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(resource))
                .getOrElseThrow(IllegalStateException::new);
        model = runtime.getModels().get(0);
    }

    /** The facts of a point as the engine wants them. */
    Map<String, Object> context(Vocabulary vocabulary, Point point) {
        return new HashMap<>(DmnOfRules.context(vocabulary, point));
    }

    DMNResult evaluate(Map<String, Object> facts) {
        DMNContext context = runtime.newContext();
        facts.forEach(context::set);
        return runtime.evaluateAll(model, context);
    }

    /** The rows that hold, sorted. */
    List<String> rows(Map<String, Object> facts) {
        DMNResult result = evaluate(facts);
        if (result.hasErrors()) {
            throw new IllegalStateException("KIE DMN: " + result.getMessages());
        }
        return result.getDecisionResults().stream()
                .map(DMNDecisionResult::getResult)
                .filter(Objects::nonNull)
                .flatMap(rows -> rows instanceof Collection<?> many ? many.stream() : Stream.of(rows))
                .map(Object::toString)
                .sorted()
                .toList();
    }
}
