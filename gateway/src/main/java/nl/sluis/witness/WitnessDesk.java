package nl.sluis.witness;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import nl.sluis.audit.MerkleProof;
import nl.sluis.checkpoint.Checkpoint;
import nl.sluis.checkpoint.Countersignature;
import nl.sluis.checkpoint.SignedCheckpoint;
import nl.sluis.directory.Partner;
import nl.sluis.seal.Notary;
import nl.sluis.witness.Disputes.Sort;

/** Countersigns a partner's checkpoint when it goes on from the last one that was countersigned here, and only then. */
final class WitnessDesk {

    /** How far a partner's clock may be ahead. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private final WitnessedStore store;
    private final Disputes disputes;
    private final Notary notary;
    private final Clock clock;

    WitnessDesk(WitnessedStore store, Disputes disputes, Notary notary, Clock clock) {
        this.store = store;
        this.disputes = disputes;
        this.notary = notary;
        this.clock = clock;
    }

    /** What comes of it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    sealed interface Verdict {

        /** The word of this witness, in CMS. */
        record Countersigned(byte[] cms) implements Verdict {}

        /** It must be proved from the one that was seen last, which the partner signed. */
        record FromThere(long size, byte[] seen) implements Verdict {}

        /** It does not go on from the one that was seen last, which the partner signed. */
        record Refused(Sort sort, long size, byte[] seen) implements Verdict {}

        /** It is not a checkpoint of this partner's log with its signature. */
        record NotIts() implements Verdict {}
    }

    /** Decides; in a transaction. */
    Verdict judge(Partner partner, Ask ask) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        String origin = Checkpoint.originOf(partner.oin());
        Optional<SignedCheckpoint> given = SignedCheckpoint.read(ask.checkpoint(), partner.signers())
                .filter(read -> read.checkpoint().origin().equals(origin))
                .filter(read -> read.signedAt().isBefore(now.plus(AHEAD)));
        if (given.isEmpty()) {
            return new Verdict.NotIts();
        }
        store.lock(partner.id());
        Optional<SignedCheckpoint> seen = store.last(partner.id(), origin);
        return seen.isEmpty()
                ? countersign(partner, given.get(), now)
                : judge(partner, ask, seen.get(), given.get(), now);
    }

    private Verdict judge(Partner partner, Ask ask, SignedCheckpoint seen, SignedCheckpoint given, Instant now) {
        Checkpoint before = seen.checkpoint();
        Checkpoint after = given.checkpoint();
        if (after.size() < before.size()) {
            // One that was signed earlier comes late; one that was signed later takes something back
            return given.signedAt().isAfter(seen.signedAt())
                    ? refuse(partner, Sort.ROLLBACK, seen, given, now)
                    : new Verdict.FromThere(before.size(), seen.cms());
        }
        if (after.size() == before.size()) {
            return after.equals(before)
                    ? countersign(partner, given, now)
                    : refuse(partner, Sort.FORK, seen, given, now);
        }
        if (ask.old() != before.size()) {
            return new Verdict.FromThere(before.size(), seen.cms());
        }
        return MerkleProof.consistent(before.size(), before.rootBytes(), after.size(), after.rootBytes(), ask.proof())
                ? countersign(partner, given, now)
                : refuse(partner, Sort.BAD_PROOF, seen, given, now);
    }

    private Verdict countersign(Partner partner, SignedCheckpoint given, Instant now) {
        store.see(partner.id(), given, now);
        Countersignature word = new Countersignature(now, given.checkpoint(), store.breaks(partner.id()));
        return new Verdict.Countersigned(notary.sign(word.text(), now));
    }

    private Verdict refuse(Partner partner, Sort sort, SignedCheckpoint seen, SignedCheckpoint given, Instant now) {
        disputes.begin(partner.id(), false, sort, seen, given, now);
        return new Verdict.Refused(sort, seen.checkpoint().size(), seen.cms());
    }
}
