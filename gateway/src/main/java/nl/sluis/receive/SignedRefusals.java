package nl.sluis.receive;

import java.time.Clock;
import java.util.Base64;
import java.util.Objects;
import nl.sluis.canonical.MessageId;
import nl.sluis.directory.Partner;
import nl.sluis.node.Body;
import nl.sluis.node.NodeSettings;
import nl.sluis.seal.EnvelopeRefusal;
import nl.sluis.seal.Sealer;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Refusals that its sender may believe for good: a problem document with this node's signed word beside it, as {@code refusal}. */
@Component
record SignedRefusals(Sealer sealer, NodeSettings self, Clock clock) {

    /** An envelope that is larger than this node reads. */
    ResponseEntity<ProblemDetail> tooLarge(Partner from, MessageId id, Body.TooLarge tooLarge) {
        ResponseEntity<ProblemDetail> answer = tooLarge.problem();
        byte[] word = sealer.sign(new EnvelopeRefusal(id, from.id(), self.id(), "TOO_LARGE", clock.instant()));
        Objects.requireNonNull(answer.getBody())
                .setProperty("refusal", Base64.getEncoder().encodeToString(word));
        return answer;
    }
}
