package nl.sluis.node;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Reads bodies no further than the node's limit. */
@Component
public final class Body {

    private final int limit;

    Body(NodeSettings settings) {
        this.limit = Math.toIntExact(settings.maxBody().toBytes());
    }

    /** What was read. */
    public sealed interface Read permits Complete, TooLarge {}

    /** The whole body. */
    @SuppressWarnings("ArrayRecordComponent") // read once and dropped
    public record Complete(byte[] bytes) implements Read {}

    /** The body is larger than the limit; nothing of it was kept. */
    public record TooLarge(long limit) implements Read {

        static final String TYPE = "too-large";
        static final String TITLE = "The body is larger than this node reads";

        /** 413, with the limit in bytes. */
        public ResponseEntity<ProblemDetail> problem() {
            ProblemDetail problem = Problems.problem(HttpStatus.CONTENT_TOO_LARGE, TYPE, TITLE);
            problem.setProperty("limitBytes", limit);
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE)
                    .header("Connection", "close")
                    .body(problem);
        }
    }

    /**
     * Reads the body of a request.
     *
     * @throws IOException when the connection breaks
     */
    public Read read(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > limit) {
            return new TooLarge(limit);
        }
        byte[] bytes = request.getInputStream().readNBytes(limit + 1);
        return bytes.length > limit ? new TooLarge(limit) : new Complete(bytes);
    }
}
