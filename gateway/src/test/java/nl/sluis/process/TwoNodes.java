package nl.sluis.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.sluis.certs.DevelopmentPki;
import nl.sluis.certs.Holder;
import nl.sluis.certs.PkiFiles;
import nl.sluis.demo.Neighbourhood;
import nl.sluis.demo.Neighbourhood.Member;
import tools.jackson.databind.JsonNode;

/**
 * The school and the neighbourhood team, each in a process of its own. Nothing runs until it is started, but for the first of a build, from
 * which the others learn to start faster; closing ends all.
 */
final class TwoNodes implements AutoCloseable {

    private final NodeProcess school;
    private final NodeProcess team;
    private final Curl schoolSystem;
    private final Curl teamSystem;

    /**
     * Makes certificates and two configuration files.
     *
     * @param home where everything of them goes
     */
    TwoNodes(Path home) throws IOException {
        PkiFiles files = DevelopmentPki.generate(Files.createDirectories(home.resolve("pki")), Holder.lindedam());
        Neighbourhood neighbourhood = new Neighbourhood(files, home, FreePorts.base(0, 1, 100, 101), "");
        Program program = new Program(home);
        this.school = NodeProcess.embedded(program, home, neighbourhood, Member.SCHOOL);
        this.team = NodeProcess.embedded(program, home, neighbourhood, Member.WIJKTEAM);
        this.schoolSystem = new Curl(neighbourhood.address(Member.SCHOOL), files, Member.SCHOOL.certificateName());
        this.teamSystem = new Curl(neighbourhood.address(Member.WIJKTEAM), files, Member.WIJKTEAM.certificateName());
        school.warm();
    }

    NodeProcess school() {
        return school;
    }

    NodeProcess team() {
        return team;
    }

    SchoolSystem schoolSystem() {
        return new SchoolSystem(schoolSystem, Member.WIJKTEAM.organisation());
    }

    void startBoth() throws IOException {
        school.launch();
        team.launch();
        school.awaitHealthy();
        team.awaitHealthy();
    }

    /** An attachment of an item, as the team's own system gets it. */
    NodeApi.Answer attachment(String item, String name) throws IOException, InterruptedException {
        return teamSystem.get("/v1/feed/" + item + "/attachments/" + name, Map.of());
    }

    /** Brings a file of any size to the school's node. */
    NodeApi.Answer upload(String path, Map<String, String> headers, Path file)
            throws IOException, InterruptedException {
        return schoolSystem.upload(path, headers, file);
    }

    /** The items of the team's feed that came with a message. */
    List<JsonNode> feed(String messageId) throws IOException, InterruptedException {
        NodeApi.Answer answer = teamSystem.get("/v1/feed?limit=200", Map.of("Accept", "application/json"));
        assertThat(answer.status()).isEqualTo(200);
        return answer.json().path("items").values().stream()
                .filter(item -> item.path("messageId").asString().equals(messageId))
                .toList();
    }

    /** An item's message in the format of the team's own system. */
    NodeApi.Answer receivedMessage(String item) throws IOException, InterruptedException {
        return teamSystem.get("/v1/feed/" + item + "/message", Map.of("Accept", "application/vnd.sluis.message+json"));
    }

    /** Waits until the school's message is in a state; returns how long that took. */
    Duration awaitState(String messageId, String state) {
        long begin = System.nanoTime();
        await("the message is " + state)
                .atMost(NodeProcess.CEILING)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> schoolSystem().state(messageId), state::equals);
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** At the receiver: one envelope, one item, one entry in the audit; at the sender: delivered, told once. */
    void assertDeliveredOnce(String messageId) throws IOException, InterruptedException {
        assertThat(feed(messageId)).hasSize(1);
        assertThat(team.database().received(messageId)).contains("DELIVERED");
        assertThat(team.database().audited(messageId)).containsExactly("envelope.received", "message.received");
        assertThat(school.database().audited(messageId))
                .endsWith("message.delivered")
                .containsOnlyOnce("message.sent");
    }

    @Override
    public void close() throws IOException, InterruptedException {
        try {
            school.end();
        } finally {
            team.end();
        }
    }
}
