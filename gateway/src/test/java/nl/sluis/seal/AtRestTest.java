package nl.sluis.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class AtRestTest {

    private static final byte[] CONTENT = "Mila valt in slaap.".getBytes(StandardCharsets.UTF_8);

    private final AtRest atRest = new AtRest(new SecretKeySpec(new byte[32], "AES"));

    @Test
    void readsBackWhatItWroteAndShowsNothingOfIt() {
        byte[] stored = atRest.encrypt("message/1", CONTENT);

        assertThat(atRest.decrypt("message/1", stored)).isEqualTo(CONTENT);
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("Mila");
        assertThat(atRest.encrypt("message/1", CONTENT)).isNotEqualTo(stored);
    }

    @Test
    void refusesWhatWasAlteredOrMovedOrCutShort() {
        byte[] stored = atRest.encrypt("message/1", CONTENT);
        byte[] altered = stored.clone();
        altered[20] ^= 1;

        assertThatThrownBy(() -> atRest.decrypt("message/1", altered)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> atRest.decrypt("message/2", stored)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> atRest.decrypt("message/1", new byte[5])).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void givesOneFingerprintPerKeyLabelAndValue() {
        AtRest other = new AtRest(new SecretKeySpec("another key".getBytes(StandardCharsets.UTF_8), "AES"));

        assertThat(atRest.fingerprint("bsn", CONTENT))
                .isEqualTo(atRest.fingerprint("bsn", CONTENT))
                .hasSize(32)
                .isNotEqualTo(atRest.fingerprint("name", CONTENT))
                .isNotEqualTo(atRest.fingerprint("bsn", new byte[0]))
                .isNotEqualTo(other.fingerprint("bsn", CONTENT));
        assertThat(atRest.fingerprint("a", new byte[] {'b'})).isNotEqualTo(atRest.fingerprint("ab", new byte[0]));
    }
}
