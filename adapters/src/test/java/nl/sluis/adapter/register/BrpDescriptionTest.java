package nl.sluis.adapter.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import nl.sluis.adapter.ApiDescription;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.Sample;
import nl.sluis.canonical.Bsn;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Our question, and the answers that tests of ours are given, by the description that the BRP published. */
class BrpDescriptionTest {

    private final ApiDescription brp = ApiDescription.of("brp", "haal-centraal-brp-bevragen-openapi.json");

    @Test
    void theQuestionIsOneThatTheRegisterTakes() {
        JsonNode question = JsonMapper.shared()
                .readTree(BrpQuestion.custodyOf(new Bsn(BrpAnswers.CHILD)).bytes());
        assertThat(brp.faults(brp.named("PersonenQuery", question), question)).isEmpty();
        JsonNode person = brp.document().at("/components/schemas/Persoon/properties");
        question.path("fields")
                .forEach(field -> assertThat(person.has(field.asString())).isTrue());
        JsonNode post = brp.document().path("paths").path("/personen").path("post");
        String type = BrpQuestion.custodyOf(new Bsn(BrpAnswers.CHILD)).mediaType();
        assertThat(post.path("requestBody").path("content").propertyNames()).contains(type);
        assertThat(post.path("responses").path("200").path("content").propertyNames())
                .allMatch(answered -> answered.startsWith("application/json"));
    }

    @Test
    void aQuestionAtFaultIsFound() {
        ObjectNode question = (ObjectNode) JsonMapper.shared()
                .readTree(BrpQuestion.custodyOf(new Bsn(BrpAnswers.CHILD)).bytes());
        question.putArray("burgerservicenummer").add("12345");
        assertThat(brp.faults(brp.named("PersonenQuery", question), question)).hasSize(1);
    }

    @Test
    void theAnswersOfTestsAreThoseOfTheRegisterAndThereIsOneOfEachSort() {
        Set<String> types = new TreeSet<>();
        for (String name : BrpAnswers.relations().keySet()) {
            types.add(fits(BrpAnswers.with(name)));
        }
        assertThat(types)
                .isEqualTo(new TreeSet<>(brp.document()
                        .at("/components/schemas/Gezagsrelatie/discriminator/mapping")
                        .propertyNames()));
        fits(Sample.of("brp-gezag.json", "").text());
    }

    @Test
    void eachOfThemIsRead() {
        for (String name : BrpAnswers.relations().keySet()) {
            BrpReply reply = BrpReply.read(
                    new Payload("application/json", BrpAnswers.with(name).getBytes(StandardCharsets.UTF_8)),
                    new Bsn(BrpAnswers.CHILD));
            assertThat(reply).as(name).isInstanceOf(BrpReply.Told.class);
        }
    }

    // A validator does not follow a discriminator by itself: each part is held against the schema that it names
    private String fits(String text) {
        JsonNode answer = JsonMapper.shared().readTree(text);
        assertThat(brp.faults(brp.named("PersonenQueryResponse", answer), answer))
                .isEmpty();
        String last = "";
        for (JsonNode person : answer.path("personen")) {
            for (JsonNode relation : person.path("gezag")) {
                last = relation.path("type").asString("");
                assertThat(brp.faults(brp.named("Gezagsrelatie", relation), relation))
                        .as(last)
                        .isEmpty();
                JsonNode third = relation.path("derde");
                if (third.isObject()) {
                    assertThat(brp.faults(brp.named("Derde", third), third)).isEmpty();
                }
            }
        }
        return last;
    }
}
