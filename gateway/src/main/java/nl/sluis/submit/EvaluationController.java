package nl.sluis.submit;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.regex.Pattern;
import nl.sluis.node.Body;
import nl.sluis.node.Problems;
import nl.sluis.node.Reading;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * The Access Evaluation API of OpenID AuthZEN Authorization API 1.0, for enforcement points in the organisation's own systems. A
 * no has no reasons: it says the same whether a family is known here or not.
 */
@RestController
class EvaluationController {

    private static final String REQUEST_ID = "X-Request-ID";

    /** What goes back as it came goes into a header. */
    private static final Pattern ECHOED = Pattern.compile("[0-9A-Za-z._:-]{1,100}");

    private final Evaluations evaluations;
    private final Body body;

    EvaluationController(Evaluations evaluations, Body body) {
        this.evaluations = evaluations;
        this.body = body;
    }

    /** The whole answer. */
    record Answer(boolean decision) {}

    @PostMapping(path = "/access/v1/evaluation", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> evaluate(
            HttpServletRequest request, @RequestHeader(name = REQUEST_ID, required = false) @Nullable String number)
            throws IOException {
        return switch (body.read(request)) {
            case Body.TooLarge tooLarge -> tooLarge.problem();
            case Body.Complete complete -> answer(complete.bytes(), number);
        };
    }

    private ResponseEntity<?> answer(byte[] bytes, @Nullable String number) {
        return switch (EvaluationJson.read(bytes)) {
            case Reading.Faulty<Evaluation> faulty -> Problems.malformed(faulty.violations());
            case Reading.Read<Evaluation> read -> {
                ResponseEntity.BodyBuilder answer = ResponseEntity.ok().cacheControl(CacheControl.noStore());
                if (number != null && ECHOED.matcher(number).matches()) {
                    answer.header(REQUEST_ID, number);
                }
                yield answer.body(new Answer(evaluations.permits(read.value())));
            }
        };
    }
}
