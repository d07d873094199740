package nl.sluis.submit;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.sluis.audit.ReadLog;
import nl.sluis.canonical.MessageId;
import nl.sluis.node.Body;
import nl.sluis.node.NodeSettings;
import nl.sluis.node.Problems;
import nl.sluis.node.Reading;
import nl.sluis.node.StrictJson;
import nl.sluis.outbox.Undelivered;
import nl.sluis.outbox.Undelivered.Closing;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What did not arrive, for the own organisation: what it is, who sees to it, and the ways on. */
@RestController
class UndeliveredController {

    private static final int PAGE = 100;

    private final Undelivered undelivered;
    private final UndeliveredJson shown;
    private final Successions successions;
    private final Body body;
    private final NodeSettings self;
    private final ReadLog log;

    UndeliveredController(
            Undelivered undelivered,
            UndeliveredJson shown,
            Successions successions,
            Body body,
            NodeSettings self,
            ReadLog log) {
        this.log = log;
        this.undelivered = undelivered;
        this.shown = shown;
        this.successions = successions;
        this.body = body;
        this.self = self;
    }

    @GetMapping("/v1/undelivered")
    ResponseEntity<?> list(@RequestParam(defaultValue = "0") String after, Locale language) {
        if (!after.matches("[0-9]{1,18}")) {
            return Problems.unprocessable("?after", "NOT_A_PLACE", "Take what the page before has as next");
        }
        List<Undelivered.Entry> entries = undelivered.list(Long.parseLong(after), PAGE);
        if (!entries.isEmpty()) {
            log.reads("undelivered.read", null, Map.of("count", Integer.toString(entries.size()), "after", after));
        }
        String next =
                entries.size() < PAGE ? null : Long.toString(entries.getLast().position());
        return ResponseEntity.ok(shown.page(entries, next, language));
    }

    @PostMapping("/v1/messages/{id}/retry")
    ResponseEntity<?> retry(@PathVariable String id) {
        return parsed(id)
                .<ResponseEntity<?>>map(message -> respond(undelivered.retry(self.id(), message), HttpStatus.ACCEPTED))
                .orElseGet(Problems::notFound);
    }

    /** What waited for an organisation that has ended goes on as a message to its successor, decided anew. */
    @PostMapping("/v1/messages/{id}/successor")
    ResponseEntity<?> submitToSuccessor(@PathVariable String id, Locale language) {
        return parsed(id)
                .<ResponseEntity<?>>map(message -> successions.submit(message, AnswerJson.english(language)))
                .orElseGet(Problems::notFound);
    }

    @PostMapping("/v1/messages/{id}/closing")
    ResponseEntity<?> close(@PathVariable String id, HttpServletRequest request) throws IOException {
        return switch (body.read(request)) {
            case Body.TooLarge tooLarge -> tooLarge.problem();
            case Body.Complete complete -> {
                StrictJson given = StrictJson.of(complete.bytes()).require("reason");
                Closing reason = given.code("reason", Closing.class);
                yield switch (given.result(() -> Objects.requireNonNull(reason))) {
                    case Reading.Faulty<Closing> faulty -> Problems.unprocessable(faulty.violations());
                    case Reading.Read<Closing> read -> close(id, read.value());
                };
            }
        };
    }

    private ResponseEntity<?> close(String id, Closing reason) {
        return parsed(id)
                .<ResponseEntity<?>>map(
                        message -> respond(undelivered.close(self.id(), message, reason), HttpStatus.OK))
                .orElseGet(Problems::notFound);
    }

    private static ResponseEntity<?> respond(Undelivered.Outcome outcome, HttpStatus success) {
        return switch (outcome) {
            case DONE -> ResponseEntity.status(success).build();
            case UNKNOWN -> Problems.notFound();
            case NOT_NOW -> Problems.conflict("The state of this message does not allow it");
            case CONTENT_GONE -> Problems.conflict("The content is not kept any more: submit it anew");
        };
    }

    private static Optional<MessageId> parsed(String id) {
        try {
            return Optional.of(MessageId.parse(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
