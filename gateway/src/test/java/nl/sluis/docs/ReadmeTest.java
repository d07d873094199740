package nl.sluis.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.sluis.certs.DevelopmentPki;
import nl.sluis.certs.Holder;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The README is true: each of its commands is known here, and is run or checked. */
class ReadmeTest {

    private static final Path ROOT = Repository.root();
    private static final Path README = ROOT.resolve("README.md");
    private static final int MAX_LINES = 120;
    private static final int FIRST_PORT = 8443;
    private static final int EX_USAGE = 64;
    private static final Pattern CERTIFICATE_FILE = Pattern.compile("certs-dev/out/(\\S+)");
    private static final Pattern DATA_FILE = Pattern.compile("--data-binary @(\\S+)");
    private static final Pattern CASE_FILE = Pattern.compile("./sluis policy decide --case (\\S+)");
    private static final Pattern ADDRESS = Pattern.compile("https://localhost:(\\d+)(/v1/\\S+)");

    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicTest> everyCommandIsTrue() throws IOException {
        List<String> commands = Repository.commands(README);
        assertThat(commands).contains("./sluis demo", "mvn verify");
        return commands.stream().map(command -> DynamicTest.dynamicTest(command, () -> check(command)));
    }

    @Test
    void itIsShort() throws IOException {
        assertThat(Files.readAllLines(README)).hasSizeLessThanOrEqualTo(MAX_LINES);
    }

    private void check(String command) throws IOException, InterruptedException {
        if (command.equals("./sluis demo")) {
            // The test of the story runs it; here: that the launcher knows it.
            assertThat(Repository.run(ROOT, List.of("./sluis", "help")).output())
                    .contains("./sluis demo");
        } else if (command.equals("mvn verify")) {
            assertThat(ROOT.resolve("pom.xml")).as("this build").isRegularFile();
        } else if (command.startsWith("curl ")) {
            checkCurl(command);
        } else if (command.startsWith("./sluis policy decide ")) {
            decide(command);
        } else {
            fail("A command in the README that no test knows: " + command);
        }
    }

    private void checkCurl(String command) throws IOException {
        DevelopmentPki.generate(directory, Holder.lindedam());
        Matcher files = CERTIFICATE_FILE.matcher(command);
        while (files.find()) {
            assertThat(directory.resolve(files.group(1))).isRegularFile();
        }
        Matcher address = ADDRESS.matcher(command);
        assertThat(address.find()).isTrue();
        Holder asked = Holder.lindedam().get(Integer.parseInt(address.group(1)) - FIRST_PORT);
        assertThat(command).as("a node answers its own system only").contains("/" + asked.name() + ".system.pem");
        Matcher data = DATA_FILE.matcher(command);
        assertThat(data.find()).isTrue();
        Path body = ROOT.resolve(data.group(1));
        assumeTrue(Files.exists(body), "not yet: " + data.group(1));
        assertThat(JsonMapper.shared().readTree(Files.readString(body)).isObject())
                .isTrue();
    }

    private static void decide(String command) throws IOException, InterruptedException {
        Matcher file = CASE_FILE.matcher(command);
        assertThat(file.matches()).isTrue();
        Path question = ROOT.resolve(file.group(1));
        assertThat(JsonMapper.shared().readTree(Files.readString(question)).has("items"))
                .isTrue();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Repository.Ran ran = Repository.run(
                ROOT,
                List.of(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "nl.sluis.cli.Sluis",
                        "policy",
                        "decide",
                        "--case",
                        question.toString()));
        assumeFalse(ran.exitCode() == EX_USAGE && !ran.errors().contains("policy"), "not yet: policy decide");
        assertThat(ran.exitCode()).as(ran.errors()).isZero();
        JsonNode answer = JsonMapper.shared().readTree(ran.output());
        assertThat(answer.get("outcome").asString()).isEqualTo("HOLD");
        assertThat(answer.get("missing").get(0).get("from").asString()).isEqualTo("kerem");
    }
}
