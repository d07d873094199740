package nl.sluis.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import nl.sluis.certs.CertificateUse;
import nl.sluis.certs.PkiFiles;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/** Calls by mutual TLS and keeps its connections. */
record Caller(HttpClient client) {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    static Caller of(PkiFiles files, String name, CertificateUse use) {
        return new Caller(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(tls(files.certificate(name, use), files.key(name, use), files.ca()))
                .build());
    }

    static SSLContext tls(Path certificate, Path key, Path trust) {
        return SslBundle.of(new PemSslStoreBundle(
                        PemSslStoreDetails.forCertificate("file:" + certificate).withPrivateKey("file:" + key),
                        PemSslStoreDetails.forCertificate("file:" + trust)))
                .createSslContext();
    }

    /** The body of an answer of 2xx. */
    String call(String method, String address, Map<String, String> headers, byte[] body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .timeout(TIMEOUT)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        HttpResponse<String> answer =
                client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(method + " was answered with " + answer.statusCode());
        }
        return answer.body();
    }
}
