package nl.sluis.witness;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluis.audit.AuditLog;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.checkpoint.SignedCheckpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Logs that do not go on from what was seen of them; every call runs in the caller's transaction. */
final class Disputes {

    private static final Logger LOG = LoggerFactory.getLogger(Disputes.class);

    private final JdbcClient jdbc;
    private final AuditLog audit;

    Disputes(JdbcClient jdbc, AuditLog audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** What is wrong between the two checkpoints. */
    enum Sort {
        /** Both are signed and neither is the beginning of the other. */
        FORK,
        /** The one that was signed later is the smaller. */
        ROLLBACK,
        /** What came with the later one does not prove that it goes on from the other. */
        BAD_PROOF
    }

    /**
     * One that is open.
     *
     * @param partner who disputes, or whose log it is
     * @param own whether it is about this node's log
     * @param given the checkpoint that does not go on from what was seen, as CMS
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Open(OrganisationId partner, boolean own, Sort sort, Instant noticedAt, byte[] given) {}

    /** Keeps both checkpoints, once; everything after the first is the same dispute. */
    void begin(
            OrganisationId partner,
            boolean own,
            Sort sort,
            SignedCheckpoint seen,
            SignedCheckpoint given,
            Instant now) {
        int begun = jdbc.sql("INSERT INTO dispute (organisation, own, sort, seen, given, noticed_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (organisation, own) WHERE ended_at IS NULL DO NOTHING")
                .params(partner.value(), own, sort.name(), seen.cms(), given.cms(), Timestamp.from(now))
                .update();
        if (begun == 1) {
            audit.append(
                    own ? "checkpoint.disputed" : "witness.disputed",
                    null,
                    Map.of(
                            "partner", partner.value(),
                            "sort", sort.name(),
                            "seen", Long.toString(seen.checkpoint().size()),
                            "given", Long.toString(given.checkpoint().size())));
            LOG.error(
                    own
                            ? "{} says that this node's audit was rewritten ({}): docs/operations/rewritten-log.md"
                            : "the audit of {} does not go on from what was seen of it ({}): docs/operations/rewritten-log.md",
                    partner.value(),
                    sort);
        }
    }

    /** Ends the one that is open; whether there was one. */
    boolean end(OrganisationId partner, boolean own, Instant now) {
        return jdbc.sql("UPDATE dispute SET ended_at = ? WHERE organisation = ? AND own = ? AND ended_at IS NULL")
                        .params(Timestamp.from(now), partner.value(), own)
                        .update()
                > 0;
    }

    /** A witness countersigns this node's log again. */
    void settled(OrganisationId witness, Instant now) {
        if (end(witness, true, now)) {
            audit.append("checkpoint.dispute-ended", null, Map.of("partner", witness.value()));
        }
    }

    Optional<Open> open(OrganisationId partner, boolean own) {
        return open().stream()
                .filter(open -> open.partner().equals(partner) && open.own() == own)
                .findFirst();
    }

    List<Open> open() {
        return jdbc.sql("SELECT organisation, own, sort, noticed_at, given FROM dispute WHERE ended_at IS NULL"
                        + " ORDER BY organisation, own")
                .query((row, i) -> new Open(
                        new OrganisationId(row.getString(1)),
                        row.getBoolean(2),
                        Sort.valueOf(row.getString(3)),
                        row.getTimestamp(4).toInstant(),
                        row.getBytes(5)))
                .list();
    }
}
