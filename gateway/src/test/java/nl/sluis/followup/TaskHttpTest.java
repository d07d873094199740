package nl.sluis.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import nl.sluis.household.Households;
import nl.sluis.testing.Family;
import nl.sluis.testing.FeedSlice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestConstructor;
import org.springframework.transaction.support.TransactionTemplate;

@FeedSlice
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class TaskHttpTest {

    private final HttpClient http = HttpClient.newHttpClient();
    private final Tasks tasks;
    private final Households households;
    private final TransactionTemplate transaction;
    private final int port;

    TaskHttpTest(Tasks tasks, Households households, TransactionTemplate transaction, @LocalServerPort int port) {
        this.tasks = tasks;
        this.households = households;
        this.transaction = transaction;
        this.port = port;
    }

    @AfterEach
    void hangUp() {
        http.shutdownNow();
    }

    @Test
    void showsWhatMustBeDoneAndSettlesItForAReason() throws Exception {
        UUID household = Objects.requireNonNull(transaction.execute(
                status -> households.link(Family.concern("Is moe.").build()).household()));
        UUID task = opened(
                household, Opening.of(TaskKind.STALLED).ownedBy("worker-9").because("Niets gebeurd."));
        String path = "/v1/households/" + household + "/tasks";

        assertThat(get(path).body()).contains(task.toString(), "STALLED", "Niets gebeurd.", "\"ownerRole\":\"intake\"");
        assertThat(get("/v1/tasks?owner=worker-9").body()).contains(task.toString());
        assertThat(get("/v1/tasks?owner=worker-8").body()).doesNotContain(task.toString());
        assertThat(get("/v1/tasks?overdue=maybe").statusCode()).isEqualTo(422);

        String settlement = path + "/" + task + "/settlement";
        assertThat(post(settlement, "{}").body()).contains("/code", "REQUIRED");
        assertThat(post(settlement, "{\"code\": \"DONE\"}").body()).contains("/reason", "REQUIRED");
        assertThat(post(settlement, "{\"code\": \"is gedaan!\", \"reason\": \"x\"}")
                        .body())
                .contains("NOT_A_CODE")
                .doesNotContain("gedaan!");
        String good = "{\"code\": \"VISITED\", \"reason\": \"Geweest.\"}";
        assertThat(post(settlement, good).statusCode()).isEqualTo(204);
        assertThat(post(settlement, good).statusCode()).isEqualTo(409);
        assertThat(post(path + "/" + UUID.randomUUID() + "/settlement", good).statusCode())
                .isEqualTo(404);
        assertThat(get(path).body()).doesNotContain(task.toString());
    }

    @Test
    void whatIsSettledByDoingItIsNotSettledBySayingSo() throws Exception {
        UUID household = Objects.requireNonNull(transaction.execute(
                status -> households.link(Family.concern("Is moe.").build()).household()));
        UUID task =
                opened(household, Opening.of(TaskKind.PASS_ON_ACCEPTANCE).dueAt(Instant.parse("2026-11-01T00:00:00Z")));

        HttpResponse<String> answer = post(
                "/v1/households/" + household + "/tasks/" + task + "/settlement",
                "{\"code\": \"DONE\", \"reason\": \"Klaar.\"}");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(get("/v1/tasks?overdue=true").body()).contains(task.toString(), "\"overdue\":true");
    }

    private UUID opened(UUID household, Opening opening) {
        return Objects.requireNonNull(transaction.execute(status -> tasks.open(household, opening)));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(at(path)));
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
