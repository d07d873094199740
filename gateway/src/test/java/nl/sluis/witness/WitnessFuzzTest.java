package nl.sluis.witness;

import java.util.List;
import nl.sluis.feed.Cursor;
import nl.sluis.testing.Fuzz;
import org.junit.jupiter.api.Test;

/** What a partner's node or a reader of the feed may send: read, or nothing. */
class WitnessFuzzTest {

    @Test
    void requestsToCountersign() {
        Fuzz.of(new Ask(3, List.of(new byte[32], new byte[32]), new byte[] {1, 2}).json(), Ask::read);
    }

    @Test
    void places() {
        Fuzz.of(new Cursor(12).toString(), Cursor::parse);
    }
}
