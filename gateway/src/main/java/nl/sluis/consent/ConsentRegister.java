package nl.sluis.consent;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.sluis.adapter.ConsentStatement;
import nl.sluis.canonical.ConsentRecord;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.custody.FactLog;
import nl.sluis.custody.KnownPersons;
import nl.sluis.custody.PersonId;
import nl.sluis.custody.PersonRegister;
import nl.sluis.policy.ReceivingParty;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Consents, refusals and withdrawals (law table 3.5). Nothing is ever changed: a withdrawal is a row of its own. Every method
 * joins the caller's transaction.
 */
@Service
public final class ConsentRegister {

    private final ConsentStore store;
    private final PersonRegister persons;
    private final StatementReader statements;
    private final Clock clock;
    private final FactLog facts;
    private final TransactionTemplate transactions;

    ConsentRegister(
            ConsentStore store,
            PersonRegister persons,
            StatementReader statements,
            Clock clock,
            FactLog facts,
            TransactionTemplate transactions) {
        this.store = store;
        this.persons = persons;
        this.statements = statements;
        this.clock = clock;
        this.facts = facts;
        this.transactions = transactions;
    }

    /**
     * Records what a partner's document states. A consent that the register has already, word for word, is not recorded again:
     * repeating an old form does not undo its withdrawal, and
     * neither does another version of it under the same identity that was not given anew.
     *
     * @param addressedRecipient the recipient of the document, for statements that name none; null when there is none
     */
    public Recording record(List<ConsentStatement> stated, @Nullable OrganisationId addressedRecipient) {
        return record(stated, addressedRecipient, null);
    }

    /** The same for a document that is itself the act: it is the evidence where a statement has no other. */
    Recording record(
            List<ConsentStatement> stated,
            @Nullable OrganisationId addressedRecipient,
            @Nullable EncryptedDocument document) {
        return inTransaction(() -> switch (statements.read(stated, addressedRecipient)) {
            case StatementReader.Unclear unclear -> new Recording.UnclearPersons(unclear.conflict());
            case StatementReader.Understood understood -> {
                // All at once, before anything is audited: whoever erases waits for the audit with the person held
                Set<PersonId> named = new HashSet<>();
                understood.statements().forEach(statement -> {
                    named.add(statement.giver());
                    named.addAll(statement.subjects());
                });
                persons.hold(named);
                if (document != null) {
                    store.add(document, now());
                }
                yield new Recording.Recorded(understood.statements().stream()
                        .map(statement -> add(statement, document))
                        .toList());
            }
        });
    }

    /**
     * Records a consent or refusal that somebody entered here; each identity is an act of its own.
     *
     * @param id the same again is the same act, and changes nothing
     */
    StoredConsent record(ConsentEntry entry, UUID id) {
        return inTransaction(() -> {
            StoredConsent consent = entry.with(id, persons.idsOf(entry.references()), now());
            hold(consent);
            // After that: who presses twice waits here for the first
            Optional<StoredConsent> before = store.find(id);
            if (before.isPresent()) {
                // The same words under it are the same act; other words were written in the form of before
                return before.get().says(consent) ? before.get() : record(entry, UUID.randomUUID());
            }
            store.add(consent, null, null);
            announce("CONSENT_RECORDED", consent);
            return consent;
        });
    }

    /**
     * Ends a consent or refusal. Doing it again changes nothing.
     *
     * @param id as recording gave it; any text
     */
    public Withdrawal withdraw(String id, Withdrawal.Act act) {
        return inTransaction(() -> {
            Optional<StoredConsent> consent = find(id);
            if (consent.isEmpty()) {
                return new Withdrawal.UnknownConsent();
            }
            Instant now = now();
            Instant at = act.at() == null ? now : act.at().truncatedTo(ChronoUnit.MICROS);
            if (at.isAfter(now)) {
                return new Withdrawal.InTheFuture();
            }
            PersonId by = persons.idOf(act.by().text());
            persons.hold(Set.of(by));
            store.withdraw(consent.get().id(), new StoredConsent.Withdrawn(at, by, act.channel(), now)).stream()
                    .map(store::find)
                    .map(Optional::orElseThrow)
                    .forEach(withdrawn -> {
                        announce("CONSENT_WITHDRAWN", withdrawn);
                        facts.tell(new ConsentWithdrawn(withdrawn.id().toString(), at));
                    });
            return new Withdrawal.Withdrawn(
                    id, store.withdrawal(consent.get().id()).at());
        });
    }

    /**
     * What the register holds about the persons of a question, oldest first, as the decision point takes it: withdrawn ones
     * with their moment, sorts of recipients as the recipient where it is one, and a giver whom the question does not mention
     * under a reference of its own.
     */
    public List<ConsentRecord> concerning(KnownPersons known, OrganisationId discloser, ReceivingParty recipient) {
        List<StoredConsent> found = store.about(new HashSet<>(known.ids().values()));
        // The others go by the reference that the question has
        Set<PersonId> givers = found.stream().map(StoredConsent::giver).collect(Collectors.toSet());
        givers.removeAll(known.ids().values());
        ConsentView view = new ConsentView(known, recipient, persons.references(givers));
        return found.stream()
                .filter(consent -> consent.terms().discloser().equals(discloser.value()))
                .map(view::asRecord)
                .flatMap(Optional::stream)
                .toList();
    }

    Optional<StoredConsent> find(String id) {
        try {
            return store.find(UUID.fromString(id))
                    .filter(consent -> consent.id().toString().equals(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    List<StoredConsent> about(String subject) {
        return persons.find(subject).map(id -> store.about(Set.of(id))).orElse(List.of());
    }

    private String add(StatementReader.Statement statement, @Nullable EncryptedDocument document) {
        Terms terms = statement.terms().orEvidence(document == null ? null : document.evidence());
        StoredConsent consent =
                new StoredConsent(UUID.randomUUID(), statement.giver(), statement.subjects(), terms, now(), null);
        String fingerprint = statement.fingerprint();
        if (store.add(consent, fingerprint, document == null ? null : document.hash())) {
            announce("CONSENT_RECORDED", consent);
            if (store.inheritWithdrawal(consent)) {
                announce("CONSENT_WITHDRAWN", consent);
            }
            return consent.id().toString();
        }
        return store.stated(Objects.requireNonNull(fingerprint)).id().toString();
    }

    private void hold(StoredConsent consent) {
        Set<PersonId> named = new HashSet<>(consent.subjects());
        named.add(consent.giver());
        persons.hold(named);
    }

    private void announce(String event, StoredConsent consent) {
        Map<String, String> detail = Map.of(
                "consent",
                consent.id().toString(),
                "decision",
                consent.terms().decision().name());
        facts.recorded(event, detail, consent.subjects());
    }

    /** As precise as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(status -> work.get()));
    }
}
