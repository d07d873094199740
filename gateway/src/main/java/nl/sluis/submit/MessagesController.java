package nl.sluis.submit;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.function.BiFunction;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.Translation;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.node.Body;
import nl.sluis.node.NodeSettings;
import nl.sluis.node.Problems;
import nl.sluis.outbox.Outbox;
import nl.sluis.send.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Messages of the own systems: submit, ask beforehand, look up. */
@RestController
class MessagesController {

    private static final int LONGEST_HEADER = 200;

    private final PartnerFormats formats;
    private final Submissions submissions;
    private final Outbox outbox;
    private final AnswerJson answers;
    private final Body body;
    private final NodeSettings self;

    MessagesController(
            PartnerFormats formats,
            Submissions submissions,
            Outbox outbox,
            AnswerJson answers,
            Body body,
            NodeSettings self) {
        this.formats = formats;
        this.submissions = submissions;
        this.outbox = outbox;
        this.answers = answers;
        this.body = body;
        this.self = self;
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
        return translated(
                request,
                recipient,
                (submission, english) -> submissions.submit(submission, key, english),
                HttpStatus.ACCEPTED,
                language);
    }

    @PostMapping("/v1/decisions")
    ResponseEntity<?> ask(
            HttpServletRequest request,
            @RequestHeader(name = "Sluis-Recipient", required = false) @Nullable String recipient,
            Locale language)
            throws IOException {
        return translated(request, recipient, submissions::ask, HttpStatus.OK, language);
    }

    @GetMapping("/v1/messages/{id}")
    ResponseEntity<?> find(@PathVariable String id, Locale language) {
        MessageId messageId;
        try {
            messageId = MessageId.parse(id);
        } catch (IllegalArgumentException e) {
            return Problems.notFound();
        }
        return outbox.find(self.id(), messageId)
                .<ResponseEntity<?>>map(found ->
                        ResponseEntity.ok(answers.of(found, outbox.history(self.id(), messageId), english(language))))
                .orElseGet(Problems::notFound);
    }

    private ResponseEntity<?> translated(
            HttpServletRequest request,
            @Nullable String recipient,
            BiFunction<Submission, Boolean, Submissions.Outcome> step,
            HttpStatus success,
            Locale language)
            throws IOException {
        OrganisationId named;
        try {
            named = recipient == null ? null : new OrganisationId(recipient);
        } catch (IllegalArgumentException e) {
            return Problems.unprocessable("Sluis-Recipient", "NOT_AN_ORGANISATION", "This cannot be an organisation");
        }
        return switch (body.read(request)) {
            case Body.TooLarge tooLarge -> tooLarge.problem();
            case Body.Complete complete -> {
                Payload payload = new Payload(String.valueOf(request.getContentType()), complete.bytes());
                yield formats.reading(payload)
                        .<ResponseEntity<?>>map(translation -> switch (translation) {
                            case Translation.Untranslatable faulty -> Problems.unprocessable(faulty.violations());
                            case Translation.Consents consents ->
                                Problems.unprocessable(
                                        "/", "CONSENTS_ONLY", "These are consents: they belong at /v1/consents");
                            case Translation.Translated translated ->
                                Outcomes.respond(
                                        step.apply(
                                                new Submission(translated.draft(), payload, named), english(language)),
                                        success);
                        })
                        .orElseGet(formats::unsupported);
            }
        };
    }

    private static boolean english(Locale language) {
        return language.getLanguage().equals("en");
    }
}
