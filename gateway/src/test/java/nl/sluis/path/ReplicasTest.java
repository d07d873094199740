package nl.sluis.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.sluis.certs.CertificateUse;
import nl.sluis.certs.DevelopmentPki;
import nl.sluis.certs.Holder;
import nl.sluis.certs.PkiFiles;
import nl.sluis.cli.RunningNodes;
import nl.sluis.demo.Neighbourhood;
import nl.sluis.demo.Neighbourhood.Member;
import nl.sluis.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two replicas of one node on one database of a server elsewhere. Nothing stands before them, so the one that partners know goes on.
 * What a kill does is tried with processes.
 */
class ReplicasTest {

    private static final int MESSAGES = 20;
    private static final int SECOND = 7;
    private static final Duration CEILING = Duration.ofSeconds(180);

    @Test
    void theyShareTheWorkAndOneGoesOnWhenTheOtherStops(@TempDir Path directory) throws IOException {
        PkiFiles files = DevelopmentPki.generate(directory.resolve("certs"), Holder.lindedam());
        Neighbourhood neighbourhood = new Neighbourhood(files, directory.resolve("data"), Nodes.freeBasePort(), "");
        List<Map<String, Object>> nodes = neighbourhood.nodes(List.of(Member.SCHOOL, Member.WIJKTEAM));
        Map<String, Object> first = nodes.getFirst();
        first.remove("sluis.node.database.embedded");
        first.put("sluis.node.database.url", TestDatabase.freshUrl());
        first.put("sluis.node.database.username", "postgres");
        first.put("sluis.node.database.password", "postgres");
        Map<String, Object> second = new LinkedHashMap<>(first);
        second.put("sluis.node.port", neighbourhood.basePort() + SECOND);
        second.put("sluis.node.management-port", neighbourhood.basePort() + 100 + SECOND);
        Tls system = Tls.of(
                files.certificate("school", CertificateUse.SYSTEM),
                files.key("school", CertificateUse.SYSTEM),
                files.ca());
        Http one = new Http(URI.create(neighbourhood.address(Member.SCHOOL)), system);
        Http other = new Http(URI.create("https://localhost:" + (neighbourhood.basePort() + SECOND)), system);
        JdbcClient database = JdbcClient.create(
                TestDatabase.dataSource(first.get("sluis.node.database.url").toString()));

        try (RunningNodes running = RunningNodes.start(List.of(first, second, nodes.get(1)))) {
            one.put("/v1/persons/fien", Samples.person("2008-05-04"));
            other.post("/v1/consents", Samples.consent("fien", Samples.today().plusMonths(2)));
            List<String> sent = new ArrayList<>();
            for (int i = 0; i < MESSAGES; i++) {
                if (i == MESSAGES / 2) {
                    running.stop(1);
                }
                Http through = i % 2 == 0 || i >= MESSAGES / 2 ? one : other;
                sent.add(through.post(
                                "/v1/messages",
                                Map.of(
                                        "Content-Type",
                                        Samples.CONCERN,
                                        "Sluis-Recipient",
                                        Member.WIJKTEAM.organisation()),
                                Samples.concern("fien", "Is vaak moe."))
                        .text("id"));
            }
            await().atMost(CEILING).until(() -> delivered(database) == MESSAGES);

            assertThat(sent).doesNotHaveDuplicates().doesNotContain("");
            Rows team =
                    Rows.of(neighbourhood.data(), Member.WIJKTEAM.organisation().replace('-', '_'));
            assertThat(sent).allSatisfy(id -> assertThat(team.feedItems(id)).isEqualTo(1));
            assertThat(audited(database, "message.sent")).isEqualTo(MESSAGES);
            assertThat(audited(database, "message.delivered")).isEqualTo(MESSAGES);
        }
    }

    private static int delivered(JdbcClient database) {
        return database.sql("SELECT count(*) FROM outgoing WHERE state = 'DELIVERED'")
                .query(Integer.class)
                .single();
    }

    private static int audited(JdbcClient database, String event) {
        return database.sql("SELECT count(*) FROM audit_entry WHERE event = ?")
                .param(event)
                .query(Integer.class)
                .single();
    }
}
