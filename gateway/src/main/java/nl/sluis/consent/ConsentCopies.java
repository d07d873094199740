package nl.sluis.consent;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluis.canonical.ConsentDecision;
import nl.sluis.canonical.ConsentNews;
import nl.sluis.canonical.ConsentRecord;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.PersonIdentifier;
import nl.sluis.canonical.PersonRef;
import nl.sluis.custody.FactLog;
import nl.sluis.custody.KnownPersons;
import nl.sluis.custody.PersonId;
import nl.sluis.custody.PersonRegister;
import nl.sluis.policy.ReceivingParty;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Copies of consents that other organisations keep and that name this one as discloser. News may come in any order: what a consent
 * says is what came first, a withdrawal stays, and of two confirmations the later counts. Runs in the caller's transaction.
 */
@Component
public final class ConsentCopies {

    private final ConsentCopyStore store;
    private final PersonRegister persons;
    private final CopyTerm term;
    private final ConsentSettings settings;
    private final FactLog facts;
    private final Clock clock;

    ConsentCopies(
            ConsentCopyStore store,
            PersonRegister persons,
            CopyTerm term,
            ConsentSettings settings,
            FactLog facts,
            Clock clock) {
        this.store = store;
        this.persons = persons;
        this.term = term;
        this.settings = settings;
        this.facts = facts;
        this.clock = clock;
    }

    /** Takes a copy in, whoever it is about; registers nobody. */
    public void accept(ConsentNews.Copy copy) {
        Instant now = now();
        ConsentCopyStore.Row row = store.claimed(copy.sender(), copy.consent().id(), now);
        ConsentNews.Copy known = row.content();
        if (known == null) {
            store.fill(row, copy, earlier(copy.asOf(), now));
            changed("CONSENT_COPY_RECEIVED", row, copy);
        } else if (saysTheSame(known, copy)) {
            confirmed(row, copy.asOf(), now);
        } else {
            // A consent never changes: this is another one under the same name, and the first counts
            facts.recorded("CONSENT_COPY_CONTRADICTS", detail(row), Set.of());
        }
    }

    /**
     * Takes the word of a keeper in, also on a consent that has not come.
     *
     * @param endedKeepers whose work the sender goes on with. Its word that their consent was withdrawn counts always; that it
     *     stands, only when it is a keeper with which something was agreed
     */
    public void accept(ConsentNews.Word word, List<OrganisationId> endedKeepers) {
        Instant now = now();
        boolean agreed = settings.keepers().contains(word.sender().value());
        // In one order, so that two words never wait for each other in turn
        List<ConsentNews.Said> ordered = word.consents().stream()
                .sorted(Comparator.comparing(ConsentNews.Said::consent))
                .toList();
        for (ConsentNews.Said said : ordered) {
            Instant withdrawnAt = said.withdrawnAt();
            if (withdrawnAt == null) {
                store.locked(word.sender(), said.consent()).ifPresent(row -> confirmed(row, word.asOf(), now));
            } else {
                withdrawn(store.claimed(word.sender(), said.consent(), now), earlier(withdrawnAt, now));
            }
            for (OrganisationId ended : endedKeepers) {
                Optional<ConsentCopyStore.Row> kept = store.locked(ended, said.consent());
                if (withdrawnAt != null) {
                    kept.ifPresent(row -> withdrawn(row, earlier(withdrawnAt, now)));
                } else if (agreed) {
                    kept.ifPresent(row -> confirmed(row, word.asOf(), now));
                }
            }
        }
    }

    private void confirmed(ConsentCopyStore.Row row, Instant asOf, Instant now) {
        ConsentNews.Copy copy = row.content();
        boolean wasStale = !fresh(row, now);
        store.confirm(row, earlier(asOf, now));
        if (wasStale && copy != null && row.withdrawnAt() == null) {
            changed("CONSENT_COPY_CONFIRMED", row, copy);
        }
    }

    private void withdrawn(ConsentCopyStore.Row row, Instant at) {
        if (row.withdrawnAt() == null) {
            store.withdraw(row, at);
            facts.recorded("CONSENT_COPY_WITHDRAWN", detail(row), registered(row.content()));
            facts.tell(new ConsentWithdrawn(row.id().toString(), at));
        }
    }

    /**
     * What the copies say about the persons of a question, as the decision point takes it. A consent that was not confirmed in time
     * has no evidence; a consent of a keeper with whom nothing was agreed is left out, a refusal never.
     */
    public List<ConsentRecord> concerning(KnownPersons known, ReceivingParty recipient) {
        Instant now = now();
        return mentioning(new HashSet<>(known.ids().values())).stream()
                .filter(seen -> counts(seen.row()))
                .map(seen -> new CopyView(known, recipient, seen.people()).asRecord(seen.row(), fresh(seen.row(), now)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** What is to be confirmed, by keeper; whoever takes it asks. It is taken again when no word comes. */
    public Map<OrganisationId, List<String>> takeToConfirm() {
        Instant now = now();
        return store.takeToConfirm(settings.keepers(), term.toConfirmBefore(now), now).stream()
                .collect(Collectors.groupingBy(
                        ConsentCopyStore.Asked::keeper,
                        Collectors.mapping(ConsentCopyStore.Asked::consent, Collectors.toList())));
    }

    /** Who keeps a consent about one of these people that would count, had it been confirmed in time. */
    public Set<OrganisationId> keepersToAsk(Set<PersonId> people) {
        Instant now = now();
        return mentioning(people).stream()
                .map(Seen::row)
                .filter(row -> row.withdrawnAt() == null && counts(row) && !fresh(row, now))
                .filter(row -> Objects.requireNonNull(row.content()).consent().decision() == ConsentDecision.GIVEN)
                .map(ConsentCopyStore.Row::keeper)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A copy with those of its people who are registered here, by its own references. */
    record Seen(ConsentCopyStore.Row row, Map<PersonRef, PersonId> people) {}

    /** The copies in which one of these people occurs. */
    List<Seen> mentioning(Set<PersonId> people) {
        Map<PersonId, PersonIdentifier> numbers = persons.citizenNumbers(people);
        if (numbers.isEmpty()) {
            return List.of();
        }
        return store.mentioning(numbers.values()).stream()
                .filter(row -> row.content() != null)
                .map(row -> new Seen(row, people(Objects.requireNonNull(row.content()))))
                .toList();
    }

    /** Whether it was confirmed in time. */
    boolean fresh(ConsentCopyStore.Row row, Instant now) {
        return term.freshUntil(row.asOf(), now).isAfter(now);
    }

    Instant freshUntil(ConsentCopyStore.Row row) {
        return term.freshUntil(row.asOf(), now());
    }

    /** Whether it counts here at all. */
    boolean counts(ConsentCopyStore.Row row) {
        return Objects.requireNonNull(row.content()).consent().decision() == ConsentDecision.REFUSED
                || settings.keepers().contains(row.keeper().value());
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Map<PersonRef, PersonId> people(ConsentNews.Copy copy) {
        Map<PersonIdentifier, PersonId> owners = persons.registered(numbers(copy));
        Map<PersonRef, PersonId> people = new LinkedHashMap<>();
        copy.persons().forEach(person -> {
            PersonId owner = owners.get(person.number());
            if (owner != null) {
                people.put(person.ref(), owner);
            }
        });
        return people;
    }

    private static Collection<PersonIdentifier> numbers(ConsentNews.Copy copy) {
        return copy.persons().stream().map(ConsentNews.KnownAs::number).toList();
    }

    private static boolean saysTheSame(ConsentNews.Copy one, ConsentNews.Copy other) {
        return one.consent().equals(other.consent())
                && one.recipientTypes().equals(other.recipientTypes())
                && new HashSet<>(one.persons()).equals(new HashSet<>(other.persons()));
    }

    /** No clock but ours makes a copy fresh, or a withdrawal wait. */
    private static Instant earlier(Instant stated, Instant now) {
        return stated.isAfter(now) ? now : stated;
    }

    private void changed(String event, ConsentCopyStore.Row row, ConsentNews.Copy copy) {
        facts.recorded(event, detail(row), registered(copy));
    }

    private Set<PersonId> registered(ConsentNews.@Nullable Copy copy) {
        return copy == null ? Set.of() : new HashSet<>(people(copy).values());
    }

    private static Map<String, String> detail(ConsentCopyStore.Row row) {
        return Map.of("copy", row.id().toString(), "keeper", row.keeper().value());
    }
}
