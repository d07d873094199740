package nl.sluis.node;

import java.net.URI;
import java.util.List;
import nl.sluis.adapter.Violation;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** How this node says no: problem documents (RFC 9457) that name the place and never the value. */
public final class Problems {

    private Problems() {}

    /** 422: the content is at fault, with every place that is. */
    public static ResponseEntity<ProblemDetail> unprocessable(List<Violation> violations) {
        ProblemDetail problem =
                problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-content", "The content is not as it should be");
        problem.setProperty("violations", violations);
        return respond(problem);
    }

    /** 422 with one place. */
    public static ResponseEntity<ProblemDetail> unprocessable(String path, String code, String message) {
        return unprocessable(List.of(new Violation(path, code, message)));
    }

    /** 400 with every place at fault, where a standard asks for that status instead of 422. */
    public static ResponseEntity<ProblemDetail> malformed(List<Violation> violations) {
        ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, "http-400", "The request is not as it should be");
        problem.setProperty("violations", violations);
        return respond(problem);
    }

    /** 404: there is no such thing, or it is not for the one who asks; the answers are the same. */
    public static ResponseEntity<ProblemDetail> notFound() {
        return respond(problem(HttpStatus.NOT_FOUND, "not-found", "There is nothing here"));
    }

    /** 409: it contradicts what is already there. */
    public static ResponseEntity<ProblemDetail> conflict(String title) {
        return respond(problem(HttpStatus.CONFLICT, "conflict", title));
    }

    /** 413, with the limit in bytes. */
    public static ResponseEntity<ProblemDetail> tooLarge(long limitBytes) {
        return new Body.TooLarge(limitBytes).problem();
    }

    /** Any other status. */
    public static ResponseEntity<ProblemDetail> of(HttpStatus status, String type, String title) {
        return respond(problem(status, type, title));
    }

    static ProblemDetail problem(HttpStatusCode status, String type, String title) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create("https://sluis.nl/problems/" + type));
        problem.setTitle(title);
        return problem;
    }

    private static ResponseEntity<ProblemDetail> respond(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
