package nl.sluis.outbox;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import nl.sluis.attachment.Bringing;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.directory.Partner;
import nl.sluis.directory.PinnedTls;
import nl.sluis.node.BoundedBody;
import nl.sluis.seal.Envelope;
import nl.sluis.seal.Opener;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Step 7 of the path: gives an envelope to the recipient's node over mutual TLS, pinned to that organisation's OIN. */
@Component
final class ExchangeClient implements Exchange {

    /** A signed word is a few kilobytes, certificate included. */
    private static final int LARGEST_ANSWER = 64 * 1024;

    /** There was no connection: nothing can have come there. */
    static final String NOTHING_SENT = "NO_CONNECTION";

    private final Map<OrganisationId, Client> clients = new ConcurrentHashMap<>();
    private final PinnedTls tls;
    private final Opener opener;
    private final Bringing bringing;
    private final OutboxSettings settings;

    ExchangeClient(PinnedTls tls, Opener opener, Bringing bringing, OutboxSettings settings) {
        this.tls = tls;
        this.opener = opener;
        this.bringing = bringing;
        this.settings = settings;
    }

    @Override
    public Answer give(Outgoing outgoing, Envelope envelope, Partner partner) {
        String form = outgoing.form().name();
        return envelope.beside() == null
                ? give(form, envelope, partner)
                : switch (bringing.bring(
                        envelope.beside(), new Bringing.Road(client(partner), partner, settings.longestAttempt()))) {
                    case Bringing.Outcome.Whole whole -> give(form, envelope, partner);
                    case Bringing.Outcome.Partly partly -> new Answer.Partly();
                    case Bringing.Outcome.Refused refused -> new Answer.Refused(refused.code());
                    case Bringing.Outcome.Unreachable unreachable -> new Answer.Unreachable(unreachable.code());
                };
    }

    private Answer give(String form, Envelope envelope, Partner partner) {
        HttpRequest request = HttpRequest.newBuilder(endpoint(partner))
                .timeout(settings.answerTimeout())
                .header("Content-Type", "application/cms")
                .header("Accept", "application/cms, application/problem+json")
                .header("Sluis-Message-Id", envelope.id().toString())
                .header("Sluis-Form", form)
                .POST(HttpRequest.BodyPublishers.ofByteArray(envelope.cms()))
                .build();
        CompletableFuture<HttpResponse<byte[]>> response =
                client(partner).sendAsync(request, head -> new BoundedBody(LARGEST_ANSWER));
        try {
            // The request's own timeout ends with the head of the answer: a body that trickles in would hold the
            // attempt
            return answer(response.get(settings.longestAttempt().toMillis(), MILLISECONDS), envelope, partner);
        } catch (ExecutionException e) {
            return new Answer.Unreachable(code(e.getCause()));
        } catch (TimeoutException e) {
            response.cancel(true);
            return new Answer.Unreachable("TIMEOUT");
        } catch (InterruptedException e) {
            response.cancel(true);
            Thread.currentThread().interrupt();
            return new Answer.Unreachable("STOPPING");
        }
    }

    private static String code(@Nullable Throwable cause) {
        return switch (cause) {
            case HttpConnectTimeoutException nothing -> NOTHING_SENT;
            case ConnectException nothing -> NOTHING_SENT;
            case HttpTimeoutException timeout -> "TIMEOUT";
            case SSLException tls -> "TLS";
            case null, default -> "CONNECTION";
        };
    }

    private Answer answer(HttpResponse<byte[]> response, Envelope envelope, Partner partner) {
        int status = response.statusCode();
        if (status == 202) {
            return opener.verify(response.body(), envelope, partner.signers())
                    .<Answer>map(word -> new Answer.Accepted(response.body(), word.envelopeHash()))
                    .orElseGet(() -> new Answer.Unreachable("ACCEPTANCE_NOT_SIGNED"));
        }
        // Only the recipient itself can say so for good. What anybody else says, or it without its signature, may be
        // mended:
        // overload, maintenance, a certificate not yet known there, a proxy with rules of its own
        return (status == 413 ? refusal(response.body()) : Optional.<byte[]>empty())
                .flatMap(word -> opener.refusal(word, envelope, partner.signers()))
                .<Answer>map(Answer.Refused::new)
                .orElseGet(() -> new Answer.Unreachable("HTTP_" + status));
    }

    /** The signed word in a problem document; empty when there is none. */
    private static Optional<byte[]> refusal(byte[] problem) {
        try {
            JsonNode word = JsonMapper.shared().readTree(problem).path("refusal");
            return word.isString() ? Optional.of(Base64.getDecoder().decode(word.stringValue())) : Optional.empty();
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Connections to one partner, with the certificates of a moment; one that is replaced is closed when nobody uses it. */
    private record Client(HttpClient http, String oin, int renewals) {}

    private HttpClient client(Partner partner) {
        int renewals = tls.renewals();
        return clients.compute(
                        partner.id(),
                        (id, known) -> known != null
                                        && known.renewals() == renewals
                                        && known.oin().equals(partner.oin())
                                ? known
                                : new Client(connections(partner), partner.oin(), renewals))
                .http();
    }

    private HttpClient connections(Partner partner) {
        return HttpClient.newBuilder()
                .sslContext(tls.contextFor(partner))
                .sslParameters(tls.parameters())
                .connectTimeout(settings.connectTimeout())
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    private static URI endpoint(Partner partner) {
        return partner.endpoint().resolve("/v1/exchange");
    }
}
