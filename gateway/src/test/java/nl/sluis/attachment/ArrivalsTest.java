package nl.sluis.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import nl.sluis.attachment.ContentScanner.Finding;
import nl.sluis.canonical.Cancellation;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.certs.CertificateUse;
import nl.sluis.directory.Partner;
import nl.sluis.policy.Permit;
import nl.sluis.seal.ChunkOpener;
import nl.sluis.seal.ChunkSeal;
import nl.sluis.seal.Chunks;
import nl.sluis.seal.Envelope;
import nl.sluis.seal.Sha256;
import nl.sluis.seal.TestSeals;
import nl.sluis.testing.SchoolPermit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.util.unit.DataSize;

/** A recipient's node and a sender that keeps to nothing. */
class ArrivalsTest {

    private static final Partner SCHOOL = partner("school");

    private final AttachmentFixture node = new AttachmentFixture(DataSize.ofMegabytes(4));
    private final LaterInspection inspection = new LaterInspection(node.inspection);
    private final Arrivals arrivals = new Arrivals(
            node.holdings,
            node.store,
            TestSeals.chunkOpener("wijkteam"),
            new ArrivalLimits(4L * Chunks.BYTES, 2, 6L * Chunks.BYTES),
            inspection,
            node.clock);

    private final byte[] content = bytes(2 * Chunks.BYTES + 100);
    private final Content.Attachment file = attachment(content);
    private final Content.Attachment other = attachment(bytes(Chunks.BYTES + 5));
    private final Permit permit = SchoolPermit.with(file, other);
    private final Message message = permit.message().message();
    private final ChunkSeal seal = seal(permit);

    @AfterEach
    void end() {
        inspection.close();
    }

    @Test
    void takesChunksInOrderAndHasTheWholeFileThen() throws Exception {
        assertThat(bringAll(file, content)).isEqualTo(new Arrivals.Outcome.Next(3));
        StoredAttachment stored = brought(file);
        assertThat(new ChunkStream(node.store, stored).readAllBytes()).isEqualTo(content);
        awaitState(file, AttachmentState.CLEAN);
        assertThat(node.published).contains(new AttachmentSettled(SCHOOL.id(), message.id()));
    }

    @Test
    void whatStopsAtTheLastChunkHasItWholeOrNotAtAll() {
        take(file, 0, content);
        take(file, 1, content);
        node.jdbc
                .sql("CREATE FUNCTION stop() RETURNS trigger LANGUAGE plpgsql AS"
                        + " $$ BEGIN IF NEW.state = 'WAITING' THEN RAISE 'stopped'; END IF; RETURN NEW; END $$")
                .update();
        node.jdbc
                .sql("CREATE TRIGGER stop BEFORE UPDATE ON attachment FOR EACH ROW EXECUTE FUNCTION stop()")
                .update();
        assertThatThrownBy(() -> take(file, 2, content)).isInstanceOf(DataAccessException.class);
        node.jdbc.sql("DROP TRIGGER stop ON attachment").update();

        assertThat(arrivals.next(SCHOOL.id(), message.id(), file.id())).isEqualTo(2);
        take(file, 2, content);
        awaitState(file, AttachmentState.CLEAN);
    }

    @Test
    void expectsTheNextChunkAndNoOther() {
        assertThat(take(file, 1, content)).isEqualTo(new Arrivals.Outcome.Elsewhere(0));
        assertThat(take(file, 0, content)).isEqualTo(new Arrivals.Outcome.Next(1));
        assertThat(take(file, 0, content)).isEqualTo(new Arrivals.Outcome.Elsewhere(1));
        assertThat(take(file, 2, content)).isEqualTo(new Arrivals.Outcome.Elsewhere(1));
        assertThat(arrivals.next(SCHOOL.id(), message.id(), file.id())).isEqualTo(1);
        assertThat(arrivals.next(SCHOOL.id(), message.id(), UUID.randomUUID())).isZero();
    }

    @Test
    void refusesAChunkThatIsOfAnotherPlaceFileMessageOrSender() {
        byte[] cms = sealed(seal, file, 0, content);
        ChunkSeal another = seal(SchoolPermit.with(file));
        assertThat(arrivals.take(SCHOOL, place(other, 0), cms))
                .isEqualTo(new Arrivals.Outcome.Wrong("MISADDRESSED", true));
        assertThat(arrivals.take(SCHOOL, place(file, 0), sealed(another, file, 0, content)))
                .isEqualTo(new Arrivals.Outcome.Wrong("MISADDRESSED", true));
        assertThat(arrivals.take(SCHOOL, place(file, 0), sealed(seal, file, 1, content)))
                .isEqualTo(new Arrivals.Outcome.Wrong("MISADDRESSED", true));
        assertThat(arrivals.take(partner("huisarts"), place(file, 0), cms))
                .isEqualTo(new Arrivals.Outcome.Wrong("BAD_SIGNATURE", false));
        assertThat(node.rows("attachment")).isZero();
    }

    @Test
    void refusesAnAlteredChunkWhereverItIsAltered() {
        byte[] cms = sealed(seal, file, 0, content);
        for (int at = 0; at < cms.length; at += cms.length / 40) {
            byte[] altered = cms.clone();
            altered[at] ^= 0x15;
            assertThat(arrivals.take(SCHOOL, place(file, 0), altered))
                    .as("byte %d", at)
                    .isInstanceOf(Arrivals.Outcome.Wrong.class);
        }
        assertThat(arrivals.take(SCHOOL, place(file, 0), new byte[0])).isInstanceOf(Arrivals.Outcome.Wrong.class);
        assertThat(node.rows("attachment")).isZero();
    }

    @Test
    void refusesAChunkThatDoesNotFollowOnWhatIsHere() {
        take(file, 0, content);
        byte[] elsewhere = content.clone();
        elsewhere[7] ^= 1;
        byte[] link = Chunks.link(Chunks.start(), Arrays.copyOf(elsewhere, Chunks.BYTES));
        assertThat(arrivals.take(SCHOOL, place(file, 1), seal.seal(file, 1, link, chunk(content, 1))))
                .isEqualTo(new Arrivals.Outcome.Wrong("OTHER_LINK", true));
    }

    @Test
    void refusesAFileThatChangesItsSizeOnTheWay() {
        Content.Attachment larger = new Content.Attachment(
                file.id(),
                file.title(),
                new Content.File("image/png", 3L * Chunks.BYTES, file.file().sha256()));
        Permit lying = SchoolPermit.with(larger);
        ChunkSeal lyingSeal = seal(lying);
        ChunkOpener.Place first = new ChunkOpener.Place(lyingSeal.message(), SCHOOL.id(), file.id(), 0);
        byte[] all = bytes(3 * Chunks.BYTES);
        assertThat(arrivals.take(SCHOOL, first, sealed(lyingSeal, larger, 0, all)))
                .isEqualTo(new Arrivals.Outcome.Next(1));
        assertThat(node.holdings
                        .brought(SCHOOL.id(), lyingSeal.message(), file.id())
                        .orElseThrow()
                        .announced())
                .isEqualTo(3L * Chunks.BYTES);
        assertThat(arrivals.readiness(message)).isEqualTo(Readiness.INCOMPLETE);
    }

    @Test
    void takesNoMoreThanTheLimits() {
        byte[] huge = bytes(Chunks.BYTES);
        Content.Attachment tooLarge = new Content.Attachment(
                UUID.randomUUID(), "Groot", new Content.File("image/png", 900L * Chunks.BYTES, "ab".repeat(32)));
        assertThat(begin(tooLarge, huge)).isInstanceOf(Arrivals.Outcome.TooLarge.class);

        Content.Attachment one = announced(4);
        Content.Attachment two = announced(2);
        Content.Attachment three = announced(1);
        assertThat(begin(one, huge)).isInstanceOf(Arrivals.Outcome.Next.class);
        assertThat(begin(two, huge)).isInstanceOf(Arrivals.Outcome.Next.class);
        assertThat(begin(three, huge)).isEqualTo(new Arrivals.Outcome.TooMuch());
    }

    @Test
    void takesNoMoreAttachmentsForAMessageThanTheLimit() {
        Content.Attachment[] three = {small(), small(), small()};
        ChunkSeal many = seal(SchoolPermit.with(three));
        byte[] one = bytes(9);
        for (int i = 0; i < 3; i++) {
            ChunkOpener.Place place = new ChunkOpener.Place(many.message(), SCHOOL.id(), three[i].id(), 0);
            assertThat(arrivals.take(SCHOOL, place, many.seal(three[i], 0, Chunks.start(), one)))
                    .isEqualTo(i < 2 ? new Arrivals.Outcome.Next(1) : new Arrivals.Outcome.TooMuch());
        }
    }

    @Test
    void deliversNothingThatIsNotWholeOrNotWhatTheMessageSays() throws Exception {
        assertThat(arrivals.readiness(message)).isEqualTo(Readiness.INCOMPLETE);
        bringAll(file, content);
        assertThat(arrivals.readiness(message)).isEqualTo(Readiness.INCOMPLETE);

        byte[] wrong = bytes(Chunks.BYTES + 5);
        wrong[Chunks.BYTES] ^= 1;
        bringAll(other, wrong);
        awaitState(file, AttachmentState.CLEAN);
        awaitState(other, AttachmentState.BROKEN);
        assertThat(arrivals.readiness(message)).isEqualTo(Readiness.INCOMPLETE);
    }

    @Test
    void waitsForTheScannerAndDestroysWhatItFindsSomethingIn() {
        node.finding = new Finding.Unavailable("NO_ANSWER");
        bringAll(file, content);
        bringAll(other, bytes(Chunks.BYTES + 5));
        assertThat(arrivals.readiness(message)).isEqualTo(Readiness.WAITING);

        node.clock.advance(Duration.ofDays(30));
        node.upkeep.destroyOverdue();
        assertThat(arrivals.readiness(message)).isEqualTo(Readiness.WAITING);

        node.finding = new Finding.Infected("Sluis.Test");
        node.upkeep.lookAgain();
        assertThat(arrivals.readiness(message)).isEqualTo(Readiness.INFECTED);
        assertThat(node.rows("attachment_chunk")).isZero();
        arrivals.destroy(SCHOOL.id(), message.id());
        assertThat(node.rows("attachment")).isZero();
    }

    @Test
    void keepsWithADeliveredMessageWhatItNamesAndNothingElse() {
        bringAll(file, content);
        bringAll(other, bytes(Chunks.BYTES + 5));
        awaitState(file, AttachmentState.CLEAN);
        awaitState(other, AttachmentState.CLEAN);
        assertThat(arrivals.readiness(message)).isEqualTo(Readiness.READY);
        node.holdings.delivered(SCHOOL.id(), message.id(), java.util.List.of(file.id()));
        node.clock.advance(Duration.ofDays(300));
        node.upkeep.destroyOverdue();
        assertThat(node.holdings.brought(SCHOOL.id(), message.id(), file.id())).isPresent();
        assertThat(node.holdings.brought(SCHOOL.id(), message.id(), other.id())).isEmpty();
    }

    @Test
    void destroysWhatWasBroughtForAMessageThatNeverCame() {
        take(file, 0, content);
        node.clock.advance(Duration.ofHours(25));
        node.upkeep.destroyOverdue();
        assertThat(node.rows("attachment") + node.rows("attachment_chunk") + node.rows("attachment_incoming"))
                .isZero();
    }

    @Test
    void destroysAtOnceWhatItsSenderTakesBackAndTakesNoneOfItAgain() {
        take(file, 0, content);
        byte[] late = sealed(seal, file, 0, content);
        Instant stopped = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        node.clock.moveTo(stopped);
        assertThat(arrivals.cancel(cancellation(SCHOOL, stopped))).isEqualTo(1);
        assertThat(node.rows("attachment") + node.rows("attachment_chunk") + node.rows("attachment_incoming"))
                .isZero();
        assertThat(arrivals.take(SCHOOL, place(file, 0), late)).isEqualTo(new Arrivals.Outcome.TakenBack());
        assertThat(arrivals.readiness(message)).isEqualTo(Readiness.CANCELLED);

        // What is sealed later is another try of the same message
        assertThat(node.holdings.begin(SCHOOL.id(), message.id(), file.id(), file.file(), stopped))
                .isEmpty();
        assertThat(node.holdings.begin(SCHOOL.id(), message.id(), file.id(), file.file(), stopped.plusSeconds(1)))
                .isPresent();
    }

    @Test
    void keepsWhatIsOfALaterTryThanTheOneThatWasTakenBack() {
        take(file, 0, content);
        assertThat(arrivals.cancel(cancellation(SCHOOL, Instant.now().minusSeconds(60))))
                .isZero();
        assertThat(take(file, 1, content)).isEqualTo(new Arrivals.Outcome.Next(2));
    }

    @Test
    void keepsWhatWasDeliveredBeforeItsSenderTookItBack() {
        bringAll(file, content);
        awaitState(file, AttachmentState.CLEAN);
        node.holdings.delivered(SCHOOL.id(), message.id(), java.util.List.of(file.id()));
        assertThat(arrivals.cancel(cancellation(SCHOOL, Instant.now()))).isZero();
        assertThat(brought(file).state()).isEqualTo(AttachmentState.CLEAN);
    }

    @Test
    void nobodyTakesBackWhatAnotherBrought() {
        take(file, 0, content);
        assertThat(arrivals.cancel(cancellation(partner("huisarts"), Instant.now())))
                .isZero();
        assertThat(arrivals.next(SCHOOL.id(), message.id(), file.id())).isEqualTo(1);
        assertThat(take(file, 1, content)).isEqualTo(new Arrivals.Outcome.Next(2));
    }

    @Test
    void aSenderWhoseClockWasADayAheadCanTryAgainWhenItIsMended() {
        Instant ahead = node.clock.instant().plus(Duration.ofDays(1));
        node.holdings.begin(SCHOOL.id(), message.id(), file.id(), file.file(), ahead);
        assertThat(arrivals.cancel(cancellation(SCHOOL, ahead))).isEqualTo(1);

        node.clock.advance(Duration.ofMinutes(2));
        assertThat(node.holdings.begin(SCHOOL.id(), message.id(), file.id(), file.file(), node.clock.instant()))
                .isPresent();
    }

    private Cancellation cancellation(Partner from, Instant at) {
        return new Cancellation(new MessageId(UUID.randomUUID()), message.id(), from.id(), message.recipient(), at);
    }

    @Test
    void sealsNothingThatThePermitDoesNotCarry() {
        assertThat(seal.attachments()).containsExactly(file, other);
        assertThatThrownBy(() -> seal.seal(SchoolPermit.WITHHELD, 0, Chunks.start(), new byte[10]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> seal.seal(file, 0, Chunks.start(), new byte[10]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Arrivals.Outcome begin(Content.Attachment attachment, byte[] first) {
        ChunkSeal own = seal(SchoolPermit.with(attachment));
        return arrivals.take(
                SCHOOL,
                new ChunkOpener.Place(own.message(), SCHOOL.id(), attachment.id(), 0),
                own.seal(attachment, 0, Chunks.start(), first));
    }

    private Arrivals.Outcome bringAll(Content.Attachment attachment, byte[] bytes) {
        Arrivals.Outcome last = new Arrivals.Outcome.Elsewhere(-1);
        for (int i = 0; i < Chunks.count(bytes.length); i++) {
            last = take(attachment, i, bytes);
        }
        return last;
    }

    private Arrivals.Outcome take(Content.Attachment attachment, int number, byte[] bytes) {
        return arrivals.take(SCHOOL, place(attachment, number), sealed(seal, attachment, number, bytes));
    }

    private ChunkOpener.Place place(Content.Attachment attachment, int number) {
        return new ChunkOpener.Place(message.id(), SCHOOL.id(), attachment.id(), number);
    }

    private StoredAttachment brought(Content.Attachment attachment) {
        return node.holdings.brought(SCHOOL.id(), message.id(), attachment.id()).orElseThrow();
    }

    private void awaitState(Content.Attachment attachment, AttachmentState state) {
        await().untilAsserted(() -> assertThat(brought(attachment).state()).isEqualTo(state));
    }

    private static byte[] sealed(ChunkSeal seal, Content.Attachment attachment, int number, byte[] bytes) {
        byte[] link = Chunks.start();
        for (int i = 0; i < number; i++) {
            link = Chunks.link(link, chunk(bytes, i));
        }
        return seal.seal(attachment, number, link, chunk(bytes, number));
    }

    private static byte[] chunk(byte[] bytes, int number) {
        int from = number * Chunks.BYTES;
        return Arrays.copyOfRange(bytes, from, from + Chunks.length(bytes.length, number));
    }

    private static ChunkSeal seal(Permit permit) {
        Envelope envelope = TestSeals.sealer("school").seal(permit, TestSeals.recipient("wijkteam"));
        return java.util.Objects.requireNonNull(envelope.beside());
    }

    private static Content.Attachment attachment(byte[] bytes) {
        return new Content.Attachment(
                UUID.randomUUID(),
                "Tekening",
                new Content.File("image/png", bytes.length, Sha256.hex(Sha256.of(bytes))));
    }

    private static Content.Attachment announced(int chunks) {
        return new Content.Attachment(
                UUID.randomUUID(),
                "Tekening",
                new Content.File("image/png", (long) chunks * Chunks.BYTES, "ab".repeat(32)));
    }

    private static Content.Attachment small() {
        return attachment(bytes(9));
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static Partner partner(String holder) {
        return new Partner(
                TestSeals.organisation(holder),
                holder,
                OrganisationType.SCHOOL,
                "00000000000000000000",
                URI.create("https://localhost"),
                TestSeals.certificate(holder, CertificateUse.SEAL),
                null);
    }
}
