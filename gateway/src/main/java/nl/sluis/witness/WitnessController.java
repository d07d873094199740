package nl.sluis.witness;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import nl.sluis.access.Caller;
import nl.sluis.node.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where partners' nodes bring their checkpoints. */
@RestController
class WitnessController {

    static final String PATH = "/v1/exchange/checkpoints";

    private static final MediaType CMS = MediaType.parseMediaType("application/cms");

    private final WitnessDesk desk;
    private final TransactionTemplate transaction;

    WitnessController(WitnessDesk desk, TransactionTemplate transaction) {
        this.desk = desk;
        this.transaction = transaction;
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> witness(HttpServletRequest request, @AuthenticationPrincipal Caller.Node node)
            throws IOException {
        byte[] body = request.getInputStream().readNBytes(Ask.MAX_BYTES + 1);
        if (body.length > Ask.MAX_BYTES) {
            return Problems.tooLarge(Ask.MAX_BYTES);
        }
        Optional<Ask> ask = Ask.read(body);
        if (ask.isEmpty()) {
            return Problems.unprocessable("/", "UNREADABLE", "A size, a proof and a checkpoint are expected");
        }
        return switch (Objects.requireNonNull(transaction.execute(status -> desk.judge(node.partner(), ask.get())))) {
            case WitnessDesk.Verdict.Countersigned word ->
                ResponseEntity.ok().contentType(CMS).body(word.cms());
            case WitnessDesk.Verdict.FromThere there ->
                seen(HttpStatus.CONFLICT, "FROM_THERE", there.size(), there.seen());
            case WitnessDesk.Verdict.Refused refused ->
                seen(HttpStatus.CONFLICT, refused.sort().name(), refused.size(), refused.seen());
            case WitnessDesk.Verdict.NotIts other ->
                Problems.unprocessable(
                        "/checkpoint", "NOT_YOURS", "This is no checkpoint of your log with your signature");
        };
    }

    private static ResponseEntity<ProblemDetail> seen(HttpStatus status, String code, long size, byte[] seen) {
        ResponseEntity<ProblemDetail> problem =
                Problems.of(status, "other-checkpoint-seen", "Another checkpoint of your log was seen");
        ProblemDetail body = Objects.requireNonNull(problem.getBody());
        body.setProperty("code", code);
        body.setProperty("size", size);
        body.setProperty("seen", Base64.getEncoder().encodeToString(seen));
        return problem;
    }
}
