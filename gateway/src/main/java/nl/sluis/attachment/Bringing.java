package nl.sluis.attachment;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import nl.sluis.canonical.Content;
import nl.sluis.directory.Partner;
import nl.sluis.node.BoundedBody;
import nl.sluis.seal.ChunkSeal;
import org.springframework.stereotype.Component;

/**
 * Brings the attachments of a permit to the recipient's node, before the envelope that names them. The recipient says which chunk
 * it expects, so that nothing need be remembered here; after a slice of time the message is decided about again.
 */
@Component
public final class Bringing {

    /** A signed word is a few kilobytes, certificate included. */
    private static final int LARGEST_ANSWER = 64 * 1024;

    private final AttachmentStore store;
    private final Carried carried;
    private final AttachmentSettings settings;
    private final Clock clock;

    Bringing(AttachmentStore store, Carried carried, AttachmentSettings settings, Clock clock) {
        this.store = store;
        this.carried = carried;
        this.settings = settings;
        this.clock = clock;
    }

    /** How far it came. */
    public sealed interface Outcome {

        /** The recipient has all of them, whole. */
        record Whole() implements Outcome {}

        /** There is more to bring. */
        record Partly() implements Outcome {}

        /** The recipient will never take it, by its signed word; or it is not here any more. */
        record Refused(String code) implements Outcome {}

        /** It may work later. */
        record Unreachable(String code) implements Outcome {}
    }

    /**
     * How the recipient's node is reached.
     *
     * @param client pinned to that partner
     * @param timeout of one request, its answer included
     */
    public record Road(HttpClient client, Partner partner, Duration timeout) {}

    /** Goes on where the recipient says; never throws for what the other side or the network does. */
    public Outcome bring(ChunkSeal seal, Road road) {
        Instant until = clock.instant().plus(settings.slice());
        for (Content.Attachment attachment : seal.attachments()) {
            Outcome outcome = new Carrying(seal, attachment, road, until).carry();
            if (!(outcome instanceof Outcome.Whole)) {
                return outcome;
            }
        }
        return new Outcome.Whole();
    }

    /** One attachment under way. */
    private final class Carrying {
        private final ChunkSeal seal;
        private final Content.Attachment attachment;
        private final Road road;
        private final Instant until;

        Carrying(ChunkSeal seal, Content.Attachment attachment, Road road, Instant until) {
            this.seal = seal;
            this.attachment = attachment;
            this.road = road;
            this.until = until;
        }

        Outcome carry() {
            Optional<StoredAttachment> found =
                    store.find(attachment.id()).filter(stored -> stored.state().usable());
            if (found.isEmpty()) {
                return new Outcome.Refused("ATTACHMENT_GONE");
            }
            int all = found.get().chunks();
            Told told = ask(HttpRequest.newBuilder(address("")).GET());
            if (told instanceof Told.Next(int first) && first < all) {
                carried.begins(seal.sender(), seal.message(), attachment.id());
            }
            while (told instanceof Told.Next(int number) && number < all) {
                if (clock.instant().isAfter(until) || !seal.serves()) {
                    return new Outcome.Partly();
                }
                told = give(number);
                if (told instanceof Told.Next(int next) && next <= number) {
                    // It took nothing: asking again at once would go round for ever
                    return new Outcome.Unreachable("NO_PROGRESS");
                }
            }
            return switch (told) {
                case Told.Next next -> new Outcome.Whole();
                case Told.No(Outcome outcome) -> outcome;
            };
        }

        private Told give(int number) {
            Optional<byte[]> chunk = store.chunk(attachment.id(), number);
            if (chunk.isEmpty()) {
                return new Told.No(new Outcome.Refused("ATTACHMENT_GONE"));
            }
            byte[] sealed = seal.seal(attachment, number, store.linkBefore(attachment.id(), number), chunk.get());
            return ask(HttpRequest.newBuilder(address("/chunks/" + number))
                    .header("Content-Type", "application/cms")
                    .PUT(BodyPublishers.ofByteArray(sealed)));
        }

        private Told ask(HttpRequest.Builder request) {
            CompletableFuture<HttpResponse<byte[]>> answer = road.client()
                    .sendAsync(request.timeout(road.timeout()).build(), head -> new BoundedBody(LARGEST_ANSWER));
            try {
                return told(answer.get(road.timeout().toMillis(), MILLISECONDS));
            } catch (ExecutionException e) {
                return new Told.No(new Outcome.Unreachable("CONNECTION"));
            } catch (TimeoutException e) {
                answer.cancel(true);
                return new Told.No(new Outcome.Unreachable("TIMEOUT"));
            } catch (InterruptedException e) {
                answer.cancel(true);
                Thread.currentThread().interrupt();
                return new Told.No(new Outcome.Unreachable("STOPPING"));
            }
        }

        private Told told(HttpResponse<byte[]> answer) {
            int status = answer.statusCode();
            Optional<Integer> next = answer.headers()
                    .firstValue(IncomingController.NEXT)
                    .filter(text -> text.matches("\\d{1,6}"))
                    .map(Integer::valueOf);
            if ((status == 204 || status == 409) && next.isPresent()) {
                return new Told.Next(next.get());
            }
            // Only the recipient itself can say so for good; what anybody else says may be mended
            return new Told.No((status == 422
                            ? seal.refusal(
                                    attachment, answer.body(), road.partner().signers())
                            : Optional.<String>empty())
                    .<Outcome>map(code -> new Outcome.Refused("ATTACHMENT_" + code))
                    .orElseGet(() -> new Outcome.Unreachable("HTTP_" + status)));
        }

        private URI address(String rest) {
            return road.partner()
                    .endpoint()
                    .resolve("/v1/exchange/" + seal.message() + "/attachments/" + attachment.id() + rest);
        }
    }

    /** What the recipient's node said. */
    private sealed interface Told {

        /** Which chunk it expects; one past the last when it has all. */
        record Next(int number) implements Told {}

        /** Nothing that helps. */
        record No(Outcome outcome) implements Told {}
    }
}
