package nl.sluis.receive;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import nl.sluis.access.Caller;
import nl.sluis.canonical.MessageId;
import nl.sluis.node.Body;
import nl.sluis.node.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Where other nodes bring envelopes. */
@RestController
class ExchangeController {

    private static final MediaType CMS = MediaType.parseMediaType("application/cms");

    private final ReceiveEnvelope receive;
    private final Body body;
    private final SignedRefusals refusals;

    ExchangeController(ReceiveEnvelope receive, Body body, SignedRefusals refusals) {
        this.receive = receive;
        this.body = body;
        this.refusals = refusals;
    }

    @PostMapping(path = "/v1/exchange", consumes = "application/cms")
    ResponseEntity<?> exchange(
            HttpServletRequest request,
            @AuthenticationPrincipal Caller.Node node,
            @RequestHeader("Sluis-Message-Id") String messageId,
            @RequestHeader(name = "Sluis-Form", defaultValue = "MESSAGE") String form)
            throws IOException {
        MessageId id;
        try {
            id = MessageId.parse(messageId);
        } catch (IllegalArgumentException e) {
            return Problems.unprocessable("Sluis-Message-Id", "NOT_A_UUID", "The header must be a UUID");
        }
        return switch (body.read(request)) {
            case Body.TooLarge tooLarge -> refusals.tooLarge(node.partner(), id, tooLarge);
            case Body.Complete complete ->
                complete.bytes().length == 0
                        ? Problems.unprocessable("/", "EMPTY", "There is no envelope in the body")
                        : receive.accept(node.partner(), id, form.equals("RECEIPT"), complete.bytes())
                                .<ResponseEntity<?>>map(ExchangeController::accepted)
                                .orElseGet(() -> Problems.of(
                                        HttpStatus.TOO_MANY_REQUESTS,
                                        "too-much",
                                        "Too much of you waits here unopened"));
        };
    }

    private static ResponseEntity<?> accepted(byte[] word) {
        return ResponseEntity.status(HttpStatus.ACCEPTED).contentType(CMS).body(word);
    }
}
