package nl.sluis.consent;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import nl.sluis.custody.PersonReference;
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

    private final ConsentDesk desk;

    ConsentApi(ConsentDesk desk) {
        this.desk = desk;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> record(@RequestBody byte[] body) {
        return switch (desk.record(body, UUID.randomUUID())) {
            case Reading.Faulty<ShownConsent> faulty -> Problems.unprocessable(faulty.violations());
            case Reading.Read<ShownConsent> read ->
                ResponseEntity.created(URI.create("/v1/consents/" + read.value().id()))
                        .body(read.value());
        };
    }

    @PostMapping(path = "/{id}/withdrawal", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> withdraw(@PathVariable String id, @RequestBody byte[] body) {
        return switch (desk.withdraw(id, body)) {
            case Reading.Faulty<Withdrawal> faulty -> Problems.unprocessable(faulty.violations());
            case Reading.Read<Withdrawal> read -> answer(read.value());
        };
    }

    private ResponseEntity<?> answer(Withdrawal withdrawal) {
        return switch (withdrawal) {
            case Withdrawal.Withdrawn withdrawn -> ResponseEntity.ok(desk.of(withdrawn.id()));
            case Withdrawal.UnknownConsent unknown -> Problems.notFound();
            case Withdrawal.InTheFuture future ->
                Problems.unprocessable("/at", "IN_THE_FUTURE", "This moment has yet to come");
        };
    }

    @GetMapping("/{id}")
    ResponseEntity<?> get(@PathVariable String id) {
        return desk.find(id).<ResponseEntity<?>>map(ResponseEntity::ok).orElseGet(Problems::notFound);
    }

    /** Whoever is not known has no consents; the answers are the same. */
    @GetMapping
    ResponseEntity<?> about(@RequestParam String subject) {
        return PersonReference.inAddress(subject)
                .<ResponseEntity<?>>map(reference -> ResponseEntity.ok(Map.of("consents", desk.about(reference))))
                .orElseGet(() -> Problems.unprocessable(
                        "?subject", "REFERENCE", "The organisation's own number of a person is expected"));
    }
}
