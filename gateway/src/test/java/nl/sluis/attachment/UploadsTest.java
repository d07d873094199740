package nl.sluis.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import nl.sluis.attachment.ContentScanner.Finding;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.seal.Chunks;
import nl.sluis.seal.Sha256;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class UploadsTest {

    private static final OrganisationId SCHOOL = new OrganisationId("de-wilgenhof");
    private static final MessageId MESSAGE = new MessageId(UUID.randomUUID());

    private final AttachmentFixture node = new AttachmentFixture(DataSize.ofMegabytes(4));

    @Test
    void keepsContentInEncryptedChunksAndGivesItBackByteForByte() throws IOException {
        byte[] content = bytes(2 * Chunks.BYTES + 123);

        StoredAttachment stored = taken(node.uploads.begin("application/pdf", null, in(content), true));

        assertThat(stored.state()).isEqualTo(AttachmentState.CLEAN);
        assertThat(stored.sha256()).isEqualTo(Sha256.hex(Sha256.of(content)));
        assertThat(stored.chunks()).isEqualTo(3);
        assertThat(new ChunkStream(node.store, stored).readAllBytes()).isEqualTo(content);
        assertThat(node.jdbc
                        .sql("SELECT content FROM attachment_chunk ORDER BY number")
                        .query(byte[].class)
                        .list())
                .noneMatch(chunk -> contains(chunk, Arrays.copyOf(content, 32)));
        assertThat(node.audited).containsExactly("attachment.uploaded", "attachment.inspected");
    }

    @Test
    void readsFromAnyPlace() throws IOException {
        byte[] content = bytes(2 * Chunks.BYTES + 123);
        StoredAttachment stored = taken(node.uploads.begin("application/pdf", null, in(content), true));
        try (InputStream stream = new ChunkStream(node.store, stored)) {
            assertThat(stream.skip(Chunks.BYTES - 5L)).isEqualTo(Chunks.BYTES - 5L);
            assertThat(stream.readNBytes(10))
                    .isEqualTo(Arrays.copyOfRange(content, Chunks.BYTES - 5, Chunks.BYTES + 5));
            assertThat(stream.skip(Long.MAX_VALUE)).isEqualTo(Chunks.BYTES + 123L - 5);
            assertThat(stream.read()).isEqualTo(-1);
        }
    }

    @Test
    void goesOnAfterTheLastWholeChunkOfAnUploadThatWasCut() throws IOException {
        byte[] content = bytes(3 * Chunks.BYTES + 5);
        StoredAttachment begun = taken(node.uploads.begin("image/png", (long) content.length, in(new byte[0]), false));

        assertThatThrownBy(() -> node.uploads.goOn(begun.id(), 0, cutAfter(content, 2 * Chunks.BYTES + 77), true))
                .isInstanceOf(IOException.class);
        StoredAttachment cut = node.store.find(begun.id()).orElseThrow();
        assertThat(cut.size()).isEqualTo(2L * Chunks.BYTES);
        assertThat(node.uploads.goOn(begun.id(), 0, in(content), true).orElseThrow())
                .isInstanceOf(Uploads.Outcome.Elsewhere.class);

        StoredAttachment whole = taken(node.uploads
                .goOn(
                        begun.id(),
                        cut.size(),
                        in(Arrays.copyOfRange(content, Math.toIntExact(cut.size()), content.length)),
                        true)
                .orElseThrow());
        assertThat(whole.sha256()).isEqualTo(Sha256.hex(Sha256.of(content)));
    }

    @Test
    void leavesNothingOfWhatIsTooLargeEmptyCutOrNotAsAnnounced() throws IOException {
        byte[] large = bytes(4 * Chunks.BYTES + 1);
        assertThat(node.uploads.begin("image/png", null, in(large), true)).isInstanceOf(Uploads.Outcome.TooLarge.class);
        assertThat(node.uploads.begin("image/png", 5_000_000_000L, in(new byte[1]), false))
                .isInstanceOf(Uploads.Outcome.TooLarge.class);
        assertThat(node.uploads.begin("image/png", null, in(new byte[0]), true))
                .isInstanceOf(Uploads.Outcome.OtherLength.class);
        assertThat(node.uploads.begin("image/png", 7L, in(new byte[6]), true))
                .isInstanceOf(Uploads.Outcome.OtherLength.class);
        assertThat(node.uploads.begin("image/png", 5L, in(new byte[6]), true))
                .isInstanceOf(Uploads.Outcome.OtherLength.class);
        assertThatThrownBy(() -> node.uploads.begin("image/png", null, cutAfter(large, Chunks.BYTES + 1), true))
                .isInstanceOf(IOException.class);
        assertThat(node.rows("attachment") + node.rows("attachment_chunk")).isZero();
    }

    @Test
    void destroysWhatAScannerFindsSomethingIn() throws IOException {
        node.finding = new Finding.Infected("Sluis.Test");
        StoredAttachment stored = taken(node.uploads.begin("image/png", null, in(bytes(100)), true));
        assertThat(stored.state()).isEqualTo(AttachmentState.INFECTED);
        assertThat(node.rows("attachment_chunk")).isZero();
    }

    @Test
    void givesNothingAwayWhileTheScannerIsAwayAndLooksAgain() throws IOException {
        node.finding = new Finding.Unavailable("NO_ANSWER");
        StoredAttachment stored = taken(node.uploads.begin("image/png", null, in(bytes(100)), true));
        assertThat(stored.state()).isEqualTo(AttachmentState.WAITING);
        assertThat(stored.state().usable()).isFalse();

        node.finding = new Finding.Clean();
        node.upkeep.lookAgain();
        assertThat(node.store.find(stored.id()).orElseThrow().state()).isEqualTo(AttachmentState.WAITING);
        node.clock.advance(Duration.ofSeconds(31));
        node.upkeep.lookAgain();
        assertThat(node.store.find(stored.id()).orElseThrow().state()).isEqualTo(AttachmentState.CLEAN);
    }

    @Test
    void destroysWhatNobodyFinishesOrUses() throws IOException {
        StoredAttachment unfinished = taken(node.uploads.begin("image/png", 9L, in(new byte[0]), false));
        StoredAttachment unused = taken(node.uploads.begin("image/png", null, in(bytes(9)), true));
        StoredAttachment used = taken(node.uploads.begin("image/png", null, in(bytes(9)), true));
        node.holdings.use(SCHOOL, MESSAGE, java.util.List.of(used.id()));

        node.clock.advance(Duration.ofHours(25));
        node.upkeep.destroyOverdue();
        assertThat(node.store.find(unfinished.id())).isEmpty();
        assertThat(node.store.find(unused.id())).isPresent();

        node.clock.advance(Duration.ofDays(7));
        node.upkeep.destroyOverdue();
        assertThat(node.store.find(unused.id())).isEmpty();
        assertThat(node.store.find(used.id())).isPresent();
        assertThat(node.holdings.destroyUpload(used.id())).isEqualTo(Holdings.Destroyed.IN_USE);

        assertThat(node.holdings.release(SCHOOL, MESSAGE)).containsExactly(used.id());
        assertThat(node.rows("attachment") + node.rows("attachment_chunk")).isZero();
    }

    @Test
    void destroysTheUploadsOfAMessageWhoseContentIsDestroyed() throws IOException {
        StoredAttachment used = taken(node.uploads.begin("image/png", null, in(bytes(9)), true));
        node.holdings.use(SCHOOL, MESSAGE, java.util.List.of(used.id()));
        node.upkeep.destroyReleased();
        assertThat(node.store.find(used.id())).isPresent();
        node.kept = false;
        node.upkeep.destroyReleased();
        assertThat(node.rows("attachment") + node.rows("attachment_chunk")).isZero();
        assertThat(node.audited).endsWith("attachment.destroyed");
    }

    @Test
    void destroysNothingWhileAPersonHasYetToLookAtADatabaseThatWasPutBack() throws IOException {
        taken(node.uploads.begin("image/png", 9L, in(new byte[0]), false));
        StoredAttachment used = taken(node.uploads.begin("image/png", null, in(bytes(9)), true));
        node.holdings.use(SCHOOL, MESSAGE, java.util.List.of(used.id()));
        node.kept = false;
        node.clock.advance(Duration.ofDays(8));
        node.parked = true;
        node.upkeep.destroyOverdue();
        node.upkeep.destroyReleased();
        assertThat(node.rows("attachment")).isEqualTo(2);

        node.parked = false;
        node.upkeep.destroyOverdue();
        node.upkeep.destroyReleased();
        assertThat(node.rows("attachment")).isZero();
    }

    @Test
    void noticesAChunkThatWasMovedToAnotherPlace() throws IOException {
        StoredAttachment stored = taken(node.uploads.begin("image/png", null, in(bytes(2 * Chunks.BYTES)), true));
        node.jdbc
                .sql("UPDATE attachment_chunk a SET content = b.content FROM attachment_chunk b"
                        + " WHERE a.attachment = b.attachment AND a.number <> b.number")
                .update();
        assertThatThrownBy(() -> new ChunkStream(node.store, stored).readAllBytes())
                .isInstanceOf(IllegalStateException.class);
    }

    private static StoredAttachment taken(Uploads.Outcome outcome) {
        assertThat(outcome).isInstanceOf(Uploads.Outcome.Taken.class);
        return ((Uploads.Outcome.Taken) outcome).attachment();
    }

    private static InputStream in(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private static InputStream cutAfter(byte[] bytes, int length) {
        return new java.io.SequenceInputStream(in(Arrays.copyOf(bytes, length)), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("cut");
            }
        });
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static boolean contains(byte[] where, byte[] what) {
        for (int i = 0; i + what.length <= where.length; i++) {
            if (Arrays.equals(where, i, i + what.length, what, 0, what.length)) {
                return true;
            }
        }
        return false;
    }
}
