package nl.sluis.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.sluis.attachment.ContentScanner.Finding;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.retention.TestRetention;
import nl.sluis.testing.Journal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** Attachments of sender and recipient go when their term has passed, also when nothing destroyed them sooner; with a proof. */
class AttachmentRetentionTest {

    private static final OrganisationId SCHOOL = new OrganisationId("de-wilgenhof");
    private static final Content.File FILE = new Content.File("image/png", 100, "ab".repeat(32));

    private final AttachmentFixture node = new AttachmentFixture(DataSize.ofMegabytes(4));
    private final Journal audit = new Journal();
    private final TestRetention retention =
            new TestRetention(node.data, audit, node.clock, 500, new AttachmentPerishables());

    @Test
    void anUploadGoesADayAfterTheContentOfItsMessageAndNotBefore() throws IOException {
        UUID upload = uploaded();
        MessageId message = outgoing("kept");
        node.holdings.use(SCHOOL, message, List.of(upload));
        after(Duration.ofDays(80));
        assertThat(node.store.find(upload)).isPresent();

        node.jdbc.sql("UPDATE outgoing SET content = NULL").update();
        after(Duration.ofDays(1));
        assertNothingLeft();
        assertProved("attachment.released", "rule=sluis.retention.payload", upload.toString());
    }

    @Test
    void anUploadStaysAsLongAsOneOfItsMessagesHasContent() throws IOException {
        UUID upload = uploaded();
        node.holdings.use(SCHOOL, outgoing(null), List.of(upload));
        node.holdings.use(SCHOOL, outgoing("kept"), List.of(upload));
        after(Duration.ofDays(200));
        assertThat(node.store.find(upload)).isPresent();
        assertThat(audit.audited()).isEmpty();
    }

    @Test
    void anUploadThatNoMessageNamesGoesAlsoWhenItNeverBecameWhole() throws IOException {
        UUID upload = uploaded();
        UUID begun = node.store.open("image/png", 9L, null).id();
        after(Duration.ofDays(89));
        assertThat(node.rows("attachment")).isEqualTo(2);
        after(Duration.ofDays(2));
        assertNothingLeft();
        assertProved("attachment.unused", "rule=sluis.retention.waiting", upload.toString(), begun.toString());
    }

    @Test
    void whatNoScannerEverLookedAtGoesWithTheEnvelopeThatWaitedForIt() {
        MessageId message = new MessageId(UUID.randomUUID());
        UUID brought = brought(message);
        node.finding = new Finding.Unavailable("NO_ANSWER");
        node.store.append(node.store.find(brought).orElseThrow(), new byte[100]);
        node.store.complete(brought);
        incoming(message, "an envelope");
        after(Duration.ofDays(100));
        assertThat(node.store.find(brought)).isPresent();

        node.jdbc.sql("UPDATE incoming SET envelope = NULL, state = 'EXPIRED'").update();
        after(Duration.ofDays(1));
        assertNothingLeft();
        assertProved("attachment.undelivered", "rule=sluis.retention.waiting", brought.toString());
    }

    @Test
    void whatWasDeliveredStaysWithItsItemInTheFeedAndGoesWithIt() {
        MessageId message = new MessageId(UUID.randomUUID());
        UUID brought = brought(message);
        node.holdings.delivered(SCHOOL, message, List.of(reference));
        item(message);
        after(Duration.ofDays(4000));
        assertThat(node.store.find(brought)).isPresent();

        node.jdbc.sql("DELETE FROM feed_item").update();
        after(Duration.ofDays(1));
        assertNothingLeft();
        assertProved("attachment.without-item", "rule=sluis.retention.payload", brought.toString());
    }

    @Test
    void whatWasTakenBackIsForgottenWithTheTrafficData() {
        MessageId message = new MessageId(UUID.randomUUID());
        node.holdings.cancel(SCHOOL, message, node.clock.instant(), node.clock.instant());
        after(Duration.ofDays(180));
        assertThat(node.holdings.cancelled(SCHOOL, message)).isPresent();
        after(Duration.ofDays(6));
        assertThat(node.holdings.cancelled(SCHOOL, message)).isEmpty();
        assertProved("attachment.taken-back", "rule=sluis.retention.traffic", message + " " + SCHOOL.value());
    }

    private final UUID reference = UUID.randomUUID();

    private void after(Duration time) {
        node.clock.advance(time);
        retention.look();
    }

    private void assertNothingLeft() {
        for (String table : List.of("attachment", "attachment_chunk", "attachment_outgoing", "attachment_incoming")) {
            assertThat(node.rows(table)).as(table).isZero();
        }
    }

    private void assertProved(String data, String rule, String... identities) {
        assertThat(audit.audited())
                .singleElement()
                .asString()
                .startsWith("retention.destroyed")
                .contains("data=" + data, rule, "count=" + identities.length, TestRetention.hash(List.of(identities)));
    }

    private UUID uploaded() throws IOException {
        Uploads.Outcome outcome = node.uploads.begin("image/png", null, new ByteArrayInputStream(new byte[100]), true);
        return ((Uploads.Outcome.Taken) outcome).attachment().id();
    }

    private UUID brought(MessageId message) {
        return node.holdings
                .begin(SCHOOL, message, reference, FILE, node.clock.instant())
                .orElseThrow()
                .id();
    }

    private MessageId outgoing(@Nullable String content) {
        MessageId message = new MessageId(UUID.randomUUID());
        insert(
                "outgoing (sender, id, thread, form, kind, recipient, urgency, state, content, answer, attempts,"
                        + " created_at)",
                ":sender, :id, :id, 'MESSAGE', 'SIGNAL', 'team', 'ROUTINE', 'FAILED', "
                        + (content == null ? "NULL" : "'" + content + "'") + ", 'answer', 0, :at",
                message);
        return message;
    }

    private void incoming(MessageId message, String envelope) {
        insert(
                "incoming (sender, id, receipt, envelope, envelope_hash, accepted, state, received_at)",
                ":sender, :id, false, '" + envelope + "', 'hash', 'word', 'STORED', :at",
                message);
    }

    private void item(MessageId message) {
        UUID household = UUID.randomUUID();
        node.jdbc.sql("INSERT INTO household (id) VALUES (?)").param(household).update();
        insert(
                "feed_item (id, sender, message_id, household_id, household_ambiguous, arrived_at, state, content)",
                ":id, :sender, :id, '" + household + "', false, :at, 'NEW', 'content'",
                message);
    }

    private void insert(String table, String values, MessageId message) {
        node.jdbc
                .sql("INSERT INTO " + table + " VALUES (" + values + ")")
                .params(Map.of(
                        "sender", SCHOOL.value(), "id", message.value(), "at", Timestamp.from(node.clock.instant())))
                .update();
    }
}
