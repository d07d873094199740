package nl.sluis.attachment;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.seal.AtRest;
import nl.sluis.seal.Chunks;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tables of the content itself. Chunks are encrypted at rest, each bound to its attachment and its number. */
@Component
class AttachmentStore {

    private final JdbcClient jdbc;
    private final AtRest atRest;
    private final Clock clock;

    AttachmentStore(JdbcClient jdbc, AtRest atRest, Clock clock) {
        this.jdbc = jdbc;
        this.atRest = atRest;
        this.clock = clock;
    }

    /** A new attachment of which nothing is here yet. */
    StoredAttachment open(String mediaType, @Nullable Long announced, @Nullable String sha256) {
        UUID id = UUID.randomUUID();
        jdbc.sql("INSERT INTO attachment (id, state, media_type, announced, sha256, touched_at)"
                        + " VALUES (?, 'OPEN', ?, ?, ?, ?)")
                .param(id)
                .param(mediaType)
                .param(announced)
                .param(hash(id, sha256))
                .param(now())
                .update();
        return find(id).orElseThrow();
    }

    Optional<StoredAttachment> find(UUID id) {
        return jdbc.sql("SELECT id, state, media_type, announced, size, chunks, sha256 FROM attachment WHERE id = ?")
                .param(id)
                .query(this::row)
                .optional();
    }

    /** Adds the next chunk; false when it is not the next any more, because somebody else added one. */
    @Transactional
    boolean append(StoredAttachment attachment, byte[] chunk) {
        return append(attachment, chunk, AttachmentState.OPEN);
    }

    /** As {@link #append}, and with it all bytes are here: a kill leaves both or neither. */
    @Transactional
    boolean appendLast(StoredAttachment attachment, byte[] chunk) {
        return append(attachment, chunk, AttachmentState.WAITING);
    }

    private boolean append(StoredAttachment attachment, byte[] chunk, AttachmentState then) {
        UUID id = attachment.id();
        int number = attachment.chunks();
        int updated = jdbc.sql("UPDATE attachment SET chunks = chunks + 1, size = size + ?, touched_at = ?, state = ?"
                        + " WHERE id = ? AND chunks = ? AND state = 'OPEN'")
                .params(chunk.length, now(), then.name(), id, number)
                .update();
        if (updated == 1) {
            byte[] link = Chunks.link(linkBefore(id, number), chunk);
            jdbc.sql("INSERT INTO attachment_chunk (attachment, number, link, content) VALUES (?, ?, ?, ?)")
                    .params(
                            id,
                            number,
                            atRest.encrypt(label(id, "link/" + number), link),
                            atRest.encrypt(label(id, "chunk/" + number), chunk))
                    .update();
        }
        return updated == 1;
    }

    /** All bytes are here. */
    void complete(UUID id) {
        jdbc.sql("UPDATE attachment SET state = 'WAITING', announced = size, touched_at = ?"
                        + " WHERE id = ? AND state = 'OPEN'")
                .params(now(), id)
                .update();
    }

    /** One chunk in clear; empty when there is no such chunk. */
    Optional<byte[]> chunk(UUID id, int number) {
        return jdbc.sql("SELECT content FROM attachment_chunk WHERE attachment = ? AND number = ?")
                .params(id, number)
                .query((row, i) -> row.getBytes(1))
                .optional()
                .map(content -> atRest.decrypt(label(id, "chunk/" + number), content));
    }

    /** The link of everything before a chunk. */
    byte[] linkBefore(UUID id, int number) {
        return number == 0
                ? Chunks.start()
                : jdbc.sql("SELECT link FROM attachment_chunk WHERE attachment = ? AND number = ?")
                        .params(id, number - 1)
                        .query((row, i) -> atRest.decrypt(label(id, "link/" + (number - 1)), row.getBytes(1)))
                        .single();
    }

    /** What a look at all bytes gave; false when somebody else was first. What nobody may have is destroyed at once. */
    @Transactional
    boolean inspected(UUID id, AttachmentState found, @Nullable String sha256) {
        boolean first = jdbc.sql("UPDATE attachment SET state = ?, sha256 = coalesce(?, sha256), touched_at = ?"
                                + " WHERE id = ? AND state = 'WAITING'")
                        .param(found.name())
                        .param(hash(id, sha256))
                        .param(now())
                        .param(id)
                        .update()
                == 1;
        if (first && !found.usable()) {
            jdbc.sql("DELETE FROM attachment_chunk WHERE attachment = ?")
                    .param(id)
                    .update();
        }
        return first;
    }

    /** Nothing of it is left; false when there was nothing. */
    boolean destroy(UUID id) {
        return jdbc.sql("DELETE FROM attachment WHERE id = ?").param(id).update() == 1;
    }

    /** What should have been looked at by now, in no order. */
    List<UUID> uninspected(Instant before) {
        return jdbc.sql("SELECT id FROM attachment WHERE state = 'WAITING' AND touched_at < ?"
                        + " ORDER BY random() LIMIT 20")
                .param(Timestamp.from(before))
                .query((row, i) -> row.getObject(1, UUID.class))
                .list();
    }

    private StoredAttachment row(ResultSet row, int i) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        byte[] hash = row.getBytes(7);
        return new StoredAttachment(
                id,
                AttachmentState.valueOf(row.getString(2)),
                row.getString(3),
                row.getObject(4, Long.class),
                row.getLong(5),
                row.getInt(6),
                hash == null ? null : new String(atRest.decrypt(label(id, "sha256"), hash), StandardCharsets.US_ASCII));
    }

    // The hash of a known document names the document; so does a link
    private byte @Nullable [] hash(UUID id, @Nullable String sha256) {
        return sha256 == null ? null : atRest.encrypt(label(id, "sha256"), sha256.getBytes(StandardCharsets.US_ASCII));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static String label(UUID id, String what) {
        return "attachment/" + id + "/" + what;
    }
}
