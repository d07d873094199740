package nl.sluis.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import nl.sluis.demo.Neighbourhood.Member;
import nl.sluis.testing.TlsScan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a node's port takes of TLS, found by offering everything that has a number. */
@ExtendWith(NodesExtension.class)
class OfferedTlsTest {

    private static final int TLS_13 = 0x0304;

    private final TlsScan scan;

    OfferedTlsTest(Nodes nodes) {
        this.scan = new TlsScan(nodes.address(Member.SCHOOL).getPort());
    }

    /** TLS_AES_256_GCM_SHA384 and TLS_CHACHA20_POLY1305_SHA256; X25519, P-256, P-384, P-521 and X448. */
    @Test
    void takesWhatTheGuidelineCallsGoodAndNothingElse() throws IOException {
        assertThat(scan.suites(TLS_13)).isEqualTo(Set.of(0x1302, 0x1303));
        assertThat(scan.groups(TLS_13)).isEqualTo(Set.of(0x001d, 0x0017, 0x0018, 0x0019, 0x001e));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(ints = {0x0300, 0x0301, 0x0302, 0x0303})
    void takesNothingOfAnOlderVersion(int version) throws IOException {
        assertThat(scan.suites(version)).isEmpty();
    }

    @Test
    void takesNoSsl2() throws IOException {
        assertThat(scan.takesSsl2()).isFalse();
    }
}
