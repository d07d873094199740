package nl.sluis.chaos;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.sluis.certs.DevelopmentPki;
import nl.sluis.certs.Holder;
import nl.sluis.certs.PkiFiles;
import nl.sluis.demo.Neighbourhood;
import nl.sluis.demo.Neighbourhood.Member;
import nl.sluis.process.DatabaseServer;
import nl.sluis.process.FreePorts;
import nl.sluis.process.NodeDatabase;
import nl.sluis.process.NodeProcess;
import nl.sluis.process.Program;

/**
 * A school and a neighbourhood team, each with as many processes of its node as one likes, a database server of its own, and a line
 * in front that does to connections what lines do. Everything is a process of its own on this machine, and everything can be killed.
 */
final class Lindedam implements AutoCloseable {

    private static final int LINES = 40;
    private static final int DATABASES = 50;
    private static final int REPLICAS = 10;

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final PkiFiles files;
    private final Organisation school;
    private final Organisation team;

    private Lindedam(PkiFiles files, Organisation school, Organisation team) {
        this.files = files;
        this.school = school;
        this.team = team;
    }

    /**
     * One of the two.
     *
     * @param processes of its node, which share its database
     * @param line what the other's node calls
     * @param addresses where each of the processes answers its own systems
     */
    record Organisation(
            Member member,
            List<NodeProcess> processes,
            DatabaseServer server,
            NodeDatabase database,
            FaultyLine line,
            List<URI> addresses) {

        /** Its first process, for what one process is enough for. */
        NodeProcess node() {
            return processes.getFirst();
        }
    }

    /**
     * What is to be set up.
     *
     * @param schoolProcesses how many processes the node of the school has
     * @param teamData where the database of the team has its data; its own directory when null
     */
    record Layout(int schoolProcesses, int teamProcesses, long seed, Path teamData) {
        static Layout simple(long seed) {
            return new Layout(1, 1, seed, null);
        }
    }

    /** Makes everything and starts the databases; no node runs yet. */
    static Lindedam found(Path home, Layout layout) throws IOException, InterruptedException, SQLException {
        PkiFiles files = DevelopmentPki.generate(Files.createDirectories(home.resolve("pki")), Holder.lindedam());
        int base = FreePorts.base(IntStream.range(0, 2 * DATABASES + 60).toArray());
        Neighbourhood neighbourhood = new Neighbourhood(files, home, base, "");
        DatabaseServer.unpack(home);
        Builder builder = new Builder(home, neighbourhood, new Program(home), layout);
        Organisation school = builder.build(Member.SCHOOL, 1, layout.schoolProcesses(), home.resolve("school-db"));
        Path teamData = layout.teamData() == null ? home.resolve("team-db") : layout.teamData();
        Organisation team = builder.build(Member.WIJKTEAM, 0, layout.teamProcesses(), teamData);
        return new Lindedam(files, school, team);
    }

    private record Builder(Path home, Neighbourhood neighbourhood, Program program, Layout layout) {

        Organisation build(Member member, int position, int processes, Path data)
                throws IOException, InterruptedException, SQLException {
            DatabaseServer server = DatabaseServer.create(home, data, neighbourhood.basePort() + DATABASES + position);
            server.start();
            NodeDatabase database = server.make(member.organisation());
            List<NodeProcess> nodes = new ArrayList<>();
            List<URI> addresses = new ArrayList<>();
            for (int i = 0; i < processes; i++) {
                int port = neighbourhood.basePort() + position + i * REPLICAS;
                Map<String, Object> settings = settings(member, port);
                settings.putAll(server.settings(database));
                nodes.add(new NodeProcess(
                        program, home.resolve(member.certificateName() + "-" + (i + 1)), settings, database));
                addresses.add(URI.create("https://localhost:" + port));
            }
            FaultyLine line = FaultyLine.open(
                    neighbourhood.basePort() + LINES + position,
                    addresses.stream().map(URI::getPort).toList(),
                    layout.seed() + position);
            return new Organisation(member, nodes, server, database, line, addresses);
        }

        private Map<String, Object> settings(Member member, int port) {
            Map<String, Object> settings = neighbourhood.nodes(List.of(member)).getFirst();
            settings.remove("sluis.node.database.embedded");
            settings.put("sluis.node.port", port);
            settings.put("sluis.node.management-port", port + 2 * DATABASES);
            settings.put("sluis.outbox.connect-timeout", CONNECT.toMillis() + "ms");
            settings.put("sluis.outbox.answer-timeout", ANSWER.toMillis() + "ms");
            settings.put("sluis.outbox.first-retry", "200ms");
            settings.put("sluis.outbox.longest-retry", "2s");
            settings.put("sluis.outbox.look-again", "30s");
            for (Member other : List.of(Member.WIJKTEAM, Member.SCHOOL)) {
                settings.put(
                        "sluis.directory.organisations[" + other.ordinal() + "].endpoint",
                        "https://localhost:" + (neighbourhood.basePort() + LINES + other.ordinal()));
            }
            return settings;
        }
    }

    Organisation school() {
        return school;
    }

    Organisation team() {
        return team;
    }

    PkiFiles files() {
        return files;
    }

    /** How long an attempt lasts at most with these settings. */
    static Duration longestAttempt() {
        return CONNECT.plus(ANSWER);
    }

    /** Starts all processes of both nodes and waits until they are healthy. */
    void start() throws IOException, InterruptedException {
        school.node().warm();
        // The first of each migrates the database; two that do so at once wait for each other
        for (Organisation organisation : List.of(school, team)) {
            organisation.node().launch();
        }
        for (Organisation organisation : List.of(school, team)) {
            organisation.node().awaitHealthy();
        }
        List<NodeProcess> others = new ArrayList<>();
        for (Organisation organisation : List.of(school, team)) {
            others.addAll(
                    organisation.processes().subList(1, organisation.processes().size()));
        }
        for (NodeProcess node : others) {
            node.launch();
        }
        others.forEach(NodeProcess::awaitHealthy);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        for (Organisation organisation : List.of(school, team)) {
            organisation.line().close();
            for (NodeProcess node : organisation.processes()) {
                node.killIfRunning();
            }
            organisation.database().stopServer();
        }
    }
}
