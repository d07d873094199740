package nl.sluis.node;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * The HTTP edge: one of the named places that catch everything. What is not expected becomes a reference number, here and in the
 * log, and nothing more.
 */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler(BodyLimit.Exceeded.class)
    ResponseEntity<ProblemDetail> tooLarge(BodyLimit.Exceeded e) {
        return new Body.TooLarge(e.limit()).problem();
    }

    /** Who calls hung up, or sent nothing for a minute: no fault of this node, and nothing to look up. */
    @ExceptionHandler(ClientAbortException.class)
    ResponseEntity<ProblemDetail> cutOff(ClientAbortException e) {
        LOG.info("a request was cut off");
        return Problems.of(HttpStatus.REQUEST_TIMEOUT, "cut-off", "The body did not come whole");
    }

    @ExceptionHandler(Exception.class)
    @Nullable
    ResponseEntity<ProblemDetail> unexpected(Exception e, HttpServletResponse response) {
        String reference = UUID.randomUUID().toString();
        // No message: it may hold what a caller sent
        LOG.error(
                "{} {} at {}",
                reference,
                e.getClass().getName(),
                e.getStackTrace().length == 0 ? "" : e.getStackTrace()[0]);
        if (response.isCommitted()) {
            // The status is out: a problem behind half an answer would be taken for a part of it
            return null;
        }
        ProblemDetail problem =
                Problems.problem(HttpStatus.INTERNAL_SERVER_ERROR, "unexpected", "Something went wrong here");
        problem.setProperty("reference", reference);
        return ResponseEntity.internalServerError()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleServletRequestBindingException(
            ServletRequestBindingException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        // Names of headers and parameters are ours, never the caller's
        return switch (e) {
            case MissingRequestHeaderException missing -> required(missing.getHeaderName());
            default -> super.handleServletRequestBindingException(e, headers, status, request);
        };
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return required("?" + e.getParameterName());
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        // Controllers ask for bytes: without a cause nothing was sent, with one the connection broke
        return e.getCause() == null
                ? violation("/", "EMPTY", "The document is empty.")
                : super.handleHttpMessageNotReadable(e, headers, status, request);
    }

    private static ResponseEntity<Object> required(String place) {
        return violation(place, "REQUIRED", "This is needed");
    }

    private static ResponseEntity<Object> violation(String place, String code, String message) {
        ResponseEntity<ProblemDetail> problem = Problems.unprocessable(place, code, message);
        return new ResponseEntity<>(problem.getBody(), problem.getHeaders(), problem.getStatusCode());
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
