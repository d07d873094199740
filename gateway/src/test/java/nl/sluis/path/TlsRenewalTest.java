package nl.sluis.path;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.certs.CertificateUse;
import nl.sluis.certs.DevelopmentPki;
import nl.sluis.certs.Holder;
import nl.sluis.certs.PkiFiles;
import nl.sluis.demo.Neighbourhood.Member;
import nl.sluis.directory.Directory;
import nl.sluis.directory.Partner;
import nl.sluis.directory.PinnedTls;
import nl.sluis.testing.Certificates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** The files of a running node's TLS are replaced, well and badly: seen by real handshakes with it and by it. */
@ExtendWith(NodesExtension.class)
class TlsRenewalTest {

    private static final Duration CEILING = Duration.ofSeconds(120);
    private static final int OPEN_FOR = 60_000;

    private final SchoolAlone node;
    private final Path certificate;
    private final Path key;
    private final Path trust;

    /** The same authority, and another certificate of the node. */
    private PkiFiles spare;

    TlsRenewalTest(SchoolAlone node) {
        this.node = node;
        this.certificate = node.files().certificate("school", CertificateUse.NODE);
        this.key = node.files().key("school", CertificateUse.NODE);
        this.trust = node.files().ca();
        this.spare = node.files();
    }

    @BeforeEach
    void renewed(@TempDir Path directory) throws IOException {
        FileSystemUtils.copyRecursively(node.files().directory(), directory);
        spare = new PkiFiles(directory);
        anotherCertificate();
    }

    @Test
    void newConnectionsHaveTheNewCertificateOpenOnesLiveOnAndFaultyFilesChangeNothing() throws Exception {
        Tls system = system();
        Certificate first = Certificates.read(certificate);
        try (SSLSocket open = connected(system)) {
            assertThat(asked(open)).startsWith("HTTP/1.1 200");
            assertThat(shownByTheNode()).isEqualTo(first);

            replace(key, certificate);
            Certificate second = Certificates.read(certificate);
            await().atMost(CEILING).until(() -> shownTo(system), second::equals);
            await().atMost(CEILING).until(this::shownByTheNode, second::equals);
            assertThat(asked(open)).as("an open connection is not dropped").startsWith("HTTP/1.1 200");
            assertThat(open.getSession().getPeerCertificates()[0]).isEqualTo(first);
            awaitHealth("");

            byte[] whole = Files.readAllBytes(certificate);
            Files.write(certificate, Arrays.copyOf(whole, whole.length / 3));
            awaitHealth("sluis.node.tls.certificate");
            assertThat(shownTo(system)).as("half a file").isEqualTo(second);
            Files.write(certificate, whole);
            awaitHealth("");

            anotherCertificate();
            replace(certificate);
            awaitHealth("sluis.node.tls.private-key");
            assertThat(shownTo(system)).as("beside another's key").isEqualTo(second);
            assertThat(shownByTheNode()).isEqualTo(second);
            replace(key);
            Certificate third = Certificates.read(certificate);
            await().atMost(CEILING).until(() -> shownTo(system), third::equals);
            assertThat(asked(open)).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void anotherAuthorityIsTrustedFromTheMomentThatItIsInTheFileAndRubbishChangesNothing() throws Exception {
        Tls system = system();
        Tls other = Tls.of(
                spare.certificate("other-ca", CertificateUse.SYSTEM),
                spare.key("other-ca", CertificateUse.SYSTEM),
                spare.ca());
        assertThatThrownBy(() -> answered(other)).isInstanceOf(IOException.class);

        byte[] before = Files.readAllBytes(trust);
        Files.writeString(trust, "no certificate");
        awaitHealth("sluis.node.tls.trust");
        assertThat(answered(system)).startsWith("HTTP/1.1 200");
        assertThatThrownBy(() -> answered(other)).isInstanceOf(IOException.class);

        Files.writeString(trust, new String(before, US_ASCII) + Files.readString(spare.otherCa()));
        awaitHealth("");
        assertThat(answered(other)).startsWith("HTTP/1.1");
        assertThat(answered(system)).startsWith("HTTP/1.1 200");
        Files.write(trust, before);
        await().atMost(CEILING)
                .untilAsserted(() -> assertThatThrownBy(() -> answered(other)).isInstanceOf(IOException.class));
    }

    private void anotherCertificate() throws IOException {
        Files.delete(spare.certificate("school", CertificateUse.NODE));
        Files.delete(spare.key("school", CertificateUse.NODE));
        DevelopmentPki.generate(spare.directory(), Holder.lindedam());
    }

    private void replace(Path... those) throws IOException {
        for (Path each : those) {
            Files.write(each, Files.readAllBytes(spare.directory().resolve(each.getFileName())));
        }
    }

    private Tls system() {
        return Tls.of(
                spare.certificate("school", CertificateUse.SYSTEM),
                spare.key("school", CertificateUse.SYSTEM),
                spare.ca());
    }

    private SSLSocket connected(Tls caller) throws IOException {
        URI address = node.address();
        SSLSocket socket =
                (SSLSocket) caller.context().getSocketFactory().createSocket(address.getHost(), address.getPort());
        socket.setSoTimeout(OPEN_FOR);
        socket.startHandshake();
        return socket;
    }

    private Certificate shownTo(Tls caller) throws IOException {
        try (SSLSocket socket = connected(caller)) {
            return socket.getSession().getPeerCertificates()[0];
        }
    }

    private String answered(Tls caller) throws IOException {
        try (SSLSocket socket = connected(caller)) {
            return asked(socket);
        }
    }

    /** The status line; the rest is read, so that the connection can be used again. */
    private static String asked(SSLSocket socket) throws IOException {
        socket.getOutputStream().write("GET /v1/undelivered HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII));
        StringBuilder head = new StringBuilder();
        InputStream in = socket.getInputStream();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) byteOf(in));
        }
        int chunk = -1;
        while (head.indexOf("chunked") >= 0 && chunk != 0) {
            StringBuilder size = new StringBuilder();
            while (size.indexOf("\r\n") < 0) {
                size.append((char) byteOf(in));
            }
            chunk = Integer.parseInt(size.toString().strip(), 16);
            in.readNBytes(chunk + 2);
        }
        return head.toString();
    }

    private static int byteOf(InputStream in) throws IOException {
        int next = in.read();
        if (next < 0) {
            throw new EOFException("the node closed the connection");
        }
        return next;
    }

    /** What a partner's node sees when this one calls it. */
    private Certificate shownByTheNode() throws Exception {
        Partner partner = node.part(Directory.class)
                .find(new OrganisationId(Member.HUISARTS.organisation()))
                .orElseThrow();
        Tls far = Tls.of(
                spare.certificate("huisarts", CertificateUse.NODE),
                spare.key("huisarts", CertificateUse.NODE),
                spare.ca());
        try (SSLServerSocket server = (SSLServerSocket)
                far.context().getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setNeedClientAuth(true);
            FutureTask<Certificate> seen = new FutureTask<>((Callable<Certificate>) () -> {
                try (SSLSocket socket = (SSLSocket) server.accept()) {
                    socket.startHandshake();
                    return socket.getSession().getPeerCertificates()[0];
                }
            });
            Thread.startVirtualThread(seen);
            try (SSLSocket near = (SSLSocket) node.part(PinnedTls.class)
                    .contextFor(partner)
                    .getSocketFactory()
                    .createSocket("localhost", server.getLocalPort())) {
                near.setSoTimeout(OPEN_FOR);
                near.startHandshake();
                return seen.get();
            }
        }
    }

    /** Until the health of the node names this setting as refused, or none. */
    private void awaitHealth(String refused) {
        await().atMost(CEILING)
                .until(this::health, text -> refused.isEmpty() ? !text.contains("refused") : text.contains(refused));
    }

    private String health() throws IOException {
        URL url = node.management().resolve("/actuator/health/tls").toURL();
        try (InputStream in = url.openStream()) {
            return new String(in.readAllBytes(), US_ASCII);
        }
    }
}
