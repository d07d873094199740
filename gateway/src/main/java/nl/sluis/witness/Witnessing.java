package nl.sluis.witness;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import nl.sluis.audit.AuditTree;
import nl.sluis.audit.TreeDamaged;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.checkpoint.Checkpoints;
import nl.sluis.checkpoint.Countersignature;
import nl.sluis.checkpoint.SignedCheckpoint;
import nl.sluis.directory.Partner;
import nl.sluis.node.OneAtATime;
import nl.sluis.seal.Notary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks every witness to countersign the latest checkpoint; safe to run in every process of a node. What a witness answers is believed
 * only as far as it is signed: its word by the witness, what it says to have seen by this node itself.
 */
final class Witnessing {

    private static final Logger LOG = LoggerFactory.getLogger(Witnessing.class);

    /** How far a witness's clock may be off. */
    private static final Duration OFF = Duration.ofDays(1);

    /** A witness says where it is, and is asked from there. */
    private static final int TRIES = 2;

    private final Log log;
    private final Function<OrganisationId, Optional<Partner>> directory;
    private final Asking asking;
    private final Disputes disputes;
    private final Surroundings surroundings;

    private final OneAtATime underWay = new OneAtATime();
    private final Map<OrganisationId, String> silent = new ConcurrentHashMap<>();

    Witnessing(
            Log log,
            Function<OrganisationId, Optional<Partner>> directory,
            Asking asking,
            Disputes disputes,
            Surroundings surroundings) {
        this.log = log;
        this.directory = directory;
        this.asking = asking;
        this.disputes = disputes;
        this.surroundings = surroundings;
    }

    /** This node's own log. */
    record Log(Checkpoints checkpoints, AuditTree tree, Notary notary, String origin) {}

    /**
     * What it needs beside the log.
     *
     * @param parked whether the database was put back and nobody has released it: no witness may sign for that line yet
     */
    record Surroundings(
            List<OrganisationId> witnesses, TransactionTemplate transaction, Clock clock, BooleanSupplier parked) {}

    /** Witnesses that did not countersign when they were asked last, with a code that says why. */
    Map<OrganisationId, String> silent() {
        return Map.copyOf(silent);
    }

    /** Asks those that have not countersigned the latest checkpoint. */
    void look() {
        underWay.run(this::lookAlone);
    }

    private void lookAlone() {
        if (surroundings.parked().getAsBoolean()) {
            return;
        }
        try {
            Optional<SignedCheckpoint> latest = log.checkpoints().latest();
            if (latest.isPresent()) {
                surroundings.witnesses().forEach(witness -> look(witness, latest.get()));
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("no witness could be asked: {}", e.getClass().getSimpleName());
        } catch (TreeDamaged e) {
            // Checkpointing finds it too, and says so
            LOG.warn("no witness was asked: what is kept of the tree is damaged");
        }
    }

    private void look(OrganisationId id, SignedCheckpoint latest) {
        long last = log.checkpoints().lastCountersigned(id.value());
        // Larger when another process signed since, and was countersigned
        if (last >= latest.checkpoint().size()) {
            silent.remove(id);
            return;
        }
        String code =
                directory.apply(id).map(witness -> ask(witness, latest, last)).orElse("NOT_IN_DIRECTORY");
        if (code.isEmpty()) {
            silent.remove(id);
        } else if (!code.equals(silent.put(id, code))) {
            LOG.warn("{} did not countersign the audit's checkpoint: {}", id.value(), code);
        }
    }

    /** Why it was not countersigned; empty when it was. */
    private String ask(Partner witness, SignedCheckpoint latest, long last) {
        long size = latest.checkpoint().size();
        long from = last;
        for (int i = 0; i < TRIES; i++) {
            Asking.Answer answer = asking.ask(witness, new Ask(from, log.tree().consistency(from, size), latest.cms()));
            switch (answer) {
                case Asking.Answer.Word(byte[] cms) -> {
                    return keep(witness, latest, cms);
                }
                case Asking.Answer.None(String code) -> {
                    return code;
                }
                case Asking.Answer.Seen(byte[] cms) -> {
                    Optional<SignedCheckpoint> seen = ofOurs(cms);
                    if (seen.isEmpty()) {
                        return "NOT_BELIEVED";
                    }
                    from = seen.get().checkpoint().size();
                    boolean disputed = !holds(seen.get());
                    if (disputed) {
                        dispute(witness, seen.get(), latest);
                    }
                    if (i > 0 || from >= size) {
                        // One that is larger and ours: another process was faster
                        return disputed ? "DISPUTED" : from > size ? "" : "NOT_BELIEVED";
                    }
                    // In a dispute too: the proof that fails is the alarm at the witness
                }
            }
        }
        return "NOT_BELIEVED";
    }

    private Optional<SignedCheckpoint> ofOurs(byte[] cms) {
        return SignedCheckpoint.read(cms, log.notary().certificates())
                .or(() -> ofAnEarlierSeal(cms))
                .filter(read -> read.checkpoint().origin().equals(log.origin()));
    }

    // By a seal that is no longer in the configuration: it is ours when it is what we kept, byte for byte
    private Optional<SignedCheckpoint> ofAnEarlierSeal(byte[] cms) {
        return SignedCheckpoint.read(cms, Notary.enclosed(cms))
                .filter(read -> log.checkpoints()
                        .of(read.checkpoint().size())
                        .filter(kept -> MessageDigest.isEqual(kept.cms(), cms))
                        .isPresent());
    }

    private boolean holds(SignedCheckpoint seen) {
        long size = seen.checkpoint().size();
        return size <= log.tree().size()
                && MessageDigest.isEqual(
                        log.tree().root(size), seen.checkpoint().rootBytes());
    }

    private String keep(Partner witness, SignedCheckpoint latest, byte[] cms) {
        Instant now = surroundings.clock().instant();
        Optional<Countersignature> word = Countersignature.read(cms, witness.signers())
                .filter(read -> read.checkpoint().equals(latest.checkpoint()))
                .filter(read -> Duration.between(read.at(), now).abs().compareTo(OFF) <= 0);
        if (word.isEmpty()) {
            return "NOT_BELIEVED";
        }
        surroundings.transaction().executeWithoutResult(status -> {
            log.checkpoints()
                    .countersigned(
                            latest.checkpoint().size(),
                            witness.id().value(),
                            cms,
                            word.get().at());
            disputes.settled(witness.id(), now);
        });
        return "";
    }

    // We signed that, and our log does not have it: it was rewritten, or the database was put back
    private void dispute(Partner witness, SignedCheckpoint seen, SignedCheckpoint latest) {
        Disputes.Sort sort = seen.checkpoint().size() > log.tree().size() ? Disputes.Sort.ROLLBACK : Disputes.Sort.FORK;
        surroundings
                .transaction()
                .executeWithoutResult(status -> disputes.begin(
                        witness.id(),
                        true,
                        sort,
                        seen,
                        latest,
                        surroundings.clock().instant()));
    }
}
