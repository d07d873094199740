package nl.sluis.witness;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.sluis.audit.AuditLog;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.checkpoint.Checkpoint;
import nl.sluis.checkpoint.SignedCheckpoint;
import nl.sluis.directory.Partner;
import nl.sluis.seal.Notary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a person does about a partner's log that does not go on from what was seen; every call runs in the caller's transaction. */
public final class AdmitDesk {

    /** A code that leads to a person in the organisation's own administration, and not in this one. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,39}");

    private final WitnessedStore store;
    private final Disputes disputes;
    private final AuditLog audit;

    /** On the database of one node. */
    public AdmitDesk(JdbcClient jdbc, AuditLog audit) {
        this.store = new WitnessedStore(jdbc);
        this.disputes = new Disputes(jdbc, audit);
        this.audit = audit;
    }

    /** Whether a text can say who did it. */
    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    /** What is open, a line each, without names of persons. */
    public List<String> open() {
        return disputes.open().stream()
                .map(open -> (open.own() ? "own log, disputed by " : "log of ")
                        + open.partner().value() + " since " + open.noticedAt() + " (" + open.sort() + ")")
                .toList();
    }

    /** The checkpoint of a partner that was countersigned last, as that partner signed it. */
    public Optional<SignedCheckpoint> last(Partner partner) {
        return store.last(partner.id(), Checkpoint.originOf(partner.oin()));
    }

    /**
     * From now on the partner's log goes on from the checkpoint that was refused. Every word about that log says so ever after.
     *
     * @param by an operator's code
     * @return whether there was a dispute about it
     */
    public boolean admit(Partner partner, String by, Instant now) {
        // First: a word that is given meanwhile is what was seen last
        store.lock(partner.id());
        Optional<Disputes.Open> open = disputes.open(partner.id(), false);
        // Whose signature it is was looked at when it came; the partner's seal may have been replaced since
        Optional<SignedCheckpoint> given = open.flatMap(
                        found -> SignedCheckpoint.read(found.given(), Notary.enclosed(found.given())))
                .filter(read -> read.checkpoint().origin().equals(Checkpoint.originOf(partner.oin())));
        Optional<SignedCheckpoint> left = last(partner);
        if (given.isEmpty() || left.isEmpty()) {
            return false;
        }
        Instant at = now.truncatedTo(ChronoUnit.SECONDS);
        store.addBreak(partner.id(), left.get(), by, at);
        store.see(partner.id(), given.get(), at);
        ended(partner.id(), by, "given", at);
        return true;
    }

    /** Nothing changes: the checkpoint that was countersigned before stands. Whether there was a dispute about it. */
    public boolean dismiss(OrganisationId partner, String by, Instant now) {
        boolean open = disputes.open(partner, false).isPresent();
        if (open) {
            ended(partner, by, "seen", now);
        }
        return open;
    }

    private void ended(OrganisationId partner, String by, String stands, Instant now) {
        disputes.end(partner, false, now);
        audit.append("witness.dispute-ended", null, Map.of("partner", partner.value(), "by", by, "stands", stands));
    }
}
