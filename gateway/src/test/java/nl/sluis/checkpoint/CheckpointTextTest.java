package nl.sluis.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read as a checkpoint, and what is not. */
class CheckpointTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sluis/audit/00000000000000000000\n1\nAAAA\n",
                "sluis/audit/00000000000000000000\n0\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
                "sluis/audit/00000000000000000000\n01\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
                "sluis/audit/00000000000000000000\n9999999999999999999\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
                "sluis/audit/00000000000000000000\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "sluis/audit/00000000000000000000\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\nmore\n",
                "other/00000000000000000000\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n"
            })
    void whatIsNotExactlyACheckpointIsNone(String text) {
        assertThat(Checkpoint.parse(text)).isEmpty();
        assertThat(Countersignature.parse("cosignature/v1\ntime 1\n" + text)).isEmpty();
    }
}
