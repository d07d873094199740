package nl.sluis.submit;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import nl.sluis.adapter.Payload;
import nl.sluis.canonical.MessageId;
import nl.sluis.node.Body;
import nl.sluis.node.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Messages of the own systems: submit and look up. */
@RestController
class MessagesController {

    private static final int LONGEST_HEADER = 200;

    private final Intake intake;
    private final Submissions submissions;
    private final OwnMessages messages;
    private final Body body;

    MessagesController(Intake intake, Submissions submissions, OwnMessages messages, Body body) {
        this.intake = intake;
        this.submissions = submissions;
        this.messages = messages;
        this.body = body;
    }

    @PostMapping("/v1/messages")
    ResponseEntity<?> submit(
            HttpServletRequest request,
            @RequestHeader(name = "Sluis-Recipient", required = false) @Nullable String recipient,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Locale language)
            throws IOException {
        if (key != null && (key.isBlank() || key.length() > LONGEST_HEADER)) {
            return Problems.unprocessable("Idempotency-Key", "LENGTH", "The key has 1 to 200 characters");
        }
        return switch (body.read(request)) {
            case Body.TooLarge tooLarge -> tooLarge.problem();
            case Body.Complete complete ->
                intake.take(
                        new Payload(String.valueOf(request.getContentType()), complete.bytes()),
                        recipient,
                        submission -> submissions.submit(submission, key, AnswerJson.english(language)),
                        HttpStatus.ACCEPTED);
        };
    }

    @GetMapping("/v1/messages/{id}")
    ResponseEntity<?> find(@PathVariable String id, Locale language) {
        MessageId messageId;
        try {
            messageId = MessageId.parse(id);
        } catch (IllegalArgumentException e) {
            return Problems.notFound();
        }
        return messages.find(messageId, language)
                .<ResponseEntity<?>>map(ResponseEntity::ok)
                .orElseGet(Problems::notFound);
    }
}
