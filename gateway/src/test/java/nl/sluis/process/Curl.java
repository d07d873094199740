package nl.sluis.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nl.sluis.certs.CertificateUse;
import nl.sluis.certs.PkiFiles;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/** Calls a node as its organisation's own system does: with curl, and with Java's own client where there is no curl. */
final class Curl implements NodeApi {

    private static final boolean PRESENT = isPresent();

    private final String address;
    private final Path certificate;
    private final Path key;
    private final Path trust;

    Curl(String address, PkiFiles files, String name) {
        this.address = address;
        this.certificate = files.certificate(name, CertificateUse.SYSTEM);
        this.key = files.key(name, CertificateUse.SYSTEM);
        this.trust = files.ca();
    }

    /** Which of the two it is, for the log. */
    static String name() {
        return PRESENT ? "curl" : "Java's HttpClient, since there is no curl";
    }

    @Override
    public Answer get(String path, Map<String, String> headers) throws IOException, InterruptedException {
        return call("GET", path, headers, new byte[0]);
    }

    @Override
    public Answer send(String method, String path, Map<String, String> headers, String body)
            throws IOException, InterruptedException {
        return call(method, path, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a file as it stands on disk, whatever its size. */
    Answer upload(String path, Map<String, String> headers, Path file) throws IOException, InterruptedException {
        if (!PRESENT) {
            return java("POST", path, headers, HttpRequest.BodyPublishers.ofFile(file));
        }
        Path received = Files.createTempFile("received", ".bin");
        try {
            return curl("POST", path, headers, List.of("--max-time", "240", "-T", file.toString()), received);
        } finally {
            Files.delete(received);
        }
    }

    private Answer call(String method, String path, Map<String, String> headers, byte[] body)
            throws IOException, InterruptedException {
        return PRESENT
                ? curl(method, path, headers, body)
                : java(method, path, headers, HttpRequest.BodyPublishers.ofByteArray(body));
    }

    private Answer curl(String method, String path, Map<String, String> headers, byte[] body)
            throws IOException, InterruptedException {
        Path sent = Files.createTempFile("sent", ".bin");
        Path received = Files.createTempFile("received", ".bin");
        try {
            Files.write(sent, body);
            List<String> with = body.length > 0 ? List.of("--data-binary", "@" + sent) : List.of();
            return curl(method, path, headers, with, received);
        } finally {
            Files.delete(sent);
            Files.delete(received);
        }
    }

    private Answer curl(String method, String path, Map<String, String> headers, List<String> with, Path received)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("curl", "-sS", "--max-time", "60", "-X", method));
        line.addAll(List.of("--cacert", trust.toString(), "--cert", certificate.toString(), "--key", key.toString()));
        headers.forEach((name, value) -> line.addAll(List.of("-H", name + ": " + value)));
        line.addAll(with);
        line.addAll(List.of("-o", received.toString(), "-w", "%{http_code}", address + path));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("curl: " + said);
        }
        return new Answer(Integer.parseInt(said), Files.readAllBytes(received));
    }

    private Answer java(String method, String path, Map<String, String> headers, HttpRequest.BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).method(method, body);
        headers.forEach(request::header);
        try (HttpClient client = HttpClient.newBuilder()
                .sslContext(SslBundle.of(new PemSslStoreBundle(
                                PemSslStoreDetails.forCertificate("file:" + certificate)
                                        .withPrivateKey("file:" + key),
                                PemSslStoreDetails.forCertificate("file:" + trust)))
                        .createSslContext())
                .build()) {
            HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.body());
        }
    }

    private static boolean isPresent() {
        try {
            Process process = new ProcessBuilder("curl", "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
