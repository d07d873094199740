package nl.sluis.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import nl.sluis.process.NodeApi;
import nl.sluis.process.SchoolSystem.Child;

/** What the team's own system does at its node: records consents that name the school as discloser, which get a copy. */
record TeamConsents(Door team, String school) {

    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    private static final String PERSON = "{\"birthDate\": \"2008-05-04\", \"bsn\": \"%s\"}";
    private static final String CONSENT = """
            {"giver": "%1$s", "capacity": "SELF", "subjects": ["%1$s"], "discloser": "%2$s",
             "recipients": ["wijkteam-noord"], "purposes": ["YOUTH_SUPPORT"], "categories": ["IDENTITY", "OBSERVATION"],
             "lifeDomains": ["LGZ"], "decision": "GIVEN", "evidence": "formulier van de familie"}""";

    /** Records one; its identity. */
    String records(Child child) throws IOException, InterruptedException {
        recorded("PUT", "/v1/persons/" + child.ref(), PERSON.formatted(child.bsn()));
        return recorded("POST", "/v1/consents", CONSENT.formatted(child.ref(), school))
                .text("id");
    }

    /** Withdraws it for who gave it. */
    void withdraws(Child child, String consent) throws IOException, InterruptedException {
        recorded(
                "POST",
                "/v1/consents/" + consent + "/withdrawal",
                "{\"by\": \"" + child.ref() + "\", \"channel\": \"TELEFONISCH\"}");
    }

    private NodeApi.Answer recorded(String method, String path, String json) throws IOException, InterruptedException {
        NodeApi.Answer answer = team.send(method, path, JSON, json);
        assertThat(answer.status())
                .as(path + " " + new String(answer.body(), StandardCharsets.UTF_8))
                .isIn(200, 201);
        return answer;
    }
}
