package nl.sluis.attachment;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.node.AttachmentLimit;
import nl.sluis.node.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Uploads of the own systems, whole or in parts, with the headers of "Resumable Uploads for HTTP"
 * (draft-ietf-httpbis-resumable-upload): {@code Upload-Complete}, {@code Upload-Offset} and {@code Upload-Length}.
 */
@RestController
@RequestMapping(AttachmentLimit.PATH)
class AttachmentsController {

    private static final String OFFSET = "Upload-Offset";
    private static final String COMPLETE = "Upload-Complete";
    private static final String MORE_FOLLOWS = "?0";
    private static final int LONGEST_TYPE = 100;

    private final Uploads uploads;
    private final Holdings holdings;

    AttachmentsController(Uploads uploads, Holdings holdings) {
        this.uploads = uploads;
        this.holdings = holdings;
    }

    @PostMapping
    ResponseEntity<?> begin(
            HttpServletRequest request,
            @RequestHeader(name = COMPLETE, defaultValue = "?1") String complete,
            @RequestHeader(name = "Upload-Length", required = false) @Nullable Long announced)
            throws IOException {
        Optional<String> mediaType = mediaType(request.getContentType());
        if (mediaType.isEmpty()) {
            return Problems.of(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE, "media-type", "Content-Type says what the attachment is");
        }
        boolean last = !complete.equals(MORE_FOLLOWS);
        Long length = announced == null && last && request.getContentLengthLong() >= 0
                ? Long.valueOf(request.getContentLengthLong())
                : announced;
        return answer(uploads.begin(mediaType.get(), length, request.getInputStream(), last), HttpStatus.CREATED);
    }

    @PatchMapping("/{id}")
    ResponseEntity<?> goOn(
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestHeader(OFFSET) long offset,
            @RequestHeader(name = COMPLETE, defaultValue = "?1") String complete)
            throws IOException {
        return uploads.goOn(id, offset, request.getInputStream(), !complete.equals(MORE_FOLLOWS))
                .<ResponseEntity<?>>map(outcome -> answer(outcome, HttpStatus.OK))
                .orElseGet(Problems::notFound);
    }

    /** How it stands; {@code HEAD} gives where to go on. */
    @GetMapping("/{id}")
    ResponseEntity<?> find(@PathVariable UUID id) {
        return holdings.uploaded(id)
                .<ResponseEntity<?>>map(found -> view(found, HttpStatus.OK))
                .orElseGet(Problems::notFound);
    }

    @DeleteMapping("/{id}")
    ResponseEntity<?> destroy(@PathVariable UUID id) {
        return switch (holdings.destroyUpload(id)) {
            case DESTROYED -> ResponseEntity.noContent().build();
            case IN_USE -> Problems.conflict("A message refers to this attachment");
            case UNKNOWN -> Problems.notFound();
        };
    }

    private static ResponseEntity<?> answer(Uploads.Outcome outcome, HttpStatus success) {
        return switch (outcome) {
            case Uploads.Outcome.Taken taken
            when taken.attachment().state() == AttachmentState.INFECTED ->
                Problems.unprocessable("/", "INFECTED", "A virus scanner found something in it; it is not kept");
            case Uploads.Outcome.Taken taken -> view(taken.attachment(), success);
            case Uploads.Outcome.Elsewhere elsewhere ->
                ResponseEntity.status(HttpStatus.CONFLICT)
                        .header(OFFSET, Long.toString(elsewhere.attachment().size()))
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .body(Problems.conflict("The upload stands elsewhere: see Upload-Offset")
                                .getBody());
            case Uploads.Outcome.OtherLength other ->
                Problems.unprocessable("/", "LENGTH", "There is nothing, or not what was announced");
            case Uploads.Outcome.TooLarge tooLarge -> Problems.tooLarge(tooLarge.limit());
        };
    }

    private static ResponseEntity<?> view(StoredAttachment attachment, HttpStatus status) {
        boolean open = attachment.state() == AttachmentState.OPEN;
        return ResponseEntity.status(status)
                .location(URI.create(AttachmentLimit.PATH + "/" + attachment.id()))
                .header(OFFSET, Long.toString(attachment.size()))
                .header(COMPLETE, open ? MORE_FOLLOWS : "?1")
                .body(new View(
                        attachment.id(),
                        attachment.state(),
                        attachment.mediaType(),
                        attachment.size(),
                        attachment.sha256()));
    }

    /** An upload as its system sees it. */
    record View(
            UUID id,
            AttachmentState state,
            String mediaType,
            long size,
            @Nullable String sha256) {}

    private static Optional<String> mediaType(@Nullable String header) {
        try {
            MediaType type = MediaType.parseMediaType(header == null ? "" : header);
            String bare = type.getType() + "/" + type.getSubtype();
            return type.isConcrete() && bare.length() <= LONGEST_TYPE ? Optional.of(bare) : Optional.empty();
        } catch (InvalidMediaTypeException e) {
            return Optional.empty();
        }
    }
}
