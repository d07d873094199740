package nl.sluis.brp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.register.BrpQuestion;
import nl.sluis.canonical.Bsn;
import nl.sluis.tls.OutgoingCall;

/** Asks the register over mutual TLS by one POST. The number stands in the content alone: an address ends up in logs. */
final class BrpClient implements Brp {

    /** One person with custody is a few kB. */
    static final int LARGEST_ANSWER = 256 * 1024;

    private static final long LONGEST_SECRET = 8 * 1024;
    private static final int OK = 200;

    private final BrpSettings settings;
    private final URI address;
    private final Supplier<SSLContext> tls;

    /**
     * @param url of the settings
     * @param tls with the certificates of that moment
     */
    BrpClient(BrpSettings settings, URI url, Supplier<SSLContext> tls) {
        this.settings = settings;
        this.address = URI.create(url.toString().replaceFirst("/$", "") + "/personen");
        this.tls = tls;
    }

    @Override
    public Response custodyOf(Bsn number) {
        HttpRequest request;
        try {
            request = request(BrpQuestion.custodyOf(number));
        } catch (IOException | IllegalArgumentException e) {
            return new Response.None("NO_TOKEN");
        }
        SSLContext context;
        try {
            context = tls.get();
        } catch (IllegalStateException | UncheckedIOException e) {
            return new Response.None("NO_CERTIFICATE");
        }
        return switch (OutgoingCall.make(context, request, settings.timeout(), LARGEST_ANSWER)) {
            case OutgoingCall.Answered answer -> response(answer);
            case OutgoingCall.Failed failed -> new Response.None(failed.code());
        };
    }

    private HttpRequest request(Payload question) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(settings.timeout())
                .header("Content-Type", question.mediaType())
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(question.bytes()));
        Path key = settings.apiKeyFile();
        if (key != null) {
            request.header("X-API-KEY", secret(key));
        }
        Path token = settings.tokenFile();
        if (token != null) {
            request.header("Authorization", "Bearer " + secret(token));
        }
        settings.headers().forEach(request::header);
        return request.build();
    }

    private static String secret(Path file) throws IOException {
        String secret =
                Files.size(file) > LONGEST_SECRET ? "" : Files.readString(file).strip();
        if (secret.isEmpty()) {
            throw new IOException("no token");
        }
        return secret;
    }

    // What an error says may repeat the question: its status is enough
    private static Response response(OutgoingCall.Answered answer) {
        if (answer.status() != OK) {
            return new Response.None("HTTP_" + answer.status());
        }
        String type = answer.headers().firstValue("Content-Type").orElse("");
        String bare = type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        return bare.equals("application/json")
                ? new Response.Content(new Payload("application/json", answer.body()))
                : new Response.None("CONTENT_TYPE");
    }
}
