package nl.sluis.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Checkpoints of more than one page, read beside the entries. */
class CheckpointReaderTest {

    private static final int COUNT = 2 * CheckpointReader.PAGE + 1;

    private final LogFixture log = new LogFixture("school");

    @Test
    void readsEachAtItsSizeAcrossPages() {
        checkpoints();
        CheckpointReader reader = new CheckpointReader(log.checkpoints());
        List<Long> read = new ArrayList<>();
        for (long entry = 1; entry <= 2L * COUNT; entry++) {
            reader.at(entry).ifPresent(found -> read.add(found.checkpoint().size()));
        }
        assertThat(read).isEqualTo(sizes(1));
        reader.rest(found -> read.add(found.checkpoint().size()));
        assertThat(read).hasSize(COUNT);
    }

    @Test
    void tellsOfAllThatStandBeyondTheLastEntry() {
        checkpoints();
        CheckpointReader reader = new CheckpointReader(log.checkpoints());
        assertThat(reader.at(1)).isEmpty();
        assertThat(reader.at(2)).isPresent();
        List<Long> rest = new ArrayList<>();
        reader.rest(found -> rest.add(found.checkpoint().size()));
        assertThat(rest).isEqualTo(sizes(2));
    }

    @Test
    void ofALogWithoutAnyThereIsNone() {
        CheckpointReader reader = new CheckpointReader(log.checkpoints());
        assertThat(reader.at(0)).isEmpty();
        reader.rest(found -> assertThat(found).isNull());
    }

    /** One for every second entry; that they are not signed is nothing to who only reads them. */
    private void checkpoints() {
        log.jdbc()
                .sql("INSERT INTO checkpoint (size, root, signed, at)"
                        + " SELECT 2 * i, sha256('x'), 'none', now() FROM generate_series(1, ?) i")
                .param(COUNT)
                .update();
    }

    private static List<Long> sizes(int first) {
        return LongStream.rangeClosed(first, COUNT).map(i -> 2 * i).boxed().toList();
    }
}
