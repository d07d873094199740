package nl.sluis.submit;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.feed.FeedItem;
import nl.sluis.feed.FeedReads;
import nl.sluis.node.Body;
import nl.sluis.node.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What a team does with an item of its feed: word back to the reporter, and the message in its own system's format. */
@RestController
class FeedbackController {

    private static final String OWN_FORMAT = Feedback.OWN_FORMAT;

    private final FeedReads feed;
    private final PartnerFormats formats;
    private final FeedbackDesk feedback;
    private final Body body;

    FeedbackController(FeedReads feed, PartnerFormats formats, FeedbackDesk feedback, Body body) {
        this.feed = feed;
        this.formats = formats;
        this.feedback = feedback;
        this.body = body;
    }

    @GetMapping("/v1/feed/{item}/message")
    ResponseEntity<?> message(
            @PathVariable String item,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = OWN_FORMAT) String accept) {
        return parsed(item)
                .flatMap(feed::message)
                .<ResponseEntity<?>>map(found -> formats.writing(
                                accept.equals("*/*") ? OWN_FORMAT : accept, found.message())
                        .<ResponseEntity<?>>map(payload -> ResponseEntity.ok()
                                .contentType(MediaType.parseMediaType(payload.mediaType()))
                                .body(payload.bytes()))
                        .orElseGet(() -> Problems.of(
                                HttpStatus.NOT_ACCEPTABLE, "not-acceptable", "No adapter writes what Accept asks for")))
                .orElseGet(Problems::notFound);
    }

    @PostMapping("/v1/feed/{item}/feedback")
    ResponseEntity<?> feedback(
            HttpServletRequest request,
            @PathVariable String item,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Locale language)
            throws IOException {
        Optional<FeedItem> found = parsed(item).flatMap(feed::item);
        if (found.isEmpty()) {
            return Problems.notFound();
        }
        return switch (body.read(request)) {
            case Body.TooLarge tooLarge -> tooLarge.problem();
            case Body.Complete complete -> submit(found.get(), complete.bytes(), key, AnswerJson.english(language));
        };
    }

    private ResponseEntity<?> submit(FeedItem item, byte[] bytes, @Nullable String key, boolean english) {
        return switch (feedback.submit(item, bytes, key, english)) {
            case Feedback.Result.Faulty faulty -> Problems.unprocessable(faulty.violations());
            case Feedback.Result.Submitted submitted -> Outcomes.respond(submitted.outcome(), HttpStatus.ACCEPTED);
        };
    }

    private static Optional<UUID> parsed(String item) {
        try {
            return Optional.of(UUID.fromString(item));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
