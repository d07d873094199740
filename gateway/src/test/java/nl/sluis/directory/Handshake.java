package nl.sluis.directory;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.certs.CertificateUse;
import nl.sluis.seal.TestSeals;

/** One handshake over loopback, as a node calls a partner. */
final class Handshake {

    private static final int PATIENCE_MILLIS = 20_000;

    private Handshake() {}

    /** The version that they agreed on. */
    static String between(SSLContext server, PinnedTls tls, OrganisationId wanted, String oin) throws IOException {
        try (SSLServerSocket listening = (SSLServerSocket)
                server.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            listening.setSoTimeout(PATIENCE_MILLIS);
            CompletableFuture<Void> served = CompletableFuture.runAsync(() -> answerOne(listening));
            try (SSLSocket socket = (SSLSocket) tls.contextFor(partner(wanted, oin))
                    .getSocketFactory()
                    .createSocket("localhost", listening.getLocalPort())) {
                socket.setSoTimeout(PATIENCE_MILLIS);
                SSLParameters parameters = tls.parameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                socket.setSSLParameters(parameters);
                socket.startHandshake();
                return socket.getSession().getProtocol();
            } finally {
                served.exceptionally(refused -> null).join();
            }
        }
    }

    /** The partner that is wanted at the other side. */
    static Partner partner(OrganisationId wanted, String oin) {
        return new Partner(
                wanted,
                wanted.value(),
                OrganisationType.SCHOOL,
                oin,
                URI.create("https://localhost"),
                TestSeals.certificate("school", CertificateUse.SEAL),
                null);
    }

    private static void answerOne(SSLServerSocket listening) {
        try (SSLSocket accepted = (SSLSocket) listening.accept()) {
            accepted.startHandshake();
        } catch (IOException e) {
            // The other side says why
            return;
        }
    }
}
