package nl.sluis.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.sluis.demo.Neighbourhood.Member;
import nl.sluis.path.Http.Reply;
import nl.sluis.policy.PolicyDecisionPoint;
import nl.sluis.policyset.CaseJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Our own cases answer over HTTP what {@code ./sluis policy decide} answers, at a node that knows nobody in them. */
@ExtendWith(NodesExtension.class)
class CasesOverHttpTest {

    private static final List<String> FILES =
            List.of("outcomes", "givers", "boundaries", "scope", "third-persons", "profiles", "meldrecht", "advice");

    private final Nodes nodes;

    CasesOverHttpTest(Nodes nodes) {
        this.nodes = nodes;
    }

    @Test
    void answersEveryCaseAsTheCommandDoes() throws IOException {
        ArrayNode cases = cases();
        Reply reply = nodes.system(Member.SCHOOL)
                .post("/v1/decisions", Map.of("Content-Type", CaseJson.MEDIA_TYPE), cases.toString());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(cases.size()).isGreaterThan(200);
        assertThat(reply.json()).isEqualTo(CaseJson.decide(cases, new PolicyDecisionPoint()));
    }

    @Test
    void namesThePlaceOfAFaultInACaseAndNotTheValue() throws IOException {
        Reply reply = nodes.system(Member.SCHOOL)
                .post("/v1/decisions", Map.of("Content-Type", CaseJson.MEDIA_TYPE), "{\"at\": \"geheim\"}");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.toString()).contains("/at").doesNotContain("geheim");
    }

    private static ArrayNode cases() throws IOException {
        ArrayNode all = CaseJson.mapper().createArrayNode();
        for (String file : FILES) {
            try (InputStream in =
                    Objects.requireNonNull(CasesOverHttpTest.class.getResourceAsStream("/cases/" + file + ".json"))) {
                for (JsonNode node : CaseJson.mapper().readTree(in.readAllBytes())) {
                    all.add(node.path("case"));
                }
            }
        }
        return all;
    }
}
