package nl.sluis.policyset;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.sluis.policy.rules.Difference;
import nl.sluis.policy.rules.RuleBook;

/** A set that somebody is about to sign: it may decide, and its MANIFEST says what it is and what it changes. */
record SetToSign(Manifest manifest, Difference difference) {

    /**
     * Checks the rules, and the MANIFEST when there is one already.
     *
     * @param validFrom as asked; without it what the MANIFEST says, or today
     * @throws RefusedSet when the rules may not decide, or the MANIFEST is about other rules, another effect or another day
     */
    static SetToSign of(PolicySet set, Predecessor previous, Optional<LocalDate> validFrom, LocalDate today)
            throws RefusedSet {
        RuleBook book = set.book();
        Difference difference = Difference.between(previous.rules(), book);
        Manifest made =
                new Manifest(book.hash(), validFrom.orElse(today), previous.policy(), difference.hash(), set.entries());
        if (set.manifest() != null) {
            made = existing(set, made, validFrom);
        }
        List<SetFault> faults = RulesCheck.faults(book, made.validFrom());
        if (!faults.isEmpty()) {
            throw new RefusedSet(faults);
        }
        return new SetToSign(made, difference);
    }

    private static Manifest existing(PolicySet set, Manifest made, Optional<LocalDate> validFrom) throws RefusedSet {
        Manifest there = set.readManifest();
        List<SetFault> changed = SetVerifier.files(there, set);
        if (!changed.isEmpty()) {
            throw new RefusedSet(changed);
        }
        if (!there.policy().equals(made.policy())) {
            throw new RefusedSet(SetFault.Code.MANIFEST, "the hash of the rules is another");
        }
        if (!there.previous().equals(made.previous())) {
            throw new RefusedSet(
                    SetFault.Code.NOT_THE_NEXT,
                    "the set follows " + there.previous() + ": give that one as --previous");
        }
        if (!there.difference().equals(made.difference())) {
            throw new RefusedSet(SetFault.Code.DIFFERENCE, "what the set changes is not what the MANIFEST says");
        }
        if (validFrom.isPresent() && !validFrom.get().equals(there.validFrom())) {
            throw new RefusedSet(SetFault.Code.MANIFEST, "it says from " + there.validFrom());
        }
        return there;
    }
}
