package nl.sluis.witness;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.checkpoint.Checkpoint;
import nl.sluis.checkpoint.Countersignature;
import nl.sluis.checkpoint.SignedCheckpoint;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was seen last of each partner's log. */
final class WitnessedStore {

    private final JdbcClient jdbc;

    WitnessedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One request about a partner at a time, whichever process it comes to; until the transaction ends. */
    void lock(OrganisationId partner) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('sluis/witness/' || ?))::text")
                .param(partner.value())
                .query(String.class)
                .list();
    }

    Optional<SignedCheckpoint> last(OrganisationId partner, String origin) {
        return jdbc.sql("SELECT size, root, signed_at, signed FROM witnessed WHERE organisation = ?")
                .param(partner.value())
                .query((row, i) -> new SignedCheckpoint(
                        Checkpoint.of(origin, row.getLong(1), row.getBytes(2)),
                        row.getTimestamp(3).toInstant(),
                        row.getBytes(4)))
                .optional();
    }

    void see(OrganisationId partner, SignedCheckpoint checkpoint, Instant now) {
        jdbc.sql("INSERT INTO witnessed (organisation, size, root, signed, signed_at, seen_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (organisation) DO UPDATE SET size = excluded.size,"
                        + " root = excluded.root, signed = excluded.signed, signed_at = excluded.signed_at,"
                        + " seen_at = excluded.seen_at")
                .params(
                        partner.value(),
                        checkpoint.checkpoint().size(),
                        checkpoint.checkpoint().rootBytes(),
                        checkpoint.cms(),
                        Timestamp.from(checkpoint.signedAt()),
                        Timestamp.from(now))
                .update();
    }

    /** Where a person admitted that the log does not go on, oldest first. */
    List<Countersignature.Break> breaks(OrganisationId partner) {
        return jdbc.sql("SELECT admitted_at, size, root FROM witnessed_break WHERE organisation = ? ORDER BY n")
                .param(partner.value())
                .query((row, i) -> new Countersignature.Break(
                        row.getTimestamp(1).toInstant(),
                        row.getLong(2),
                        Base64.getEncoder().encodeToString(row.getBytes(3))))
                .list();
    }

    void addBreak(OrganisationId partner, SignedCheckpoint left, String by, Instant now) {
        jdbc.sql("INSERT INTO witnessed_break (organisation, size, root, signed, admitted_at, admitted_by)"
                        + " VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        partner.value(),
                        left.checkpoint().size(),
                        left.checkpoint().rootBytes(),
                        left.cms(),
                        Timestamp.from(now),
                        by)
                .update();
    }
}
