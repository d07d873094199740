package nl.sluis.attachment;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which attachments belong to what: uploads to the messages that refer to them, and what partners brought to theirs. */
@Component
class Holdings {

    /** How far the clock of a partner may be ahead of this one. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    private static final String UPLOADED =
            " AND NOT EXISTS (SELECT 1 FROM attachment_incoming i WHERE i.attachment = attachment.id)";
    private static final String UNUSED =
            " AND NOT EXISTS (SELECT 1 FROM attachment_outgoing o WHERE o.attachment = attachment.id)";

    private final JdbcClient jdbc;
    private final AttachmentStore store;

    Holdings(JdbcClient jdbc, AttachmentStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    /** What became of taking an upload back. */
    enum Destroyed {
        DESTROYED,
        IN_USE,
        UNKNOWN
    }

    /** An upload of the own systems; what partners brought has no name there. */
    Optional<StoredAttachment> uploaded(UUID id) {
        return jdbc.sql("SELECT id FROM attachment WHERE id = ?" + UPLOADED)
                .param(id)
                .query(UUID.class)
                .optional()
                .flatMap(store::find);
    }

    @Transactional
    Destroyed destroyUpload(UUID id) {
        if (lockUpload(id).isEmpty()) {
            return Destroyed.UNKNOWN;
        }
        return jdbc.sql("DELETE FROM attachment WHERE id = ?" + UNUSED)
                                .param(id)
                                .update()
                        == 1
                ? Destroyed.DESTROYED
                : Destroyed.IN_USE;
    }

    /** Binds uploads to a message: they stay as long as it needs them. */
    @Transactional
    void use(OrganisationId sender, MessageId message, List<UUID> attachments) {
        for (UUID attachment : attachments) {
            jdbc.sql("INSERT INTO attachment_outgoing (sender, message, attachment) VALUES (?, ?, ?)"
                            + " ON CONFLICT DO NOTHING")
                    .params(sender.value(), message.value(), attachment)
                    .update();
        }
    }

    /** A message needs its uploads no more: those that no other message needs are destroyed. */
    @Transactional
    List<UUID> release(OrganisationId sender, MessageId message) {
        List<UUID> released = jdbc.sql(
                        "DELETE FROM attachment_outgoing WHERE sender = ? AND message = ? RETURNING attachment")
                .params(sender.value(), message.value())
                .query((row, i) -> row.getObject(1, UUID.class))
                .list();
        return released.stream()
                .filter(id -> lockUpload(id).isPresent() && destroyUpload(id) == Destroyed.DESTROYED)
                .toList();
    }

    /** What a partner brought under a name for a message. */
    Optional<StoredAttachment> brought(OrganisationId sender, MessageId message, UUID reference) {
        return jdbc.sql("SELECT attachment FROM attachment_incoming WHERE sender = ? AND message = ? AND reference = ?")
                .params(sender.value(), message.value(), reference)
                .query(UUID.class)
                .optional()
                .flatMap(store::find);
    }

    /** The message for which a partner brought it. */
    Optional<AttachmentSettled> broughtFor(UUID attachment) {
        return jdbc.sql("SELECT sender, message FROM attachment_incoming WHERE attachment = ?")
                .param(attachment)
                .query((row, i) -> new AttachmentSettled(
                        new OrganisationId(row.getString(1)), new MessageId(row.getObject(2, UUID.class))))
                .optional();
    }

    /** Until the transaction ends nobody else begins, takes back or delivers anything of this message. */
    void lock(OrganisationId sender, MessageId message) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext(?))::text")
                .param("sluis/attachments/" + sender.value() + "/" + message.value())
                .query(String.class)
                .list();
    }

    /** Until when what a partner sealed for a message is taken back; empty when it took nothing back. */
    Optional<Instant> cancelled(OrganisationId sender, MessageId message) {
        return jdbc.sql("SELECT cancelled_at FROM attachment_cancelled WHERE sender = ? AND message = ?")
                .params(sender.value(), message.value())
                .query((row, i) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    /**
     * A partner takes back what it brought for a message that was not delivered.
     *
     * @param at by its clock; what was sealed until then is destroyed
     * @param now what comes later is refused until {@code at}, and for no longer than {@link #CLOCKS_DIFFER} from now: a clock
     *     that was ahead is mended
     * @return how many attachments were destroyed
     */
    @Transactional
    int cancel(OrganisationId sender, MessageId message, Instant at, Instant now) {
        Instant latest = now.plus(CLOCKS_DIFFER);
        Instant until = at.isAfter(latest) ? latest : at;
        lock(sender, message);
        jdbc.sql("INSERT INTO attachment_cancelled AS known (sender, message, cancelled_at, received_at) VALUES"
                        + " (?, ?, ?, ?) ON CONFLICT (sender, message) DO UPDATE SET"
                        + " cancelled_at = greatest(known.cancelled_at, excluded.cancelled_at)")
                .params(sender.value(), message.value(), Timestamp.from(until), Timestamp.from(now))
                .update();
        return jdbc.sql("DELETE FROM attachment WHERE id IN (SELECT i.attachment FROM attachment_incoming i"
                        + " WHERE i.sender = ? AND i.message = ? AND NOT i.delivered"
                        + " AND (i.sealed_at IS NULL OR i.sealed_at <= ?))")
                .params(sender.value(), message.value(), Timestamp.from(at))
                .update();
    }

    /** A chunk comes that its sender sealed then. */
    void sealed(UUID attachment, Instant at) {
        jdbc.sql("UPDATE attachment_incoming SET sealed_at = greatest(sealed_at, ?) WHERE attachment = ?")
                .params(Timestamp.from(at), attachment)
                .update();
    }

    /** Opens one that a partner begins to bring; empty when somebody else did so at the same time, or it was taken back. */
    @Transactional
    Optional<StoredAttachment> begin(
            OrganisationId sender, MessageId message, UUID reference, Content.File file, Instant signedAt) {
        lock(sender, message);
        if (cancelled(sender, message).filter(at -> !signedAt.isAfter(at)).isPresent()) {
            return Optional.empty();
        }
        StoredAttachment opened = store.open(file.mediaType(), file.size(), file.sha256());
        boolean first = jdbc.sql("INSERT INTO attachment_incoming (sender, message, reference, attachment)"
                                + " VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
                        .params(sender.value(), message.value(), reference, opened.id())
                        .update()
                == 1;
        if (!first) {
            store.destroy(opened.id());
        }
        return first ? Optional.of(opened) : Optional.empty();
    }

    /** How many a partner brings for a message. */
    int countFor(OrganisationId sender, MessageId message) {
        return jdbc.sql("SELECT count(*) FROM attachment_incoming WHERE sender = ? AND message = ?")
                .params(sender.value(), message.value())
                .query(Integer.class)
                .single();
    }

    /** Bytes that wait here of a partner and belong to no delivered message. */
    long undelivered(OrganisationId sender) {
        return jdbc.sql("SELECT coalesce(sum(a.announced), 0) FROM attachment a JOIN attachment_incoming i"
                        + " ON i.attachment = a.id WHERE i.sender = ? AND NOT i.delivered")
                .param(sender.value())
                .query(Long.class)
                .single();
    }

    /** The message needs it still, although it waits. */
    void stillNeeded(OrganisationId sender, MessageId message, Instant now) {
        jdbc.sql("UPDATE attachment SET touched_at = ? FROM attachment_incoming i WHERE i.attachment = attachment.id"
                        + " AND i.sender = ? AND i.message = ? AND attachment.state <> 'WAITING'")
                .params(Timestamp.from(now), sender.value(), message.value())
                .update();
    }

    /** These belong to a delivered message now; what was brought beside them is destroyed. */
    @Transactional
    void delivered(OrganisationId sender, MessageId message, List<UUID> references) {
        for (UUID reference : references) {
            jdbc.sql("UPDATE attachment_incoming SET delivered = true"
                            + " WHERE sender = ? AND message = ? AND reference = ?")
                    .params(sender.value(), message.value(), reference)
                    .update();
        }
        destroyUndelivered(sender, message);
    }

    /** Destroys what was brought for a message and does not belong to it as delivered. */
    int destroyUndelivered(OrganisationId sender, MessageId message) {
        return jdbc.sql("DELETE FROM attachment WHERE id IN (SELECT i.attachment FROM attachment_incoming i"
                        + " WHERE i.sender = ? AND i.message = ? AND NOT i.delivered)")
                .params(sender.value(), message.value())
                .update();
    }

    /** The messages of this node to which uploads are bound. */
    List<AttachmentSettled> using() {
        return jdbc.sql("SELECT DISTINCT sender, message FROM attachment_outgoing")
                .query((row, i) -> new AttachmentSettled(
                        new OrganisationId(row.getString(1)), new MessageId(row.getObject(2, UUID.class))))
                .list();
    }

    /** Destroys uploads that stand still, and what a partner brought of a message that never came. */
    List<UUID> destroyUnfinished(Instant before) {
        return jdbc.sql("DELETE FROM attachment WHERE touched_at < ? AND state <> 'WAITING' AND ((state = 'OPEN'"
                        + UPLOADED
                        + ") OR EXISTS (SELECT 1 FROM attachment_incoming i WHERE i.attachment = attachment.id"
                        + " AND NOT i.delivered)) RETURNING id")
                .param(Timestamp.from(before))
                .query((row, i) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Destroys uploads to which no message refers. */
    List<UUID> destroyUnused(Instant before) {
        return jdbc.sql("DELETE FROM attachment WHERE touched_at < ?" + UPLOADED + UNUSED + " RETURNING id")
                .param(Timestamp.from(before))
                .query((row, i) -> row.getObject(1, UUID.class))
                .list();
    }

    // Whoever binds it and whoever destroys it wait for each other
    private Optional<UUID> lockUpload(UUID id) {
        return jdbc.sql("SELECT id FROM attachment WHERE id = ?" + UPLOADED + " FOR UPDATE")
                .param(id)
                .query(UUID.class)
                .optional();
    }
}
