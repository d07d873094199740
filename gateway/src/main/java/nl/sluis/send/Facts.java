package nl.sluis.send;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluis.adapter.Draft;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.Person;
import nl.sluis.canonical.PersonDetails;
import nl.sluis.canonical.PersonRef;
import nl.sluis.consent.ReceivedGrounds;
import nl.sluis.custody.KnownPersons;
import nl.sluis.custody.PersonConflict;
import nl.sluis.custody.PersonRegister;
import nl.sluis.directory.Partner;
import nl.sluis.node.NodeSettings;
import nl.sluis.policy.Ground;
import nl.sluis.policy.PersonFacts;
import nl.sluis.policy.ReceivingParty;
import nl.sluis.policy.RecordedFacts;
import nl.sluis.policy.SendingParty;
import nl.sluis.policy.SharingContext;
import org.springframework.stereotype.Component;

/** Gathers from the registers what a decision rests on, as it stands at this moment. */
@Component
final class Facts {

    private final NodeSettings self;
    private final PersonRegister persons;
    private final Registers registers;
    private final ReceivedGrounds grounds;
    private final Clock clock;

    Facts(NodeSettings self, PersonRegister persons, Registers registers, ReceivedGrounds grounds, Clock clock) {
        this.self = self;
        this.persons = persons;
        this.registers = registers;
        this.grounds = grounds;
        this.clock = clock;
    }

    /** What was found. */
    sealed interface Gathered {

        /** The facts, and the persons of the register that they are about, as the message names them. */
        record Complete(SharingContext context, Map<PersonRef, UUID> persons) implements Gathered {

            /** The persons of the register that they are about. */
            Set<UUID> about() {
                return Set.copyOf(persons.values());
            }
        }

        /** The numbers of these persons contradict the register. */
        record Contradicting(Set<PersonRef> mentions) implements Gathered {}
    }

    /**
     * Consents that a document states are recorded before it is decided about: they are the evidence of the decision. Everybody is
     * looked up first and at once, so that two submissions about one family never wait for each other in turn.
     */
    void record(Draft draft, Partner recipient) {
        if (draft.statements().isEmpty()) {
            return;
        }
        List<PersonDetails> everybody = new ArrayList<>(draft.persons());
        draft.statements().forEach(statement -> {
            everybody.add(statement.giver());
            everybody.addAll(statement.subjects());
        });
        if (persons.lookUp(everybody) instanceof KnownPersons) {
            registers.consents().record(draft.statements(), recipient.id());
        }
    }

    Gathered gather(Waiting waiting, Partner recipient) {
        // An answer rests on the ground of its thread, which came along with what it answers
        Optional<Ground> ground = thread(waiting.message());
        if (ground.isPresent()) {
            return new Gathered.Complete(answering(waiting, recipient, ground.get()), Map.of());
        }
        return switch (persons.lookUp(waiting.persons())) {
            case PersonConflict conflict -> new Gathered.Contradicting(conflict.mentions());
            case KnownPersons known -> new Gathered.Complete(registered(waiting, recipient, known), ids(known));
        };
    }

    private Optional<Ground> thread(Message message) {
        MessageId answered = message.inReplyTo();
        return answered == null || message.kind() != MessageKind.FEEDBACK
                ? Optional.empty()
                : grounds.find(message.recipient(), answered).map(ReceivedGrounds.Received::ground);
    }

    private SharingContext answering(Waiting waiting, Partner recipient, Ground ground) {
        List<PersonFacts> facts = new ArrayList<>(ground.persons());
        Set<PersonRef> known = facts.stream().map(PersonFacts::ref).collect(Collectors.toSet());
        waiting.message().persons().stream()
                .map(Person::ref)
                .filter(ref -> !known.contains(ref))
                .forEach(ref -> facts.add(new PersonFacts(ref, PartialDate.UNKNOWN, true, null)));
        return context(waiting, recipient, facts, Registers.ofGround(waiting, ground));
    }

    private SharingContext registered(Waiting waiting, Partner recipient, KnownPersons known) {
        return context(
                waiting,
                recipient,
                known.facts(),
                registers.recorded(waiting, known, self.id(), new ReceivingParty(recipient.id(), recipient.type())));
    }

    private SharingContext context(
            Waiting waiting, Partner recipient, Collection<PersonFacts> facts, RecordedFacts recorded) {
        return new SharingContext(
                clock.instant(),
                new SendingParty(
                        self.id(), self.type(), self.regime(), waiting.message().senderRole()),
                new ReceivingParty(recipient.id(), recipient.type()),
                List.copyOf(facts),
                recorded);
    }

    private static Map<PersonRef, UUID> ids(KnownPersons known) {
        return known.ids().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().value()));
    }
}
