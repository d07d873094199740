package nl.sluis.feed;

import static org.assertj.core.api.Assertions.assertThat;

import nl.sluis.testing.TestDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class FeedSignalTest {

    @Test
    void wakesReadersAgainAfterAStopAndAStart() {
        FeedSignal signal = new FeedSignal();
        FeedListener listener = new FeedListener(TestDatabase.migrated(), signal);
        listener.start();
        Awaitility.await().until(() -> signal.count() > 0);
        listener.stop();
        assertThat(signal.closed()).isTrue();

        long before = signal.count();
        listener.start();

        Awaitility.await().until(() -> signal.count() > before);
        assertThat(signal.closed()).isFalse();
        listener.stop();
    }
}
