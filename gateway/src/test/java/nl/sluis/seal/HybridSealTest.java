package nl.sluis.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.Receipt;
import nl.sluis.canonical.ReceiptStatus;
import nl.sluis.canonical.ThreadId;
import nl.sluis.testing.SchoolPermit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HybridSealTest {

    private static final OrganisationId SCHOOL = TestSeals.organisation("school");
    private static final OrganisationId TEAM = TestSeals.organisation("wijkteam");
    private static final SealRecipient CLASSICAL = TestSeals.recipient("wijkteam");
    private static final SealRecipient HYBRID = TestSeals.hybridRecipient("wijkteam");
    private static final X509Certificate SCHOOL_SEAL =
            TestSeals.recipient("school").certificate();
    private static final MessageId ID = MessageId.parse("00000000-0000-4000-8000-000000000007");

    private final Sealer school = TestSeals.sealer("school");
    private final Opener tolerant = TestSeals.opener("wijkteam");
    private final Opener strict = TestSeals.opener("wijkteam", (sender, recipient, at) -> false);

    @Test
    void whoListsHybridCertificatesGetsNothingThatWasSealedWithoutThem() throws Exception {
        byte[] cms = school.seal(receipt(), HYBRID).cms();
        assertThat(KemLayer.is(Enveloped.read(cms))).isTrue();
        assertThat(open(strict, cms)).isInstanceOf(Opening.OpenedReceipt.class);
        assertThat(new String(cms, StandardCharsets.ISO_8859_1)).doesNotContain(ID.toString());
        assertThat(open(
                        TestSeals.opener("huisarts"),
                        school.seal(receipt(), HYBRID).cms()))
                .isEqualTo(rejected(Opening.Reason.UNDECRYPTABLE));
    }

    @Test
    void oneHalfOfTheKeysOpensNothing() {
        byte[] cms = school.seal(receipt(), HYBRID).cms();
        SealRecipient agreementOfAnother = new SealRecipient(
                TEAM,
                HYBRID.certificate(),
                new HybridCertificates(
                        Objects.requireNonNull(
                                        TestSeals.hybridRecipient("huisarts").hybrid())
                                .agreement(),
                        Objects.requireNonNull(HYBRID.hybrid()).kem()));
        assertThat(open(tolerant, cms)).isInstanceOf(Opening.OpenedReceipt.class);
        assertThat(open(tolerant, school.seal(receipt(), agreementOfAnother).cms()))
                .isEqualTo(rejected(Opening.Reason.UNDECRYPTABLE));
    }

    @Test
    void whenBothListHybridCertificatesAnEnvelopeWithoutIsRejected() {
        byte[] cms = school.seal(receipt(), CLASSICAL).cms();
        assertThat(open(tolerant, cms)).isInstanceOf(Opening.OpenedReceipt.class);
        assertThat(open(strict, cms)).isEqualTo(rejected(Opening.Reason.DOWNGRADED));
    }

    @Test
    void whatCountsIsListedForThatSenderAtTheTimeOfSigning() {
        List<String> asked = new ArrayList<>();
        Instant before = Instant.now().minusSeconds(1);
        Opener opener = TestSeals.opener("wijkteam", (sender, recipient, at) -> {
            asked.add(sender + " " + recipient + " " + !at.isBefore(before.minusSeconds(1)));
            return true;
        });
        assertThat(open(opener, school.seal(receipt(), CLASSICAL).cms())).isInstanceOf(Opening.OpenedReceipt.class);
        assertThat(asked).containsExactly(SCHOOL + " " + TEAM + " true");
    }

    @Test
    void anEnvelopeOfAVersionThatNamedNoSuiteIsOpenedWhereNoHybridIsListed() {
        byte[] old = signedWithoutSuite();
        assertThat(open(tolerant, Encryption.encrypt(old, CLASSICAL))).isInstanceOf(Opening.OpenedReceipt.class);
        assertThat(open(strict, Encryption.encrypt(old, CLASSICAL))).isEqualTo(rejected(Opening.Reason.DOWNGRADED));
    }

    @Test
    void theSuiteInTheSignatureIsTheOneOfTheEnvelope() {
        SealKeys keys = TestSeals.keys("school");
        byte[] json = new SealedContent.OfReceipt(SealedContent.VERSION, receipt()).toJson();
        byte[] forHybrid = Cms.sign(json, keys.privateKey(), keys.certificate(), Suite.HYBRID);
        byte[] forClassical = Cms.sign(json, keys.privateKey(), keys.certificate(), Suite.CLASSICAL);
        assertThat(open(tolerant, Encryption.encrypt(forHybrid, CLASSICAL)))
                .isEqualTo(rejected(Opening.Reason.DOWNGRADED));
        assertThat(open(tolerant, Encryption.encrypt(forClassical, HYBRID)))
                .isEqualTo(rejected(Opening.Reason.DOWNGRADED));
        assertThat(open(tolerant, Encryption.encrypt(signedWithoutSuite(), HYBRID)))
                .isEqualTo(rejected(Opening.Reason.DOWNGRADED));
    }

    @Test
    void chunksAreSealedAndRefusedLikeEnvelopes() {
        Content.Attachment file = new Content.Attachment(
                UUID.randomUUID(), "Tekening", new Content.File("image/png", 9, "ab".repeat(32)));
        for (SealRecipient to : List.of(CLASSICAL, HYBRID)) {
            ChunkSeal seal = Objects.requireNonNull(
                    school.seal(SchoolPermit.with(file), to).beside());
            byte[] cms = seal.seal(file, 0, Chunks.start(), new byte[9]);
            ChunkOpener.Place place = new ChunkOpener.Place(seal.message(), SCHOOL, file.id(), 0);
            assertThat(TestSeals.chunkOpener("wijkteam").open(place, cms, List.of(SCHOOL_SEAL)))
                    .isInstanceOf(ChunkOpening.Opened.class);
            ChunkOpening strictly = new ChunkOpener(
                            TestSeals.keys("wijkteam"), TEAM, (sender, recipient, at) -> false, any -> Optional.empty())
                    .open(place, cms, List.of(SCHOOL_SEAL));
            if (to == HYBRID) {
                assertThat(strictly).isInstanceOf(ChunkOpening.Opened.class);
            } else {
                assertThat(strictly).isEqualTo(new ChunkOpening.Rejected(Opening.Reason.DOWNGRADED));
            }
        }
    }

    /** Every region: each tag, each byte of each length, and of each value its first, middle and last byte. */
    @ParameterizedTest
    @EnumSource(Suite.class)
    void noByteOfAnEnvelopeCanBeChangedUnseen(Suite suite) {
        byte[] good = school.seal(receipt(), suite == Suite.HYBRID ? HYBRID : CLASSICAL)
                .cms();
        assertThat(open(tolerant, good)).isInstanceOf(Opening.OpenedReceipt.class);
        List<Integer> places = Regions.of(good);
        assertThat(places).hasSizeGreaterThan(100);
        for (int place : places) {
            for (int mask : new int[] {0x01, 0x80}) {
                byte[] altered = good.clone();
                altered[place] ^= (byte) mask;
                assertThat(open(tolerant, altered)).as("byte %d", place).isInstanceOf(Opening.Rejected.class);
            }
        }
        byte[] longer = java.util.Arrays.copyOf(good, good.length + 1);
        assertThat(open(tolerant, longer)).isInstanceOf(Opening.Rejected.class);
        assertThat(open(tolerant, java.util.Arrays.copyOf(good, good.length - 1)))
                .isInstanceOf(Opening.Rejected.class);
    }

    /** Half of all keys end in a bit that is not set; to say that it does not count changes nothing but the envelope. */
    @Test
    void noBitOfTheEphemeralKeyCanBeSaidNotToCount() {
        for (int i = 0; i < 8; i++) {
            byte[] cms = school.seal(receipt(), CLASSICAL).cms();
            // BIT STRING of 66 bytes: none unused, then an uncompressed point
            int unused = new String(cms, StandardCharsets.ISO_8859_1).indexOf("\u0003\u0042\u0000\u0004") + 2;
            assertThat(unused).isGreaterThan(2);
            cms[unused] = 1;
            assertThat(open(tolerant, cms)).isInstanceOf(Opening.Rejected.class);
        }
    }

    private static byte[] signedWithoutSuite() {
        SealKeys keys = TestSeals.keys("school");
        return Cms.sign(
                new SealedContent.OfReceipt(SealedContent.VERSION, receipt()).toJson(),
                keys.privateKey(),
                keys.certificate());
    }

    private static Opening open(Opener opener, byte[] cms) {
        return opener.open(new Envelope(ID, SCHOOL, TEAM, cms), List.of(SCHOOL_SEAL), at -> true);
    }

    private static Opening rejected(Opening.Reason reason) {
        return new Opening.Rejected(reason);
    }

    private static Receipt receipt() {
        return new Receipt(
                ID,
                ID,
                new ThreadId(ID.value()),
                SCHOOL,
                TEAM,
                ReceiptStatus.DELIVERED,
                null,
                Instant.parse("2026-11-22T09:00:00Z"),
                null);
    }
}
