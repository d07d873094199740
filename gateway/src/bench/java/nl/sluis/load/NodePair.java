package nl.sluis.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.sluis.certs.CertificateUse;
import nl.sluis.certs.PkiFiles;
import nl.sluis.demo.Neighbourhood;
import nl.sluis.demo.Neighbourhood.Member;
import nl.sluis.process.NodeDatabase;
import nl.sluis.process.NodeProcess;
import nl.sluis.process.Program;
import tools.jackson.databind.json.JsonMapper;

/** A school and a neighbourhood team, each a process with an embedded database of its own. */
final class NodePair implements Course, AutoCloseable {

    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    private final NodeProcess school;
    private final NodeProcess team;
    private final NodeDatabase schoolData;
    private final NodeDatabase teamData;
    private final Caller system;
    private final String address;

    /** Starts both, and records who the pupils are and what they consented to. */
    NodePair(Path home, PkiFiles files, int port, List<String> options, Map<String, String> set)
            throws IOException, InterruptedException {
        Neighbourhood neighbourhood = new Neighbourhood(files, home, port, "");
        Program program = new Program(Files.createDirectories(home), options);
        schoolData = data(home, Member.SCHOOL);
        teamData = data(home, Member.WIJKTEAM);
        school = node(program, neighbourhood, Member.SCHOOL, schoolData, set);
        team = node(program, neighbourhood, Member.WIJKTEAM, teamData, set);
        system = Caller.of(files, Member.SCHOOL.certificateName(), CertificateUse.SYSTEM);
        address = neighbourhood.address(Member.SCHOOL);
        school.launch();
        team.launch();
        school.awaitHealthy();
        team.awaitHealthy();
        for (int i = 0; i < Concern.PUPILS; i++) {
            system.call("PUT", address + "/v1/persons/" + Concern.pupil(i), JSON, bytes(Concern.person(i)));
            system.call(
                    "POST", address + "/v1/consents", JSON, bytes(Concern.consent(i, Member.WIJKTEAM.organisation())));
        }
    }

    private static NodeDatabase data(Path home, Member member) {
        return new NodeDatabase(home.resolve(member.certificateName()), member.organisation());
    }

    private static NodeProcess node(
            Program program, Neighbourhood neighbourhood, Member member, NodeDatabase data, Map<String, String> set)
            throws IOException {
        Map<String, Object> settings =
                new HashMap<>(neighbourhood.nodes(List.of(member)).getFirst());
        settings.put("sluis.node.database.embedded", data.directory());
        // One system stands for all of an organisation here
        settings.put("sluis.access.limits.system", "1000000");
        settings.put("sluis.access.limits.node", "1000000");
        settings.putAll(set);
        return new NodeProcess(program, data.directory(), settings, data);
    }

    @Override
    public String name() {
        return "Sluis";
    }

    @Override
    public UUID send(int number, int size) throws IOException, InterruptedException {
        String answer = system.call(
                "POST",
                address + "/v1/messages",
                Map.of(
                        "Content-Type", "application/json;profile=school-concern",
                        "Sluis-Recipient", Member.WIJKTEAM.organisation(),
                        "Idempotency-Key", UUID.randomUUID().toString()),
                Concern.message(number, size));
        var json = JsonMapper.shared().readTree(answer);
        if (!json.path("outcome").asString("").equals("PERMIT")) {
            throw new IOException("decided otherwise: " + json.path("outcome").asString(""));
        }
        return UUID.fromString(json.path("id").asString());
    }

    @Override
    public NodeDatabase near() {
        return schoolData;
    }

    @Override
    public NodeDatabase far() {
        return teamData;
    }

    @Override
    public String recorded() {
        return "outgoing_history WHERE state = 'DELIVERED' AND at >= ?";
    }

    @Override
    public long arrived() throws IOException {
        return teamData.count("feed_item");
    }

    @Override
    public List<ProcessHandle> nodes() {
        return List.of(school.handle(), team.handle());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        try {
            school.end();
        } finally {
            team.end();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
