package nl.sluis.node;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * The HTTP edge: one of the two places that catch everything. What is not expected becomes a reference number, here and in the
 * log, and nothing more.
 */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler(Exception.class)
    ResponseEntity<ProblemDetail> unexpected(Exception e) {
        String reference = UUID.randomUUID().toString();
        // No message: it may hold what a caller sent
        LOG.error(
                "{} {} at {}",
                reference,
                e.getClass().getName(),
                e.getStackTrace().length == 0 ? "" : e.getStackTrace()[0]);
        ProblemDetail problem =
                Problems.problem(HttpStatus.INTERNAL_SERVER_ERROR, "unexpected", "Something went wrong here");
        problem.setProperty("reference", reference);
        return ResponseEntity.internalServerError()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        HttpStatus known = HttpStatus.resolve(status.value());
        // Spring's own details quote what was sent; ours name the sort of fault only
        ProblemDetail problem =
                Problems.problem(status, "http-" + status.value(), known == null ? "Error" : known.getReasonPhrase());
        return super.handleExceptionInternal(e, problem, headers, status, request);
    }
}
