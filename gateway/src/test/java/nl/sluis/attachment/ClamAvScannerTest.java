package nl.sluis.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import nl.sluis.attachment.ContentScanner.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The protocol over real TCP, against one that speaks it and one that does not. */
class ClamAvScannerTest {

    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final int BYTES = 3 * 1024 * 1024 + 17;

    @Test
    void givesEveryByteAndReadsThatNothingWasFound() throws IOException {
        try (FakeClamd clamd = FakeClamd.answering("stream: OK\0")) {
            assertThat(scan(clamd, LONG)).isInstanceOf(Finding.Clean.class);
            assertThat(clamd.read()).isEqualTo(BYTES);
        }
    }

    @Test
    void readsWhatWasFound() throws IOException {
        try (FakeClamd clamd = FakeClamd.answering("stream: Sluis.Test-1 FOUND\0")) {
            assertThat(scan(clamd, LONG)).isEqualTo(new Finding.Infected("Sluis.Test-1"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\0",
                "OK\0",
                "stream: ok\0",
                "stream: OK",
                "stream: OK\nstream: X FOUND\0",
                " stream: OK\0",
                "stream:  FOUND\0",
                "INSTREAM size limit exceeded. ERROR\0",
                "stream: Can't allocate memory ERROR\0",
                ""
            })
    void takesNoOtherAnswerForAYes(String answer) throws IOException {
        try (FakeClamd clamd = FakeClamd.answering(answer)) {
            assertThat(scan(clamd, LONG)).isInstanceOf(Finding.Unavailable.class);
        }
    }

    @Test
    void readsAnAnswerWithoutEndNoFurtherThanItMust() throws IOException {
        try (FakeClamd clamd = FakeClamd.behaving((in, out) -> {
            FakeClamd.stream(in);
            for (int i = 0; i < 10_000; i++) {
                out.write("stream: OK ".getBytes(StandardCharsets.US_ASCII));
            }
        })) {
            assertThat(scan(clamd, LONG)).isInstanceOf(Finding.Unavailable.class);
        }
    }

    @Test
    void doesNotWaitForEverForOneThatNeitherReadsNorAnswers() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        try (FakeClamd clamd = FakeClamd.behaving((in, out) -> wait(never))) {
            assertThat(new ClamAvScanner(clamd.settings(SHORT)).scan(new Endless()))
                    .isInstanceOf(Finding.Unavailable.class);
        } finally {
            never.countDown();
        }
    }

    @Test
    void takesAConnectionThatIsCutOrRefusedForNoAnswer() throws IOException {
        int port;
        try (FakeClamd clamd = FakeClamd.behaving((in, out) -> in.readNBytes(100))) {
            port = clamd.port();
            assertThat(scan(clamd, LONG)).isInstanceOf(Finding.Unavailable.class);
        }
        assertThat(new ClamAvScanner(new ScanSettings.ClamAv("127.0.0.1", port, LONG)).scan(content()))
                .isInstanceOf(Finding.Unavailable.class);
    }

    private static Finding scan(FakeClamd clamd, Duration timeout) {
        return new ClamAvScanner(clamd.settings(timeout)).scan(content());
    }

    private static InputStream content() {
        return new ByteArrayInputStream(new byte[BYTES]);
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Endless extends InputStream {
        @Override
        public int read() {
            return 0;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            return length;
        }
    }
}
