package nl.sluis.access;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import nl.sluis.node.ProblemWriter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** The answer to who asks more than may be asked, and the count of whoever was refused. */
final class TooMuch {

    private final ProblemWriter problems;
    private final MeterRegistry meters;

    TooMuch(ProblemWriter problems, MeterRegistry meters) {
        this.problems = problems;
        this.meters = meters;
    }

    /** Writes the answer; it says when to try again, in whole seconds. */
    void answer(HttpServletResponse response, Duration wait) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds()));
        problems.write(response, HttpStatus.TOO_MANY_REQUESTS, "too-much", "This is more than you may ask: try later");
    }

    /** Counts a refusal by status and sort of caller. */
    void count(int status, String caller) {
        meters.counter("sluis.access.refused", "status", Integer.toString(status), "caller", caller)
                .increment();
    }
}
