package nl.sluis.node;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * No body beyond the node's limit is read, at whatever address, and whether or not it says its length beforehand; attachments,
 * which nobody keeps whole in memory, have a limit of their own. It stands before everything else, also before the check of who
 * calls.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class BodyLimit extends OncePerRequestFilter {

    /** Where nodes bring envelopes: the controller refuses by length what is too large, unread as here, with its signature. */
    private static final String SIGNED = "/v1/exchange";

    private final long usual;
    private final AttachmentLimit attachments;
    private final ProblemWriter problems;

    BodyLimit(NodeSettings settings, AttachmentLimit attachments, ProblemWriter problems) {
        this.usual = settings.maxBody().toBytes();
        this.attachments = attachments;
        this.problems = problems;
    }

    /** The body turned out to be larger than the limit; unchecked, so that nobody takes it for a broken connection. */
    static final class Exceeded extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final long limit;

        private Exceeded(long limit) {
            super("the body is larger than " + limit + " bytes");
            this.limit = limit;
        }

        long limit() {
            return limit;
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean signed = request.getRequestURI().equals(SIGNED);
        // One more, by which who signs the answer sees that there is more
        long limit = attachments.covers(request) ? attachments.largest().toBytes() : signed ? usual + 1 : usual;
        if (request.getContentLengthLong() > limit && !signed) {
            response.setHeader("Connection", "close");
            problems.write(response, HttpStatus.CONTENT_TOO_LARGE, Body.TooLarge.TYPE, Body.TooLarge.TITLE);
            return;
        }
        chain.doFilter(new Limited(request, limit), response);
    }

    private static final class Limited extends HttpServletRequestWrapper {

        private final long limit;

        Limited(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream(), limit);
        }

        @Override
        public BufferedReader getReader() throws IOException {
            String encoding = getCharacterEncoding();
            return new BufferedReader(new InputStreamReader(
                    getInputStream(), encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding)));
        }
    }

    private static final class Counted extends ServletInputStream {

        private final ServletInputStream body;
        private final long limit;
        private long read;

        Counted(ServletInputStream body, long limit) {
            this.body = body;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int one = body.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int some = body.read(into, from, length);
            count(Math.max(some, 0));
            return some;
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }

        private void count(int more) {
            read += more;
            if (read > limit) {
                throw new Exceeded(limit);
            }
        }
    }
}
