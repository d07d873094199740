package nl.sluis.consent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.audit.ReadLog;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.custody.PersonId;
import nl.sluis.custody.PersonReference;
import nl.sluis.custody.PersonRegister;
import nl.sluis.node.Reading;
import org.springframework.stereotype.Service;

/** What an organisation does with consents by its own systems and on its pages: looking, recording, withdrawing. */
@Service
public final class ConsentDesk {

    private final ConsentRegister register;
    private final PersonRegister persons;
    private final Disclosers disclosers;
    private final GivenCopies given;
    private final ShownCopies copies;
    private final ReadLog log;

    ConsentDesk(
            ConsentRegister register,
            PersonRegister persons,
            Disclosers disclosers,
            GivenCopies given,
            ShownCopies copies,
            ReadLog log) {
        this.register = register;
        this.persons = persons;
        this.disclosers = disclosers;
        this.given = given;
        this.copies = copies;
        this.log = log;
    }

    /** All that is on record about a person, also as copies of others; whoever is not known has none. That somebody looked is audited. */
    public List<ShownConsent> about(PersonReference reference) {
        List<ShownConsent> all = new ArrayList<>(ShownConsent.of(register.about(reference.text()), persons, given));
        Optional<PersonId> person = persons.find(reference.text());
        person.map(copies::about).ifPresent(all::addAll);
        // Who is not known was asked for too; the number by which is the organisation's own and stays out of the audit
        log.reads(
                "consents.read",
                null,
                Map.of(
                        "person",
                        person.map(id -> id.value().toString()).orElse("unknown"),
                        "count",
                        Integer.toString(all.size())));
        return all;
    }

    /** One consent that was recorded here; empty when there is none. That somebody looked is audited. */
    Optional<ShownConsent> find(String id) {
        Optional<StoredConsent> found = register.find(id);
        found.ifPresent(consent ->
                log.reads("consent.read", null, Map.of("consent", consent.id().toString())));
        return found.map(this::shown);
    }

    /**
     * Records a consent or refusal in this node's own JSON (docs/api/registers.md).
     *
     * @param id under which it is recorded once, however often it comes
     */
    public Reading<ShownConsent> record(byte[] json, UUID id) {
        return switch (ConsentJson.read(json, self())) {
            case Reading.Faulty<ConsentEntry> faulty -> new Reading.Faulty<>(faulty.violations());
            case Reading.Read<ConsentEntry> read -> new Reading.Read<>(shown(register.record(read.value(), id)));
        };
    }

    /** Withdraws one that was recorded here, in this node's own JSON. */
    public Reading<Withdrawal> withdraw(String id, byte[] json) {
        return switch (ConsentJson.readWithdrawal(json)) {
            case Reading.Faulty<Withdrawal.Act> faulty -> new Reading.Faulty<>(faulty.violations());
            case Reading.Read<Withdrawal.Act> read -> new Reading.Read<>(register.withdraw(id, read.value()));
        };
    }

    /** One that was just recorded or withdrawn. */
    ShownConsent of(String id) {
        return shown(register.find(id).orElseThrow());
    }

    private OrganisationId self() {
        return disclosers.self();
    }

    private ShownConsent shown(StoredConsent consent) {
        return Objects.requireNonNull(
                ShownConsent.of(List.of(consent), persons, given).getFirst());
    }
}
