package nl.sluis.submit;

import java.util.List;
import nl.sluis.adapter.Violation;
import nl.sluis.directory.Ended;
import nl.sluis.node.Problems;
import nl.sluis.send.Submitted;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** What the outcomes of a submission look like in HTTP. */
final class Outcomes {

    private Outcomes() {}

    static ResponseEntity<?> respond(Submissions.Outcome outcome, HttpStatus success) {
        return switch (outcome) {
            case Submissions.Outcome.Answered answered ->
                ResponseEntity.status(success).body(answered.answer());
            case Submissions.Outcome.KeyTaken taken ->
                Problems.conflict("This Idempotency-Key was used for another body");
            case Submissions.Outcome.NotDecided not -> notDecided(not.why());
            case Submissions.Outcome.Lacking lacking -> Problems.unprocessable(lacking.violations());
        };
    }

    static ResponseEntity<?> notDecided(Submitted why) {
        return why instanceof Submitted.NoSuccessor
                ? Problems.conflict("Its recipient has not ended, or nobody in the directory went on with its work")
                : Problems.unprocessable(List.of(violation(why)));
    }

    /** Why it was not decided about, as a fault of what was submitted. */
    static Violation violation(Submitted why) {
        return switch (why) {
            case Submitted.UnknownRecipient unknown ->
                new Violation("Sluis-Recipient", "UNKNOWN_RECIPIENT", "No organisation of that name can be addressed");
            case Submitted.RecipientEnded gone -> ended(gone.ended());
            case Submitted.UnknownThread unknown ->
                new Violation("/inReplyTo", "UNKNOWN_MESSAGE", "There is no such message to answer");
            case Submitted.ThreadOfEnded thread ->
                new Violation(
                        "/inReplyTo",
                        "THREAD_OF_ENDED",
                        "What it answers came from " + thread.ended()
                                + ", which has ended; the ground of that thread is not about its successor."
                                + " Say it in a message of its own");
            case Submitted.UnusableAttachment unusable ->
                new Violation(
                        "/attachments",
                        "UNUSABLE_ATTACHMENT",
                        "An attachment is not here, not whole or not scanned yet, occurs twice, or is one too many");
            case Submitted.ContradictingPersons contradicting ->
                new Violation(
                        "/persons",
                        "CONTRADICTING_IDENTIFIERS",
                        "The numbers of a person belong to different persons in this organisation's register");
            case Submitted.NoSuccessor none -> throw new IllegalStateException("nothing was submitted");
            case Submitted.Decided decided -> throw new IllegalStateException("a decision has an answer");
        };
    }

    private static Violation ended(Ended ended) {
        String successor = ended.successor()
                .map(next -> "; its work went to " + next
                        + ", about which is decided anew when the message is submitted to it")
                .orElse("; nobody in the directory went on with its work");
        return new Violation(
                "Sluis-Recipient",
                "RECIPIENT_ENDED",
                "The organisation could be addressed until " + ended.lastDay() + successor);
    }
}
