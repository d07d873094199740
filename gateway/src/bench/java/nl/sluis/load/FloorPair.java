package nl.sluis.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.sluis.certs.CertificateUse;
import nl.sluis.certs.PkiFiles;
import nl.sluis.demo.Neighbourhood.Member;
import nl.sluis.process.DatabaseServer;
import nl.sluis.process.NodeDatabase;

/** The floor: two processes that take a POST by mutual TLS and commit one row each, the second one for the receipt. */
final class FloorPair implements Course, AutoCloseable {

    private final DatabaseServer farServer;
    private final DatabaseServer nearServer;
    private final NodeDatabase far;
    private final NodeDatabase near;
    private final Process farNode;
    private final Process nearNode;
    private final Caller caller;
    private final String address;

    FloorPair(Path home, PkiFiles files, int port, List<String> options)
            throws IOException, InterruptedException, SQLException {
        Files.createDirectories(home);
        DatabaseServer.unpack(home);
        farServer = DatabaseServer.create(home, home.resolve("far"), port + 2);
        nearServer = DatabaseServer.create(home, home.resolve("near"), port + 3);
        farServer.start();
        nearServer.start();
        far = farServer.make("floor-far");
        near = nearServer.make("floor-near");
        nearNode = node(options, files, Member.SCHOOL, port + 1, nearServer, near, List.of());
        String back = "https://localhost:" + (port + 1) + "/";
        farNode = node(options, files, Member.WIJKTEAM, port, farServer, far, List.of(back));
        caller = Caller.of(files, Member.SCHOOL.certificateName(), CertificateUse.NODE);
        address = "https://localhost:" + port + "/";
    }

    private static Process node(
            List<String> options,
            PkiFiles files,
            Member as,
            int port,
            DatabaseServer server,
            NodeDatabase data,
            List<String> back)
            throws IOException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(options);
        // Else each answer waits for the acknowledgement of the one before
        line.addAll(List.of("-Dsun.net.httpserver.nodelay=true", "-cp", System.getProperty("java.class.path")));
        line.addAll(List.of(FloorNode.class.getName(), Integer.toString(port)));
        line.add(server.settings(data).get("sluis.node.database.url").toString());
        line.add(files.certificate(as.certificateName(), CertificateUse.NODE).toString());
        line.add(files.key(as.certificateName(), CertificateUse.NODE).toString());
        line.add(files.ca().toString());
        line.addAll(back);
        Process process = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        for (String next = said.readLine(); !"ready".equals(next); next = said.readLine()) {
            if (next == null) {
                throw new IOException("the floor does not start");
            }
        }
        return process;
    }

    @Override
    public String name() {
        return "floor";
    }

    @Override
    public UUID send(int number, int size) throws IOException, InterruptedException {
        UUID id = UUID.randomUUID();
        caller.call("POST", address, Map.of("Id", id.toString()), Concern.message(number, size));
        return id;
    }

    @Override
    public NodeDatabase near() {
        return near;
    }

    @Override
    public NodeDatabase far() {
        return far;
    }

    @Override
    public String recorded() {
        return "floor WHERE at >= ?";
    }

    @Override
    public long arrived() throws IOException {
        return far.count("floor");
    }

    @Override
    public List<ProcessHandle> nodes() {
        return List.of(farNode.toHandle(), nearNode.toHandle());
    }

    @Override
    public void close() throws InterruptedException {
        farNode.destroyForcibly();
        nearNode.destroyForcibly();
        farServer.kill();
        nearServer.kill();
    }
}
