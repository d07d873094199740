package nl.sluis.policyset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.sluis.policy.PolicyDecisionPoint;
import nl.sluis.policy.ReasonCode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class OwnCasesTest {

    /** A case carries no address content, so that nothing can be secret in it; tested with messages. */
    private static final Set<ReasonCode> ONLY_IN_MESSAGES = EnumSet.of(ReasonCode.SECRET_ADDRESS);

    private final PolicyDecisionPoint decisionPoint = new PolicyDecisionPoint();

    @TestFactory
    Stream<DynamicTest> everyCaseIsDecidedAsReasoned() {
        return OwnCases.all()
                .map(own -> DynamicTest.dynamicTest(own.id() + ": " + own.why(), () -> assertDecided(own)));
    }

    private void assertDecided(OwnCases.OwnCase own) {
        JsonNode answer = CaseJson.decide(own.question(), decisionPoint);
        ObjectNode seen = CaseJson.mapper().createObjectNode();
        for (String field : own.expect().propertyNames()) {
            seen.set(field, field.equals("reasons") ? withoutTexts(answer.get(field)) : answer.get(field));
        }
        assertThat(seen.toString()).isEqualTo(own.expect().toString());
        assertThat(answer.get("policy").stringValue()).startsWith("sha256:");
    }

    private static JsonNode withoutTexts(JsonNode reasons) {
        var list = CaseJson.mapper().createArrayNode();
        reasons.forEach(reason -> {
            assertThat(reason.get("text").stringValue()).isNotBlank();
            assertThat(reason.get("article").stringValue()).isNotBlank();
            ObjectNode copy = (ObjectNode) reason.deepCopy();
            list.add(copy.remove(java.util.List.of("rule", "article", "text")));
        });
        return list;
    }

    @Test
    void whoMayNotGoIsToldWhatWouldHelp() {
        assertThat(OwnCases.all())
                .filteredOn(own -> !own.expect().get("outcome").stringValue().equals("PERMIT")
                        && !own.question().get("items").isEmpty()
                        && own.question().get("basis").stringValue().equals("CONSENT"))
                .allSatisfy(own -> assertThat(
                                CaseJson.decide(own.question(), decisionPoint).get("whyNot"))
                        .as(own.id())
                        .isNotEmpty());
    }

    @Test
    void noFileOfTheFolderIsForgotten() throws IOException, URISyntaxException {
        Path folder = Path.of(
                Objects.requireNonNull(OwnCases.class.getResource("/cases")).toURI());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".json", "")))
                    .containsExactlyInAnyOrderElementsOf(OwnCases.FILES);
        }
    }

    @Test
    void everyReasonCodeOccurs() {
        Set<String> seen = new TreeSet<>();
        OwnCases.all().forEach(own -> {
            own.expect()
                    .path("reasons")
                    .forEach(reason -> seen.add(reason.get("code").stringValue()));
            own.expect()
                    .path("withheld")
                    .forEach(item -> seen.add(item.get("code").stringValue()));
        });
        assertThat(EnumSet.complementOf(EnumSet.copyOf(ONLY_IN_MESSAGES)))
                .allSatisfy(code -> assertThat(seen).contains(code.name()));
    }

    @Test
    void everyOutcomeAndEveryRegimeOccursOftenEnough() {
        assertThat(OwnCases.all().count()).isGreaterThanOrEqualTo(60);
        assertThat(OwnCases.all().map(own -> own.expect().get("outcome").stringValue()))
                .contains("DENY", "REVIEW", "HOLD", "PERMIT");
        assertThat(OwnCases.all().map(OwnCases.OwnCase::id).distinct().count())
                .isEqualTo(OwnCases.all().count());
    }
}
