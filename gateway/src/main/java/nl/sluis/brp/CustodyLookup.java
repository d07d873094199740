package nl.sluis.brp;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.sluis.adapter.register.BrpReply;
import nl.sluis.adapter.register.CustodyStatement;
import nl.sluis.adapter.register.Doubt;
import nl.sluis.audit.AuditLog;
import nl.sluis.audit.ReadLog;
import nl.sluis.canonical.Bsn;
import nl.sluis.canonical.CustodyType;
import nl.sluis.canonical.PersonDetails;
import nl.sluis.canonical.PersonIdentifier;
import nl.sluis.canonical.PersonRef;
import nl.sluis.custody.PersonId;
import nl.sluis.custody.StatedCustody;
import nl.sluis.custody.StatedCustody.Recording;
import nl.sluis.custody.StatedCustody.Word;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks the BRP for the custody of somebody who is registered, and records its word. That it is asked is in the audit before it is, and what
 * came of it after: together with what was recorded, or alone. No connection of the database is held while the register thinks.
 */
final class CustodyLookup {

    /** What custody that comes from here has as its source. */
    static final String SOURCE = "BRP";

    private final Optional<Brp> brp;
    private final StatedCustody stated;
    private final ReadLog reads;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transactions;

    /** @param brp empty when this node may not ask it */
    CustodyLookup(
            Optional<Brp> brp,
            StatedCustody stated,
            ReadLog reads,
            AuditLog audit,
            Clock clock,
            TransactionTemplate transactions) {
        this.brp = brp;
        this.stated = stated;
        this.reads = reads;
        this.audit = audit;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** What came of it. Nothing is recorded but with {@link Found}. */
    sealed interface Outcome {

        /**
         * It is on record.
         *
         * @param holders as this register names them
         * @param doubt why a person has to look; null when the register's word is taken as it is
         */
        record Found(
                CustodyType type,
                List<PersonRef> holders,
                boolean underInvestigation,
                Instant retrievedAt,
                @Nullable Doubt doubt)
                implements Outcome {
            public Found {
                holders = List.copyOf(holders);
            }
        }

        /** Nobody is registered by that reference. */
        record Unknown() implements Outcome {}

        /** The configuration names no register. */
        record NotConfigured() implements Outcome {}

        /** Without a citizen service number nobody can be asked for. */
        record NoNumber() implements Outcome {}

        /** Another number was put on record while the register was asked by the one before. */
        record NumberChanged() implements Outcome {}

        /** Custody was stated anew while the register was asked. */
        record StatedMeanwhile() implements Outcome {}

        /** The register gave no answer that can be used. */
        record NoAnswer(String code) implements Outcome {}
    }

    /** Looks custody up once. */
    Outcome of(String ref) {
        Optional<StatedCustody.Subject> subject = stated.find(ref);
        if (subject.isEmpty()) {
            return new Outcome.Unknown();
        }
        Bsn number = subject.get().number();
        if (brp.isEmpty()) {
            return unasked(subject.get(), new Outcome.NotConfigured(), "NOT_CONFIGURED");
        }
        return number == null
                ? unasked(subject.get(), new Outcome.NoNumber(), "NO_NUMBER")
                : ask(brp.get(), subject.get(), number);
    }

    /** That somebody is registered, and without a number, is an answer about them too. */
    private Outcome unasked(StatedCustody.Subject subject, Outcome outcome, String why) {
        reads.reads("brp.not-asked", null, Map.of("person", subject.id().value().toString(), "outcome", why));
        return outcome;
    }

    private Outcome ask(Brp register, StatedCustody.Subject subject, Bsn number) {
        PersonId person = subject.id();
        reads.reads("brp.asked", null, Map.of("person", person.value().toString()));
        boolean ended = false;
        try {
            Outcome outcome = answer(register, subject, number);
            ended = true;
            return outcome;
        } finally {
            // What breaks on the way has its end in the audit as well, unless the database is what broke
            if (!ended) {
                transactions.executeWithoutResult(status -> answered(person, "FAILED"));
            }
        }
    }

    private Outcome answer(Brp register, StatedCustody.Subject subject, Bsn number) {
        PersonId person = subject.id();
        return switch (register.custodyOf(number)) {
            case Brp.Response.None none -> without(person, new Outcome.NoAnswer(none.code()), none.code());
            case Brp.Response.Content content ->
                switch (BrpReply.read(content.payload(), number)) {
                    case BrpReply.NotTold not -> {
                        String code = not.reason().name();
                        yield without(person, new Outcome.NoAnswer(code), code);
                    }
                    case BrpReply.Told told -> record(subject, number, told.statement());
                };
        };
    }

    private Outcome record(StatedCustody.Subject subject, Bsn number, CustodyStatement statement) {
        PersonId person = subject.id();
        Instant now = clock.instant();
        Word word = new Word(
                statement.custody().type(),
                statement.holders().stream().map(CustodyLookup::number).toList(),
                statement.custody().underInvestigation(),
                SOURCE,
                now);
        Doubt doubt = statement.doubt();
        Recording recording = Objects.requireNonNull(transactions.execute(status -> {
            Recording made = stated.record(subject, number, word);
            if (made instanceof Recording.Recorded) {
                answered(person, doubt == null ? "RECORDED" : "RECORDED_" + doubt.name());
            } else {
                status.setRollbackOnly();
            }
            return made;
        }));
        return switch (recording) {
            case Recording.Recorded(var holders) ->
                new Outcome.Found(word.type(), holders, word.underInvestigation(), now, doubt);
            case Recording.NumberChanged() -> without(person, new Outcome.NumberChanged(), "NUMBER_CHANGED");
            case Recording.StatedMeanwhile() -> without(person, new Outcome.StatedMeanwhile(), "STATED_MEANWHILE");
        };
    }

    private Outcome without(PersonId person, Outcome outcome, String code) {
        transactions.executeWithoutResult(status -> answered(person, code));
        return outcome;
    }

    private void answered(PersonId person, String code) {
        audit.append("brp.answered", null, Map.of("person", person.value().toString(), "outcome", code));
    }

    // A statement without a doubt names holders by their numbers
    private static Bsn number(PersonDetails holder) {
        return holder.identifiers().stream()
                .filter(identifier -> identifier.system().equals(PersonIdentifier.BSN))
                .map(identifier -> new Bsn(identifier.value()))
                .findFirst()
                .orElseThrow();
    }
}
