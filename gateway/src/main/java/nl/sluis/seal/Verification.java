package nl.sluis.seal;

import java.time.Instant;
import java.util.Optional;

/** What became of verifying what was decrypted: the same for envelopes and chunks. */
sealed interface Verification {

    /** One of the expected signers signed it, in time, for the suite that it was sealed by. */
    @SuppressWarnings("ArrayRecordComponent") // read once and dropped
    record Good(byte[] content, Instant signedAt) implements Verification {}

    /** It is not. */
    record Bad(Opening.Reason reason) implements Verification {}

    /** Verifies. */
    static Verification of(Encryption.Decrypted decrypted, Expected expected) {
        Optional<Cms.Signed> signed = expected.signers().stream()
                .flatMap(signer -> Cms.signedInTime(decrypted.content(), signer)
                        .filter(found ->
                                notTakenBack(found, expected.revocations().since(signer)))
                        .stream())
                .findFirst();
        if (signed.isEmpty()) {
            return new Bad(Opening.Reason.BAD_SIGNATURE);
        }
        Optional<Instant> at = signed.get().signedAt().filter(expected.fresh());
        if (at.isEmpty()) {
            return new Bad(Opening.Reason.STALE);
        }
        boolean strongEnough =
                decrypted.suite() != Suite.CLASSICAL || expected.classical().test(at.get());
        return strongEnough && signed.get().isFor(decrypted.suite())
                ? new Good(signed.get().content(), at.get())
                : new Bad(Opening.Reason.DOWNGRADED);
    }

    /** What was signed before a certificate was taken back counts, by what the signature says of its time. */
    static boolean notTakenBack(Cms.Signed signed, Optional<Instant> since) {
        return since.isEmpty()
                || signed.signedAt().filter(at -> at.isBefore(since.get())).isPresent();
    }
}
