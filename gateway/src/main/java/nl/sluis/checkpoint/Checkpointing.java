package nl.sluis.checkpoint;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import nl.sluis.audit.AuditTree;
import nl.sluis.audit.TreeDamaged;
import nl.sluis.node.OneAtATime;
import nl.sluis.seal.Notary;
import nl.sluis.seal.SealNotInForce;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes new entries into the tree and signs what it looks like then; safe to run in every process of a node, of which one at a time
 * does it. What is not as it was written is never signed.
 */
public final class Checkpointing {

    /** Entries in one transaction: some megabytes. */
    private static final int BATCH = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(Checkpointing.class);

    private final AuditTree tree;
    private final Checkpoints checkpoints;
    private final Notary notary;
    private final Surroundings surroundings;

    private final OneAtATime underWay = new OneAtATime();

    private volatile @Nullable String fault;

    /** What this process saw signed last: who empties the tables does not reach it. */
    private @Nullable Checkpoint remembered;

    Checkpointing(AuditTree tree, Checkpoints checkpoints, Notary notary, Surroundings surroundings) {
        this.tree = tree;
        this.checkpoints = checkpoints;
        this.notary = notary;
        this.surroundings = surroundings;
    }

    /**
     * What it needs beside the log.
     *
     * @param origin of the log
     * @param parked whether the database was put back and nobody has released it
     */
    record Surroundings(
            CheckpointSettings settings,
            String origin,
            TransactionTemplate transaction,
            Clock clock,
            BooleanSupplier parked) {}

    /** What is not as it was written, with its place; empty when everything is as far as it was looked at. */
    public Optional<String> fault() {
        return Optional.ofNullable(fault);
    }

    /** Signs a checkpoint when there are new entries and the last one is old enough, unless the node is parked after a restore. */
    public void look() {
        underWay.run(this::lookAlone);
    }

    private void lookAlone() {
        if (surroundings.parked().getAsBoolean()) {
            // What was signed after the moment that was put back is gone, as a person knows by then
            remembered = null;
            return;
        }
        try {
            AuditTree.Growth growth;
            do {
                growth = surroundings.transaction().execute(status -> tree.grow(BATCH));
            } while (growth instanceof AuditTree.Growth.Partly);
            switch (growth) {
                case AuditTree.Growth.Broken broken -> alarm("entry " + broken.n());
                case AuditTree.Growth.Whole whole -> {
                    Checkpoint latest = surroundings.transaction().execute(status -> sign());
                    // After the commit: what was not kept was never signed
                    remembered = latest == null ? remembered : latest;
                }
                case AuditTree.Growth.Partly more -> {}
                case AuditTree.Growth.Busy other -> {}
                case null -> {}
            }
        } catch (TreeDamaged e) {
            alarm("tree");
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("no checkpoint could be signed: {}", e.getClass().getSimpleName());
        }
    }

    /** The latest one; null when that is not known, or nothing can be signed. */
    private @Nullable Checkpoint sign() {
        if (!tree.claim()) {
            return null;
        }
        // As the signature has it
        Instant now = surroundings.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        long size = tree.size();
        Optional<SignedCheckpoint> last = checkpoints.latest();
        Optional<Checkpoint> lost = lost(last.map(SignedCheckpoint::checkpoint), size);
        if (lost.isPresent()) {
            alarm("checkpoint " + lost.get().size());
            return null;
        }
        boolean due = last.isEmpty()
                || last.get().checkpoint().size() < size && isOld(last.get().signedAt(), now);
        if (size > 0 && due) {
            Checkpoint checkpoint = Checkpoint.of(surroundings.origin(), size, tree.root(size));
            if (last.isEmpty()) {
                tellOfEntriesFromBefore(size, now);
            }
            if (!keep(checkpoint, now)) {
                return null;
            }
            fault = null;
            return checkpoint;
        }
        fault = null;
        return last.map(SignedCheckpoint::checkpoint).orElse(null);
    }

    // One of a time to come was signed by a clock that was ahead: nothing would be signed until then
    private boolean isOld(Instant signedAt, Instant now) {
        return signedAt.isAfter(now)
                || !signedAt.plus(surroundings.settings().checkpointEvery()).isAfter(now);
    }

    private boolean keep(Checkpoint checkpoint, Instant now) {
        try {
            checkpoints.add(checkpoint, notary.sign(checkpoint.text(), now), now);
            return true;
        } catch (SealNotInForce e) {
            fault("seal", "no checkpoint is signed: the seal does not hold at this time");
            return false;
        }
    }

    // One that was signed never goes, and every later one goes on from it
    private Optional<Checkpoint> lost(Optional<Checkpoint> last, long size) {
        Checkpoint before = remembered;
        if (before != null
                && (last.filter(found -> found.size() >= before.size()).isEmpty() || !goesOnFrom(before, size))) {
            return Optional.of(before);
        }
        return last.filter(found -> !goesOnFrom(found, size));
    }

    // As it is once with a database of a version without checkpoints; and when somebody took them all away
    private void tellOfEntriesFromBefore(long size, Instant now) {
        Instant old = now.minus(surroundings.settings().checkpointEvery().multipliedBy(2));
        tree.entry(1)
                .filter(first -> first.at().isBefore(old))
                .ifPresent(first -> LOG.warn(
                        "the audit's first checkpoint is signed over {} entries, the first of {}: that nobody altered"
                                + " them before is shown by nothing; when there were checkpoints before, look into it",
                        size,
                        first.at()));
    }

    private boolean goesOnFrom(Checkpoint last, long size) {
        return last.size() <= size && MessageDigest.isEqual(tree.root(last.size()), last.rootBytes());
    }

    private void alarm(String place) {
        fault(place, "no checkpoint is signed: the audit is not as it was written (" + place + ")");
    }

    private void fault(String place, String told) {
        if (!place.equals(fault)) {
            LOG.error(told);
        }
        fault = place;
    }
}
