package nl.sluis.submit;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.Translation;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.Purpose;
import nl.sluis.feed.FeedItem;
import nl.sluis.feed.FeedReads;
import nl.sluis.node.Body;
import nl.sluis.node.Problems;
import nl.sluis.send.Submission;
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
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a team does with an item of its feed: word back to the reporter, and the message in its own system's format. */
@RestController
class FeedbackController {

    /** The format of the neighbourhood team's own system. */
    private static final String OWN_FORMAT = "application/vnd.sluis.message+json";

    private final FeedReads feed;
    private final PartnerFormats formats;
    private final Submissions submissions;
    private final Body body;
    private final JsonMapper json;

    FeedbackController(FeedReads feed, PartnerFormats formats, Submissions submissions, Body body, JsonMapper json) {
        this.feed = feed;
        this.formats = formats;
        this.submissions = submissions;
        this.body = body;
        this.json = json;
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
            case Body.Complete complete ->
                submit(found.get().message(), complete.bytes(), key, AnswerJson.english(language));
        };
    }

    private ResponseEntity<?> submit(Message answered, byte[] bytes, @Nullable String key, boolean english) {
        Optional<byte[]> addressed = addressed(answered, bytes);
        if (addressed.isEmpty()) {
            return Problems.unprocessable("/", "NOT_JSON", "The body must be a JSON object");
        }
        Payload payload = new Payload(OWN_FORMAT, addressed.get());
        Optional<Translation> translation = formats.reading(payload);
        return switch (translation.orElseThrow()) {
            case Translation.Untranslatable faulty -> Problems.unprocessable(faulty.violations());
            case Translation.Consents consents ->
                Problems.unprocessable("/", "CONSENTS_ONLY", "These are consents: they belong at /v1/consents");
            case Translation.Translated translated ->
                Outcomes.respond(
                        submissions.submit(new Submission(translated.draft(), payload, null), key, english),
                        HttpStatus.ACCEPTED);
        };
    }

    // The item says what is answered and to whom; the team only says what it has to say
    private Optional<byte[]> addressed(Message answered, byte[] bytes) {
        try {
            JsonNode root = json.readTree(bytes);
            if (!(root instanceof ObjectNode object)) {
                return Optional.empty();
            }
            object.put("kind", MessageKind.FEEDBACK.name())
                    .put("inReplyTo", answered.id().toString())
                    .put("recipient", answered.sender().value());
            Purpose purpose = answered.purpose();
            if (!object.has("purpose") && purpose != null) {
                object.put("purpose", purpose.name());
            }
            return Optional.of(json.writeValueAsBytes(object));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static Optional<UUID> parsed(String item) {
        try {
            return Optional.of(UUID.fromString(item));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
