package nl.sluis.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.Test;

class TlsProfileTest {

    /** A server's hello of TLS 1.3 with one choice of group, which is X25519MLKEM768; its key is cut off. */
    private static final byte[] HELLO = HexFormat.of()
            .parseHex("160303004a020000460303" + "07".repeat(32) + "00130200001e" + "002b00020304" + "0033001411ec0010"
                    + "09".repeat(16));

    /** So much of it must be there. */
    private static final int UP_TO_THE_GROUP = 61;

    @Test
    void wantsTheHybridGroupMostWhereThePlatformHasIt() {
        SSLParameters supported = new SSLParameters();
        supported.setNamedGroups(new String[] {"ffdhe2048", "secp256r1", "x25519", TlsProfile.HYBRID, "sect283k1"});
        assertThat(TlsProfile.groups(supported)).containsExactly(TlsProfile.HYBRID, "x25519", "secp256r1");
    }

    @Test
    void doesWithoutItWhereThePlatformHasNoneAndSaysSo() {
        assertThat(TlsProfile.groups(new SSLParameters()))
                .containsExactly("x25519", "secp256r1", "secp384r1", "secp521r1", "x448");
        TlsProfile profile = TestTls.good();
        assertThat(profile.weaker().stream().anyMatch(line -> line.contains(TlsProfile.HYBRID)))
                .isEqualTo(!profile.groups().contains(TlsProfile.HYBRID));
    }

    @Test
    void namesTheSettingThatMakesItWeakerThanTheGuidelinesBest() {
        assertThat(TlsProfile.weaker(new TlsSettings(TlsLevel.GOOD, TlsProvider.JDK, false)))
                .isEmpty();
        assertThat(TestTls.at(TlsLevel.SUFFICIENT, new SimpleMeterRegistry()).weaker())
                .anyMatch(line -> line.startsWith("sluis.tls.level: "));
    }

    @Test
    void readsTheChosenGroupAndNothingFromWhateverElseItIsGiven() {
        assertThat(ChosenGroup.in(ByteBuffer.wrap(HELLO))).hasValue(0x11ec);
        assertThat(Handshakes.name(0x11ec)).isEqualTo("X25519MLKEM768");
        assertThat(Handshakes.name(0x0100)).isEqualTo("other");
        for (int length = 0; length < UP_TO_THE_GROUP; length++) {
            assertThat(ChosenGroup.in(ByteBuffer.wrap(HELLO, 0, length))).isEmpty();
        }
        Random random = new Random(7);
        Stream.generate(() -> HELLO.clone()).limit(2000).forEach(bytes -> {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            // Whatever it is, it is an answer
            assertThat(ChosenGroup.in(ByteBuffer.wrap(bytes))).isNotNull();
        });
    }
}
