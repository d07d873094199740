package nl.sluis.consent;

import java.util.Optional;
import java.util.Set;
import nl.sluis.custody.PersonClaim;
import nl.sluis.custody.PersonId;
import nl.sluis.custody.PersonRegister;
import org.springframework.stereotype.Component;

/** What another organisation keeps about a person is found by their citizen service number: without it a refusal there would count no more. */
@Component
final class NamedInCopies implements PersonClaim {

    private final ConsentCopyStore copies;
    private final PersonRegister persons;

    NamedInCopies(ConsentCopyStore copies, PersonRegister persons) {
        this.copies = copies;
        this.persons = persons;
    }

    @Override
    public Optional<String> on(PersonId person) {
        return copies.mentioning(persons.citizenNumbers(Set.of(person)).values())
                        .isEmpty()
                ? Optional.empty()
                : Optional.of("COPY");
    }
}
