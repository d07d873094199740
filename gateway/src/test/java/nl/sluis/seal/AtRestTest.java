package nl.sluis.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import nl.sluis.testing.TestStorage;
import org.junit.jupiter.api.Test;

class AtRestTest {

    private static final byte[] CONTENT = "Mila valt in slaap.".getBytes(StandardCharsets.UTF_8);

    private final AtRest atRest = TestStorage.atRest();

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
    void whatASubjectHasIsGoneWithItsKey() {
        AtRest.Subject family = atRest.of("household/1");
        byte[] stored = family.encrypt("feed/1", CONTENT);

        assertThat(family.decrypt("feed/1", stored)).isEqualTo(CONTENT);
        assertThatThrownBy(() -> atRest.decrypt("feed/1", stored)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> atRest.of("household/2").decrypt("feed/1", stored))
                .isInstanceOf(IllegalStateException.class);
        family.destroy();
        assertThatThrownBy(() -> family.decrypt("feed/1", stored)).isInstanceOf(IllegalStateException.class);
        byte[] after = family.encrypt("feed/1", CONTENT);
        assertThat(family.decrypt("feed/1", after)).isEqualTo(CONTENT);
        assertThatThrownBy(() -> family.decrypt("feed/1", stored)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anotherStorageKeyReadsWhatTheOneBeforeItWroteAndWritesWithItself() {
        TestStorage dataKeys = new TestStorage();
        AtRest first = new AtRest(key(1), List.of(), List.of(), dataKeys);
        byte[] before = first.encrypt("message/1", CONTENT);
        byte[] ofFamily = first.of("household/1").encrypt("feed/1", CONTENT);
        byte[] fingerprint = first.fingerprint("bsn", CONTENT);

        AtRest second = new AtRest(key(2), List.of(key(1)), List.of(), dataKeys);
        assertThat(second.decrypt("message/1", before)).isEqualTo(CONTENT);
        assertThat(second.of("household/1").decrypt("feed/1", ofFamily)).isEqualTo(CONTENT);
        assertThat(second.fingerprint("bsn", CONTENT)).isEqualTo(fingerprint);
        byte[] after = second.encrypt("message/1", CONTENT);
        assertThat(new AtRest(key(2), List.of(), List.of(), dataKeys).decrypt("message/1", after))
                .isEqualTo(CONTENT);
        assertThatThrownBy(() -> first.decrypt("message/1", after)).isInstanceOf(IllegalStateException.class);
    }

    /** Nonce and ciphertext alone, as they were stored before keys had an identity. */
    @Test
    void readsWhatHasNoMarkOfItsKey() {
        TestStorage dataKeys = new TestStorage();
        byte[] marked = new AtRest(key(1), List.of(), List.of(), dataKeys).encrypt("message/1", CONTENT);
        byte[] unmarked = Arrays.copyOfRange(marked, 12, marked.length);

        assertThat(new AtRest(key(2), List.of(key(1)), List.of(), dataKeys).decrypt("message/1", unmarked))
                .isEqualTo(CONTENT);
    }

    private static SecretKey key(int number) {
        byte[] key = new byte[32];
        key[0] = (byte) number;
        return new SecretKeySpec(key, "AES");
    }

    @Test
    void givesOneFingerprintPerKeyLabelAndValue() {
        AtRest other = new AtRest(key(1), List.of(), List.of(), new TestStorage());

        assertThat(atRest.fingerprint("bsn", CONTENT))
                .isEqualTo(atRest.fingerprint("bsn", CONTENT))
                .hasSize(32)
                .isNotEqualTo(atRest.fingerprint("name", CONTENT))
                .isNotEqualTo(atRest.fingerprint("bsn", new byte[0]))
                .isNotEqualTo(other.fingerprint("bsn", CONTENT));
        assertThat(atRest.fingerprint("a", new byte[] {'b'})).isNotEqualTo(atRest.fingerprint("ab", new byte[0]));
    }
}
