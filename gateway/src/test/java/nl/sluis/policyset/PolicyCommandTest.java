package nl.sluis.policyset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class PolicyCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String input, String... args) {
        return PolicyCommand.run(
                args,
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private JsonNode answer() {
        return CaseJson.mapper().readTree(out.toByteArray());
    }

    private static String first() {
        return OwnCases.all().findFirst().orElseThrow().question().toString();
    }

    @Test
    void theExampleOfTheCaseFormatIsAnsweredAsItSays() {
        assertThat(run(first(), "decide", "--case", "-")).isEqualTo(PolicyCommand.OK);
        JsonNode answer = answer();
        assertThat(answer.propertyNames())
                .containsExactly("id", "outcome", "reasons", "withheld", "missing", "obligations", "policy", "whyNot");
        assertThat(answer.get("outcome").stringValue()).isEqualTo("HOLD");
        assertThat(answer.get("reasons").get(0).propertyNames())
                .containsExactly("code", "rule", "article", "text", "subject", "person");
        assertThat(answer.get("missing").toString())
                .isEqualTo("[{\"what\":\"CONSENT\",\"from\":\"kerem\",\"about\":\"mila\"}]");
    }

    @Test
    void aFileIsReadLikeStandardInput(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("case.json"), first());
        assertThat(run("", "decide", "--case", file.toString())).isEqualTo(PolicyCommand.OK);
        assertThat(answer().get("id").stringValue()).isEqualTo("parents-of-mila");
    }

    @Test
    void anArrayAnswersAtEachPlaceAlsoWhereACaseIsFaulty() {
        String faulty = "{\"id\": \"bad\", \"at\": \"yesterday\"}";
        assertThat(run("[" + first() + "," + faulty + "," + first() + "]", "decide", "--case", "-"))
                .isEqualTo(PolicyCommand.BAD_INPUT);
        JsonNode answers = answer();
        assertThat(answers.size()).isEqualTo(3);
        assertThat(answers.get(1).get("id").stringValue()).isEqualTo("bad");
        assertThat(answers.get(1).get("errors").get(0).toString())
                .isEqualTo("{\"path\":\"/at\",\"code\":\"INVALID_DATE\"}");
        assertThat(answers.get(2).get("outcome").stringValue()).isEqualTo("HOLD");
    }

    @Test
    void anEmptyArrayAnswersWithAnEmptyArray() {
        assertThat(run("[]", "decide", "--case", "-")).isEqualTo(PolicyCommand.OK);
        assertThat(answer().isArray()).isTrue();
    }

    @Test
    void whatIsNoJsonIsAnsweredInJson() {
        for (String input : new String[] {"{\"id\": ", "", "{} {}", "{\"id\": 1, \"id\": 2}", "geheim"}) {
            out.reset();
            assertThat(run(input, "decide", "--case", "-")).isEqualTo(PolicyCommand.BAD_INPUT);
            assertThat(answer().get("errors").get(0).get("code").stringValue()).isEqualTo("MALFORMED_JSON");
        }
        assertThat(err.toString(StandardCharsets.UTF_8)).doesNotContain("geheim");
    }

    @Test
    void aFileThatIsNotThereIsToldOnStandardError() {
        assertThat(run("", "decide", "--case", "no-such-file.json")).isEqualTo(PolicyCommand.BAD_INPUT);
        assertThat(out.size()).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("cannot read no-such-file.json");
    }

    @Test
    void otherWordsShowTheUsage() {
        assertThat(run("", "decide")).isEqualTo(PolicyCommand.BAD_INPUT);
        assertThat(run("")).isEqualTo(PolicyCommand.BAD_INPUT);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains(
                        "Usage: policy decide",
                        "--case=FILE|-",
                        "Usage: policy [-h] [COMMAND]",
                        "export-dmn",
                        "verify");
        assertThat(out.size()).isZero();
    }

    @Test
    void checkProvesTheShippedRulesAndPrintsTheirHash() {
        assertThat(run("", "check")).isEqualTo(PolicyCommand.OK);
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("sha256:").contains("voorbeelden");
        assertThat(err.size()).isZero();
    }
}
