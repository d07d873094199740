package nl.sluis.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.custody.PersonId;
import nl.sluis.seal.AtRest;
import nl.sluis.seal.RowBinding;
import org.jspecify.annotations.Nullable;

/** Binds consents and their withdrawals with the key of the giver: nobody else than this node can write one that is read. */
final class ConsentBinding {

    private final AtRest atRest;
    private final RowBinding<Stated> consents;
    private final RowBinding<StoredConsent.Withdrawn> withdrawals;

    ConsentBinding(AtRest atRest) {
        this.atRest = atRest;
        this.consents = new RowBinding<>(atRest, "consent", Stated.class);
        this.withdrawals = new RowBinding<>(atRest, "consent-withdrawal", StoredConsent.Withdrawn.class);
    }

    /** A consent as its row states it. */
    record Stated(
            Set<PersonId> subjects,
            Terms terms,
            Instant recordedAt,
            @Nullable String fingerprint) {}

    /** What of a consent and its withdrawal stands in clear, to be found by. */
    record Findable(
            PersonId giver,
            Set<PersonId> subjects,
            String discloser,
            @Nullable String custodian,
            String decision,
            @Nullable LocalDate until,
            @Nullable Instant givenAt,
            @Nullable String source,
            Instant recordedAt,
            @Nullable Instant withdrawnAt,
            @Nullable Instant withdrawalRecordedAt) {}

    byte[] bind(StoredConsent consent, @Nullable String fingerprint) {
        return consents.bind(
                consent.giver().key(),
                consent.id(),
                new Stated(consent.subjects(), consent.terms(), consent.recordedAt(), fingerprint));
    }

    byte[] bind(PersonId giver, UUID consent, StoredConsent.Withdrawn withdrawal) {
        return withdrawals.bind(giver.key(), consent, withdrawal);
    }

    StoredConsent read(
            PersonId giver,
            UUID id,
            byte @Nullable [] stored,
            @Nullable String fingerprint,
            StoredConsent.@Nullable Withdrawn withdrawal) {
        Stated stated = consents.read(giver.key(), id, stored);
        consents.same(Optional.ofNullable(fingerprint), Optional.ofNullable(stated.fingerprint()));
        return new StoredConsent(id, giver, stated.subjects(), stated.terms(), stated.recordedAt(), withdrawal);
    }

    StoredConsent.Withdrawn withdrawal(PersonId giver, UUID consent, byte @Nullable [] stored) {
        return withdrawals.read(giver.key(), consent, stored);
    }

    /** Refuses a row that is found by something else than what it states. */
    void same(Findable inClear, Findable bound) {
        consents.same(inClear, bound);
    }

    Findable findable(StoredConsent consent) {
        Terms terms = consent.terms();
        String source = terms.origin().sourceId();
        StoredConsent.Withdrawn withdrawal = consent.withdrawal();
        return new Findable(
                consent.giver(),
                consent.subjects(),
                terms.discloser(),
                terms.origin().custodian(),
                terms.decision().name(),
                terms.until(),
                terms.origin().givenAt(),
                source == null ? null : source(source),
                consent.recordedAt(),
                withdrawal == null ? null : withdrawal.at(),
                withdrawal == null ? null : withdrawal.recordedAt());
    }

    /** By what a statement that comes again is found; tells nobody without the node's keys what it says. */
    String fingerprint(String canonical) {
        return atRest.mark("consent-statement", canonical);
    }

    /** By what versions of one statement of a partner are found. */
    String source(String identity) {
        return atRest.mark("consent-source", identity);
    }
}
