package nl.sluis.attachment;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import nl.sluis.access.Caller;
import nl.sluis.canonical.MessageId;
import nl.sluis.node.NodeSettings;
import nl.sluis.node.Problems;
import nl.sluis.seal.ChunkOpener;
import nl.sluis.seal.ChunkRefusal;
import nl.sluis.seal.Chunks;
import nl.sluis.seal.Sealer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where other nodes bring the chunks of attachments, before the envelope of their message. */
@RestController
@RequestMapping("/v1/exchange/{message}/attachments/{attachment}")
class IncomingController {

    /** The number of the chunk that this node expects; one past the last when it has all. */
    static final String NEXT = "Sluis-Next-Chunk";

    /** What signature, certificate and encryption add to a chunk is a few kilobytes. */
    private static final int LARGEST = Chunks.BYTES + 64 * 1024;

    private static final MediaType CMS = MediaType.parseMediaType("application/cms");

    private final Arrivals arrivals;
    private final Refusals refusals;

    IncomingController(Arrivals arrivals, Refusals refusals) {
        this.arrivals = arrivals;
        this.refusals = refusals;
    }

    /** What this node signs when it will never take something. */
    @Component
    record Refusals(Sealer sealer, NodeSettings self, Clock clock) {
        ResponseEntity<?> refuse(ChunkOpener.Place place, String code) {
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                    .contentType(CMS)
                    .body(sealer.sign(new ChunkRefusal(
                            place.message(), place.attachment(), place.sender(), self.id(), code, clock.instant())));
        }
    }

    @GetMapping
    ResponseEntity<?> next(
            @AuthenticationPrincipal Caller.Node node, @PathVariable UUID message, @PathVariable UUID attachment) {
        return standing(HttpStatus.NO_CONTENT, arrivals.next(node.partner().id(), new MessageId(message), attachment));
    }

    @PutMapping(path = "/chunks/{number}", consumes = "application/cms")
    ResponseEntity<?> take(
            HttpServletRequest request,
            @AuthenticationPrincipal Caller.Node node,
            @PathVariable UUID message,
            @PathVariable UUID attachment,
            @PathVariable int number)
            throws IOException {
        byte[] cms = request.getContentLengthLong() > LARGEST
                ? new byte[LARGEST + 1]
                : request.getInputStream().readNBytes(LARGEST + 1);
        if (cms.length > LARGEST) {
            return Problems.tooLarge(LARGEST);
        }
        ChunkOpener.Place place =
                new ChunkOpener.Place(new MessageId(message), node.partner().id(), attachment, number);
        return switch (arrivals.take(node.partner(), place, cms)) {
            case Arrivals.Outcome.Next next -> standing(HttpStatus.NO_CONTENT, next.number());
            case Arrivals.Outcome.Elsewhere elsewhere -> elsewhere(elsewhere.number());
            case Arrivals.Outcome.Wrong wrong when wrong.lasting() -> refusals.refuse(place, wrong.code());
            case Arrivals.Outcome.Wrong wrong ->
                Problems.unprocessable("/", wrong.code(), "This is not the chunk that belongs here");
            case Arrivals.Outcome.TooLarge tooLarge -> refusals.refuse(place, "TOO_LARGE");
            case Arrivals.Outcome.TakenBack takenBack ->
                Problems.of(HttpStatus.GONE, "taken-back", "You took back what you sealed until then");
            case Arrivals.Outcome.TooMuch tooMuch ->
                Problems.of(HttpStatus.TOO_MANY_REQUESTS, "too-much", "Too much of you waits here unfinished");
        };
    }

    private static ResponseEntity<?> elsewhere(int next) {
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .header(NEXT, Integer.toString(next))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.conflict("Another chunk is expected: see Sluis-Next-Chunk")
                        .getBody());
    }

    private static ResponseEntity<?> standing(HttpStatus status, int next) {
        return ResponseEntity.status(status)
                .header(NEXT, Integer.toString(next))
                .build();
    }
}
