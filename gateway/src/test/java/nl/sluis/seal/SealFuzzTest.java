package nl.sluis.seal;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.sluis.adapter.MessageJson;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.Section;
import nl.sluis.canonical.SectionId;
import nl.sluis.certs.CertificateUse;
import nl.sluis.testing.Fuzz;
import nl.sluis.testing.SchoolPermit;
import org.junit.jupiter.api.Test;

/**
 * Everything that the seal reads, around and inside: a partner that signs and encrypts well can put anything inside. An outcome,
 * never an exception.
 */
class SealFuzzTest {

    private static final OrganisationId SCHOOL = TestSeals.organisation("school");
    private static final OrganisationId TEAM = TestSeals.organisation("wijkteam");
    private static final X509Certificate SCHOOL_SEAL = TestSeals.certificate("school", CertificateUse.SEAL);
    private static final SealRecipient TO_TEAM = TestSeals.recipient("wijkteam");
    private static final MessageId ID = new MessageId(UUID.randomUUID());

    private final Opener team = TestSeals.opener("wijkteam");

    @Test
    void envelopes() {
        Fuzz.of(inside(content()), this::open);
    }

    @Test
    void whatASenderSealedWell() {
        Fuzz.of(content(), json -> open(inside(json)));
    }

    @Test
    void signedContent() {
        Fuzz.of(signed(content()), signed -> open(Encryption.encrypt(signed, TO_TEAM)));
    }

    @Test
    void wordsOfAcceptance() {
        Envelope sent = new Envelope(ID, TEAM, SCHOOL, new byte[] {1});
        Acceptance word = new Acceptance(ID, TEAM, SCHOOL, "00", Instant.EPOCH);
        byte[] json = MessageJson.mapper().writeValueAsBytes(word);
        Fuzz.of(signed(json), signed -> team.verify(signed, sent, List.of(SCHOOL_SEAL)));
        Fuzz.of(json, changed -> team.verify(signed(changed), sent, List.of(SCHOOL_SEAL)));
    }

    @Test
    void chunks() {
        ChunkOpener opener = TestSeals.chunkOpener("wijkteam");
        UUID attachment = UUID.randomUUID();
        ChunkOpener.Place place = new ChunkOpener.Place(ID, SCHOOL, attachment, 0);
        byte[] chunk = new byte[] {1, 2, 3};
        byte[] plain = new ChunkHeader(
                        ChunkHeader.VERSION,
                        ID,
                        SCHOOL,
                        TEAM,
                        "sha256:00",
                        attachment,
                        new Content.File("image/png", 3, "ab".repeat(32)),
                        0,
                        "00")
                .with(chunk);
        Fuzz.of(inside(plain), cms -> opener.open(place, cms, List.of(SCHOOL_SEAL)));
        Fuzz.of(plain, changed -> opener.open(place, inside(changed), List.of(SCHOOL_SEAL)));
        String json =
                new String(plain, Integer.BYTES, plain.length - Integer.BYTES - chunk.length, StandardCharsets.UTF_8);
        Fuzz.of(json, changed -> opener.open(place, inside(headed(changed, chunk)), List.of(SCHOOL_SEAL)));
    }

    @Test
    void statementsAndTimeStamps() {
        byte[] cms = TestSeals.notary("school").sign("a statement\n", Instant.now());
        Fuzz.of(cms, changed -> {
            Notary.read(changed, List.of(SCHOOL_SEAL));
            Notary.enclosed(changed);
            DetachedSignature.verify(new byte[] {1}, changed, List.of(SCHOOL_SEAL));
            TimeStamps.token(changed, new byte[] {1}, BigInteger.ONE);
            TimeStamps.read(changed, new byte[] {1}, List.of(SCHOOL_SEAL));
            TimeStamps.isOver(changed, new byte[] {1});
        });
    }

    private static byte[] headed(String json, byte[] chunk) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Integer.BYTES + bytes.length + chunk.length)
                .putInt(bytes.length)
                .put(bytes)
                .put(chunk)
                .array();
    }

    private static byte[] content() {
        Section section = new Section(
                new SectionId("goes"),
                SchoolPermit.SANNE,
                DataCategory.OBSERVATION,
                LifeDomain.LGZ,
                true,
                new Content.Carried("text/plain", "Slaapt slecht"));
        return SealedContent.OfMessage.of(
                        "sha256:00", SchoolPermit.of(List.of(section)).message())
                .toJson();
    }

    private static byte[] signed(byte[] json) {
        return Cms.sign(json, TestSeals.keys("school").privateKey(), SCHOOL_SEAL, Instant.now());
    }

    private static byte[] inside(byte[] json) {
        return Encryption.encrypt(signed(json), TO_TEAM);
    }

    private void open(byte[] cms) {
        team.open(new Envelope(ID, SCHOOL, TEAM, cms), List.of(SCHOOL_SEAL), at -> true);
    }
}
