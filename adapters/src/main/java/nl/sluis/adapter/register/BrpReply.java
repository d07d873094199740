package nl.sluis.adapter.register;

import java.util.List;
import java.util.Optional;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.register.BrpCustody.Answer;
import nl.sluis.canonical.Bsn;
import nl.sluis.canonical.PersonDetails;

/** What the BRP answered to {@link BrpQuestion}. Only an answer about one person, and the one who was asked for, says anything. */
public sealed interface BrpReply {

    /** The register's word on the custody of whom was asked for; it may be a doubt. */
    record Told(CustodyStatement statement) implements BrpReply {}

    /** It says nothing that can be taken. */
    record NotTold(Reason reason) implements BrpReply {}

    /** Why an answer says nothing. */
    enum Reason {
        /** It is not as its description has it, or not JSON at all. */
        NOT_READABLE,
        /** Nobody is in it. */
        NOBODY,
        /** More than one person is in it. */
        SEVERAL_PEOPLE,
        /** The person in it is another than was asked for, or has no number. */
        SOMEBODY_ELSE,
        /** The person has no custody in it: an adult, or the register has no word on it. */
        NO_CUSTODY
    }

    /** Reads an answer; any byte string gets an answer of ours, never an exception. */
    static BrpReply read(Payload payload, Bsn asked) {
        return BrpCustody.read(payload).fold(faults -> new NotTold(Reason.NOT_READABLE), answer -> of(answer, asked));
    }

    private static BrpReply of(Answer answer, Bsn asked) {
        List<Optional<Bsn>> people = answer.people();
        if (people.size() != 1) {
            return new NotTold(people.isEmpty() ? Reason.NOBODY : Reason.SEVERAL_PEOPLE);
        }
        if (!people.getFirst().equals(Optional.of(asked))) {
            return new NotTold(Reason.SOMEBODY_ELSE);
        }
        // With a parent stand the children: what is said of them was not asked
        return answer.statements().stream()
                .filter(statement -> isAbout(statement.subject(), asked))
                .findFirst()
                .<BrpReply>map(Told::new)
                .orElseGet(() -> new NotTold(Reason.NO_CUSTODY));
    }

    private static boolean isAbout(PersonDetails subject, Bsn asked) {
        return subject.identifiers().stream().anyMatch(number -> number.value().equals(asked.value()));
    }
}
