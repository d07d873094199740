package nl.sluis.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import nl.sluis.certs.CertificateUse;
import nl.sluis.certs.PkiFiles;
import nl.sluis.process.NodeApi;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/**
 * How an own system calls its node when it takes losing nothing seriously: on kept connections, at another process of the node when
 * one does not answer, and again until there is an answer. What must not happen twice has an {@code Idempotency-Key}.
 */
final class Door implements NodeApi, AutoCloseable {

    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final Duration AGAIN = Duration.ofMillis(100);
    /** The node did not get all of what was asked; it may be asked again. */
    private static final int CUT_OFF = 408;

    /** Far longer than any fault lasts. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final List<URI> processes;
    private final HttpClient client;
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();

    /**
     * @param processes where each process of the node answers
     * @param name of the organisation's certificates
     */
    Door(List<URI> processes, PkiFiles files, String name) {
        this(
                processes,
                files.certificate(name, CertificateUse.SYSTEM),
                files.key(name, CertificateUse.SYSTEM),
                files.ca());
    }

    Door(List<URI> processes, Path certificate, Path key, Path trust) {
        this.processes = List.copyOf(processes);
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .sslContext(SslBundle.of(new PemSslStoreBundle(
                                PemSslStoreDetails.forCertificate("file:" + certificate)
                                        .withPrivateKey("file:" + key),
                                PemSslStoreDetails.forCertificate("file:" + trust)))
                        .createSslContext())
                .build();
    }

    /** How often something was asked again. */
    int repeated() {
        return repeated.get();
    }

    @Override
    public Answer get(String path, Map<String, String> headers) throws IOException, InterruptedException {
        return ask("GET", path, headers, new byte[0]);
    }

    @Override
    public Answer send(String method, String path, Map<String, String> headers, String body)
            throws IOException, InterruptedException {
        return ask(method, path, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    /** The same with bytes. */
    Answer ask(String method, String path, Map<String, String> headers, byte[] body)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String last = "";
        while (System.nanoTime() < end) {
            try {
                Answer answer = once(method, path, headers, body);
                if (answer.status() < 500 && answer.status() != CUT_OFF) {
                    return answer;
                }
                last = Integer.toString(answer.status());
            } catch (IOException e) {
                last = e.getClass().getSimpleName();
            }
            repeated.incrementAndGet();
            turn.incrementAndGet();
            LockSupport.parkNanos(AGAIN.toNanos());
        }
        throw new IOException("no answer in " + PATIENCE.toSeconds() + " s to " + method + ", at last " + last);
    }

    private Answer once(String method, String path, Map<String, String> headers, byte[] body)
            throws IOException, InterruptedException {
        URI process = processes.get(Math.floorMod(turn.get(), processes.size()));
        HttpRequest.Builder request = HttpRequest.newBuilder(process.resolve(path))
                .timeout(ANSWER)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        return new Answer(response.statusCode(), response.body());
    }

    /** The next call goes to the next process: two of them share the work. */
    void turn() {
        turn.incrementAndGet();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
