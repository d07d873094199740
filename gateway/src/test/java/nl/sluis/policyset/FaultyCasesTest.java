package nl.sluis.policyset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.stream.Stream;
import nl.sluis.policy.PolicyDecisionPoint;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One good case with one fault at a time: each is answered with the place of the fault, and never decided. */
class FaultyCasesTest {

    private final PolicyDecisionPoint decisionPoint = new PolicyDecisionPoint();
    private final JsonNode file = read();

    @TestFactory
    Stream<DynamicTest> everyFaultIsNamedAtItsPlace() {
        return file.get("faults")
                .valueStream()
                .map(fault -> DynamicTest.dynamicTest(fault.get("why").stringValue(), () -> assertNamed(fault)));
    }

    private void assertNamed(JsonNode fault) {
        JsonNode answer = CaseJson.decide(faulty(fault), decisionPoint);
        assertThat(answer.propertyNames()).contains("errors").doesNotContain("outcome");
        assertThat(answer.get("errors").toString()).isEqualTo("[" + fault.get("error") + "]");
    }

    private JsonNode faulty(JsonNode fault) {
        JsonNode question = file.get("good").deepCopy();
        JsonPointer place = JsonPointer.compile(fault.get("at").stringValue());
        JsonNode parent = question.at(place.head());
        if (parent instanceof ArrayNode array) {
            array.set(place.last().getMatchingIndex(), fault.get("put"));
        } else if (fault.has("put")) {
            ((ObjectNode) parent).set(place.last().getMatchingProperty(), fault.get("put"));
        } else {
            ((ObjectNode) parent).remove(place.last().getMatchingProperty());
        }
        return question;
    }

    @Test
    void theCaseWithoutAFaultIsDecided() {
        assertThat(CaseJson.decide(file.get("good"), decisionPoint)
                        .get("outcome")
                        .stringValue())
                .isEqualTo("PERMIT");
    }

    private static JsonNode read() {
        try (InputStream in = Objects.requireNonNull(FaultyCasesTest.class.getResourceAsStream("/faulty-cases.json"))) {
            return CaseJson.mapper().readTree(in.readAllBytes());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
