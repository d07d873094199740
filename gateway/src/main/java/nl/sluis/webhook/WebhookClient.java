package nl.sluis.webhook;

import java.io.IOException;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import nl.sluis.tls.OutgoingCall;
import nl.sluis.webhook.WebhookSettings.Webhook;

/** Gives an event to an own system over mutual TLS, by one POST, and follows it nowhere else. */
final class WebhookClient {

    /** Nothing of the answer is of use. */
    private static final int LARGEST_ANSWER = 64 * 1024;

    private static final long LONGEST_TOKEN = 8 * 1024;
    private static final int GONE = 410;

    private final Supplier<SSLContext> tls;

    /** @param tls with the node's certificates of that moment */
    WebhookClient(Supplier<SSLContext> tls) {
        this.tls = tls;
    }

    /** Tries once; no longer than twice its timeout. */
    Outcome give(Webhook webhook, byte[] event) {
        try {
            if (!webhook.privateAddresses()
                    && Addresses.anyPrivate(webhook.url().getHost())) {
                return Outcome.NotNow.of("PRIVATE_ADDRESS");
            }
            return send(webhook, request(webhook, event));
        } catch (UnknownHostException e) {
            return Outcome.NotNow.of("NO_ADDRESS");
        } catch (IOException | IllegalArgumentException e) {
            return Outcome.NotNow.of("NO_TOKEN");
        }
    }

    private static HttpRequest request(Webhook webhook, byte[] event) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(webhook.url())
                .timeout(webhook.timeout())
                .header("Content-Type", EventWriter.MEDIA_TYPE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(event));
        Path file = webhook.tokenFile();
        if (file != null) {
            request.header("Authorization", "Bearer " + token(file));
        }
        return request.build();
    }

    private static String token(Path file) throws IOException {
        String token =
                Files.size(file) > LONGEST_TOKEN ? "" : Files.readString(file).strip();
        if (token.isEmpty()) {
            throw new IOException("no token");
        }
        return token;
    }

    private Outcome send(Webhook webhook, HttpRequest request) {
        return switch (OutgoingCall.make(tls.get(), request, webhook.timeout(), LARGEST_ANSWER)) {
            case OutgoingCall.Answered answer -> outcome(answer);
            case OutgoingCall.Failed failed -> Outcome.NotNow.of(failed.code());
        };
    }

    private static Outcome outcome(OutgoingCall.Answered answer) {
        int status = answer.status();
        if (status >= 200 && status < 300) {
            return new Outcome.Taken();
        }
        return status == GONE ? new Outcome.Gone("HTTP_410") : new Outcome.NotNow("HTTP_" + status, asked(answer));
    }

    // Seconds; a date is taken for nothing, and the pause is our own
    private static Duration asked(OutgoingCall.Answered answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(Duration.ZERO);
    }
}
