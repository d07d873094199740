package nl.sluis.custody;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import nl.sluis.audit.ReadLog;
import nl.sluis.node.Problems;
import nl.sluis.node.Reading;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Persons, by the organisation's own number. */
@RestController
@RequestMapping("/v1/persons/{ref}")
final class PersonApi {

    private final PersonFile file;
    private final Clock clock;
    private final ReadLog log;

    PersonApi(PersonFile file, Clock clock, ReadLog log) {
        this.file = file;
        this.clock = clock;
        this.log = log;
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> put(@PathVariable String ref, @RequestBody byte[] body) {
        Optional<PersonReference> reference = PersonReference.inAddress(ref);
        if (reference.isEmpty()) {
            return Problems.notFound();
        }
        return switch (PersonJson.read(body, clock.instant())) {
            case Reading.Faulty<PersonEntry> faulty -> Problems.unprocessable(faulty.violations());
            case Reading.Read<PersonEntry> read -> put(reference.get(), read.value());
        };
    }

    private ResponseEntity<?> put(PersonReference reference, PersonEntry entry) {
        return switch (file.put(reference, entry)) {
            case FILED -> ResponseEntity.of(file.get(reference));
            case NUMBER_OF_ANOTHER -> Problems.conflict("This citizen service number is on record for somebody else");
            case HOLDERS_NOT_DISTINCT ->
                Problems.unprocessable(
                        "/custody/holders",
                        "HOLDERS",
                        "The holders are different people, and not the person themselves");
        };
    }

    @GetMapping
    ResponseEntity<?> get(@PathVariable String ref) {
        Optional<PersonReference> reference = PersonReference.inAddress(ref);
        // Who is not known was asked for too; the number by which is the organisation's own and stays out of the audit
        log.reads(
                "person.read",
                null,
                Map.of("person", reference.flatMap(file::identity).orElse("unknown")));
        Optional<PersonFile.Shown> shown = reference.flatMap(file::get);
        return shown.isPresent() ? ResponseEntity.ok(shown.get()) : Problems.notFound();
    }
}
