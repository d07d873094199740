package nl.sluis.submit;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import nl.sluis.adapter.Payload;
import nl.sluis.node.Body;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What would become of a message, or of a case: asked beforehand, with nothing kept. */
@RestController
class DecisionsController {

    private final Intake intake;
    private final CaseDecisions cases;
    private final Submissions submissions;
    private final Body body;

    DecisionsController(Intake intake, CaseDecisions cases, Submissions submissions, Body body) {
        this.intake = intake;
        this.cases = cases;
        this.submissions = submissions;
        this.body = body;
    }

    @PostMapping("/v1/decisions")
    ResponseEntity<?> ask(
            HttpServletRequest request,
            @RequestHeader(name = "Sluis-Recipient", required = false) @Nullable String recipient,
            Locale language)
            throws IOException {
        return switch (body.read(request)) {
            case Body.TooLarge tooLarge -> tooLarge.problem();
            case Body.Complete complete ->
                cases.answer(request.getContentType(), complete.bytes())
                        .orElseGet(() -> intake.take(
                                new Payload(String.valueOf(request.getContentType()), complete.bytes()),
                                recipient,
                                submission -> submissions.ask(submission, AnswerJson.english(language)),
                                HttpStatus.OK));
        };
    }
}
