package nl.sluis.path;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.sluis.certs.CertificateUse;
import nl.sluis.certs.DevelopmentPki;
import nl.sluis.certs.Holder;
import nl.sluis.certs.PkiFiles;
import nl.sluis.cli.RunningNodes;
import nl.sluis.demo.Neighbourhood;
import nl.sluis.demo.Neighbourhood.Member;
import nl.sluis.process.FreePorts;

/**
 * Five nodes of the neighbourhood in this process, started once for all tests that ask for them. What the school and the
 * team send to each other passes a {@link Line}, on which a test can listen and which it can cut.
 */
final class Nodes implements AutoCloseable {

    /** In the school's directory: a team that has merged into the present one. */
    static final String ENDED = "wijkteam-oud";

    private static final int SPAN = 110;
    private static final List<Member> MEMBERS =
            List.of(Member.WIJKTEAM, Member.SCHOOL, Member.HUISARTS, Member.JEUGD_GGZ, Member.VEILIG_THUIS);

    private final Path directory;
    private final PkiFiles files;
    private final Neighbourhood neighbourhood;
    private final Line line;
    private final Line toSchool;
    private final RunningNodes running;
    private final Map<Member, Rows> rows = new EnumMap<>(Member.class);
    private final Map<String, Http> callers = new ConcurrentHashMap<>();

    private Nodes(Path directory) throws IOException {
        this.directory = directory;
        this.files = DevelopmentPki.generate(directory.resolve("certs"), Holder.lindedam());
        this.neighbourhood = new Neighbourhood(files, directory.resolve("data"), freeBasePort(), "");
        this.line = Line.open(
                URI.create(neighbourhood.address(Member.WIJKTEAM)),
                tls(Member.WIJKTEAM.certificateName(), CertificateUse.NODE),
                node(Member.SCHOOL, Member.WIJKTEAM));
        List<Map<String, Object>> nodes = neighbourhood.nodes(MEMBERS);
        Map<String, Object> school = nodes.get(MEMBERS.indexOf(Member.SCHOOL));
        school.put("sluis.node.max-body", "4MB");
        school.put("sluis.partners[0].mapping", profile("school-concern.yaml"));
        school.put("sluis.audit.checkpoint-every", "3s");
        school.put("sluis.audit.witnesses[0]", Member.HUISARTS.organisation());
        school.put("sluis.attachment.largest", "12MB");
        nodes.get(MEMBERS.indexOf(Member.WIJKTEAM)).put("sluis.attachment.largest", "8MB");
        school.put("sluis.directory.organisations[" + Member.WIJKTEAM.ordinal() + "].endpoint", line.address());
        this.toSchool = Line.open(
                URI.create(neighbourhood.address(Member.SCHOOL)),
                tls(Member.SCHOOL.certificateName(), CertificateUse.NODE),
                node(Member.WIJKTEAM, Member.SCHOOL));
        nodes.get(MEMBERS.indexOf(Member.WIJKTEAM))
                .put("sluis.directory.organisations[" + Member.SCHOOL.ordinal() + "].endpoint", toSchool.address());
        Map<String, Object> team = nodes.get(MEMBERS.indexOf(Member.WIJKTEAM));
        team.put("sluis.receivers[0].organisation", Member.JEUGD_GGZ.organisation());
        team.put("sluis.receivers[0].profile", "../docs/examples/receiver-access.yaml");
        listEnded(school);
        // What the team recorded before it merged still counts, as long as its successor confirms it
        school.put("sluis.consent.keepers[1]", ENDED);
        // All tests call from one address
        nodes.forEach(node -> node.put("sluis.access.limits.nobody", "5000"));
        this.running = RunningNodes.start(nodes);
    }

    /** A mapping profile of the samples as a file. */
    private String profile(String sample) throws IOException {
        Path file = directory.resolve(sample);
        try (InputStream in = Objects.requireNonNull(Nodes.class.getResourceAsStream("/samples/" + sample))) {
            Files.copy(in, file);
        }
        return file.toString();
    }

    static Nodes start() throws IOException {
        return new Nodes(Files.createTempDirectory("sluis-nodes-"));
    }

    /** An organisation's own information system at its own node. */
    Http system(Member member) {
        return caller(member, member.certificateName(), CertificateUse.SYSTEM);
    }

    /** The system of one organisation at the node of another. */
    Http system(Member of, Member at) {
        return caller(at, of.certificateName(), CertificateUse.SYSTEM);
    }

    /** The node of one organisation at that of another. */
    Http node(Member of, Member at) {
        return caller(at, of.certificateName(), CertificateUse.NODE);
    }

    /** A caller with a certificate of that name, also a bad one. */
    Http caller(Member at, String certificate, CertificateUse use) {
        return callers.computeIfAbsent(
                at + " " + certificate + " " + use,
                key -> new Http(URI.create(neighbourhood.address(at)), tls(certificate, use)));
    }

    /** A caller without a certificate. */
    Http nobody(Member at) {
        return new Http(URI.create(neighbourhood.address(at)), Tls.trusting(files.ca()));
    }

    Tls tls(String certificate, CertificateUse use) {
        return Tls.of(files.certificate(certificate, use), files.key(certificate, use), files.ca());
    }

    /** Where the node of an organisation listens. */
    URI address(Member member) {
        return URI.create(neighbourhood.address(member));
    }

    Line line() {
        return line;
    }

    /** The keys and certificates of everybody. */
    PkiFiles files() {
        return files;
    }

    /** The line on which the team reaches the school. */
    Line toSchool() {
        return toSchool;
    }

    /** What a node has stored. */
    Rows rows(Member member) {
        return rows.computeIfAbsent(
                member,
                each -> Rows.of(neighbourhood.data(), each.organisation().replace('-', '_')));
    }

    @Override
    public void close() throws IOException {
        running.close();
        line.close();
        toSchool.close();
        try (Stream<Path> left = Files.walk(directory)) {
            for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private void listEnded(Map<String, Object> node) {
        String key = "sluis.directory.organisations[" + Member.values().length + "].";
        node.put(key + "id", ENDED);
        node.put(key + "name", "Wijkteam Lindedam-Oud");
        node.put(key + "type", "WIJKTEAM");
        node.put(key + "oin", "00000099000000009900");
        node.put(key + "endpoint", "https://localhost:1");
        node.put(key + "seal-certificate", files.certificate(Member.WIJKTEAM.certificateName(), CertificateUse.SEAL));
        node.put(key + "until", "2020-12-31");
        node.put(key + "successor", Member.WIJKTEAM.organisation());
    }

    static int freeBasePort() throws IOException {
        return FreePorts.base(IntStream.range(0, SPAN).toArray());
    }
}
