package nl.sluis.certs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.X509CertSelector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** A TLS 1.3 handshake with client certificates over the loopback, as two nodes do it. */
final class Loopback {

    private static final char[] PASSWORD = "only in memory".toCharArray();
    private static final int SOCKET_TIMEOUT_MILLIS = 20_000;

    private final PkiFiles files;

    Loopback(PkiFiles files) {
        this.files = files;
    }

    /** Gives the protocol agreed on; both sides have read a byte from the other by then. */
    String handshake(String server, CertificateUse serverUse, String client, CertificateUse clientUse, String host)
            throws IOException, GeneralSecurityException {
        try (SSLServerSocket listening = (SSLServerSocket)
                context(server, serverUse).getServerSocketFactory().createServerSocket(0)) {
            listening.setNeedClientAuth(true);
            listening.setSoTimeout(SOCKET_TIMEOUT_MILLIS);
            CompletableFuture<Void> served = CompletableFuture.runAsync(() -> answerOne(listening));
            try (SSLSocket socket = (SSLSocket)
                    context(client, clientUse).getSocketFactory().createSocket(host, listening.getLocalPort())) {
                String protocol = ask(socket);
                socket.close();
                served.join();
                return protocol;
            }
        }
    }

    private static String ask(SSLSocket socket) throws IOException {
        socket.setSoTimeout(SOCKET_TIMEOUT_MILLIS);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setProtocols(new String[] {"TLSv1.3"});
        socket.setSSLParameters(parameters);
        socket.getOutputStream().write(1);
        if (socket.getInputStream().read() != 1) {
            throw new IOException("The server closed without an answer");
        }
        return socket.getSession().getProtocol();
    }

    private static void answerOne(SSLServerSocket listening) {
        try (SSLSocket accepted = (SSLSocket) listening.accept()) {
            accepted.setSoTimeout(SOCKET_TIMEOUT_MILLIS);
            accepted.getOutputStream().write(accepted.getInputStream().read());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SSLContext context(String name, CertificateUse use) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setKeyEntry(
                "own",
                PemStore.read(files.certificate(name, use), files.key(name, use))
                        .orElseThrow()
                        .key(),
                PASSWORD,
                certificates(files.certificate(name, use)).toArray(Certificate[]::new));
        KeyManagerFactory keyManagers = KeyManagerFactory.getInstance("PKIX");
        keyManagers.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLSv1.3");
        context.init(keyManagers.getKeyManagers(), trust().getTrustManagers(), null);
        return context;
    }

    private TrustManagerFactory trust() throws IOException, GeneralSecurityException {
        KeyStore anchors = KeyStore.getInstance("PKCS12");
        anchors.load(null, null);
        anchors.setCertificateEntry("ca", certificates(files.ca()).getFirst());
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, new X509CertSelector());
        parameters.setRevocationEnabled(true);
        parameters.addCertStore(CertStore.getInstance(
                "Collection",
                new CollectionCertStoreParameters(
                        List.of(PemStore.readCrl(files.crl()).orElseThrow()))));
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(new CertPathTrustManagerParameters(parameters));
        return trust;
    }

    static List<Certificate> certificates(Path file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            return new ArrayList<>(CertificateFactory.getInstance("X.509").generateCertificates(in));
        }
    }
}
