package nl.sluis.consent;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.sluis.audit.ReadLog;
import nl.sluis.custody.PersonId;
import nl.sluis.custody.PersonReference;
import nl.sluis.custody.PersonRegister;
import nl.sluis.node.Problems;
import nl.sluis.node.Reading;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Consents, refusals and withdrawals in this node's own JSON. */
@RestController
@RequestMapping("/v1/consents")
final class ConsentApi {

    private final ConsentRegister register;
    private final PersonRegister persons;
    private final Disclosers disclosers;
    private final GivenCopies given;
    private final ShownCopies copies;
    private final ReadLog log;

    ConsentApi(
            ConsentRegister register,
            PersonRegister persons,
            Disclosers disclosers,
            GivenCopies given,
            ShownCopies copies,
            ReadLog log) {
        this.log = log;
        this.register = register;
        this.persons = persons;
        this.disclosers = disclosers;
        this.given = given;
        this.copies = copies;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> record(@RequestBody byte[] body) {
        return switch (ConsentJson.read(body, disclosers.self())) {
            case Reading.Faulty<ConsentEntry> faulty -> Problems.unprocessable(faulty.violations());
            case Reading.Read<ConsentEntry> read -> {
                ShownConsent shown = shown(register.record(read.value()));
                yield ResponseEntity.created(URI.create("/v1/consents/" + shown.id()))
                        .body(shown);
            }
        };
    }

    @PostMapping(path = "/{id}/withdrawal", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> withdraw(@PathVariable String id, @RequestBody byte[] body) {
        return switch (ConsentJson.readWithdrawal(body)) {
            case Reading.Faulty<Withdrawal.Act> faulty -> Problems.unprocessable(faulty.violations());
            case Reading.Read<Withdrawal.Act> read -> withdraw(id, read.value());
        };
    }

    private ResponseEntity<?> withdraw(String id, Withdrawal.Act act) {
        return switch (register.withdraw(id, act)) {
            case Withdrawal.Withdrawn withdrawn -> shown(register.find(withdrawn.id()));
            case Withdrawal.UnknownConsent unknown -> Problems.notFound();
            case Withdrawal.InTheFuture future ->
                Problems.unprocessable("/at", "IN_THE_FUTURE", "This moment has yet to come");
        };
    }

    @GetMapping("/{id}")
    ResponseEntity<?> get(@PathVariable String id) {
        Optional<StoredConsent> found = register.find(id);
        found.ifPresent(consent ->
                log.reads("consent.read", null, Map.of("consent", consent.id().toString())));
        return shown(found);
    }

    private ResponseEntity<?> shown(Optional<StoredConsent> found) {
        return found.<ResponseEntity<?>>map(consent -> ResponseEntity.ok(shown(consent)))
                .orElseGet(Problems::notFound);
    }

    /** Whoever is not known has no consents; the answers are the same. */
    @GetMapping
    ResponseEntity<?> about(@RequestParam String subject) {
        return PersonReference.inAddress(subject)
                .<ResponseEntity<?>>map(reference -> ResponseEntity.ok(Map.of("consents", shownAbout(reference))))
                .orElseGet(() -> Problems.unprocessable(
                        "?subject", "REFERENCE", "The organisation's own number of a person is expected"));
    }

    private List<ShownConsent> shownAbout(PersonReference reference) {
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

    private ShownConsent shown(StoredConsent consent) {
        return Objects.requireNonNull(
                ShownConsent.of(List.of(consent), persons, given).getFirst());
    }
}
