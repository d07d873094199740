package nl.sluis.meldcode;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.sluis.audit.ReadLog;
import nl.sluis.custody.PersonId;
import nl.sluis.custody.PersonReference;
import nl.sluis.custody.PersonRegister;
import nl.sluis.node.Dutch;
import nl.sluis.node.ErasureReason;
import nl.sluis.node.Problems;
import nl.sluis.node.Reading;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Meldcode cases. What is recorded again replaces what was recorded, which stays as history. */
@RestController
@RequestMapping("/v1/meldcode-cases")
final class MeldcodeApi {

    private final MeldcodeRegister register;
    private final PersonRegister persons;
    private final Clock clock;
    private final ReadLog log;

    MeldcodeApi(MeldcodeRegister register, PersonRegister persons, Clock clock, ReadLog log) {
        this.register = register;
        this.persons = persons;
        this.clock = clock;
        this.log = log;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> open(@RequestBody byte[] body) {
        return switch (MeldcodeJson.opening(body)) {
            case Reading.Faulty<MeldcodeJson.Opening> faulty -> Problems.unprocessable(faulty.violations());
            case Reading.Read<MeldcodeJson.Opening> read -> {
                UUID id = register.open(read.value().subjects(), read.value().opened());
                yield ResponseEntity.created(URI.create("/v1/meldcode-cases/" + id))
                        .body(Map.of("id", id.toString()));
            }
        };
    }

    @PutMapping(path = "/{id}/steps/{step}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> step(@PathVariable String id, @PathVariable String step, @RequestBody byte[] body) {
        if (!step.matches("[1-5]")) {
            return Problems.notFound();
        }
        return record(id, found -> MeldcodeJson.step(body, Integer.parseInt(step), found.acute(), today()));
    }

    @PutMapping(path = "/{id}/weighing", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> weighing(@PathVariable String id, @RequestBody byte[] body) {
        return record(id, found -> MeldcodeJson.weighing(body));
    }

    @PutMapping(path = "/{id}/informing/{person}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> informing(@PathVariable String id, @PathVariable String person, @RequestBody byte[] body) {
        Optional<PersonId> known = PersonReference.inAddress(person).flatMap(ref -> persons.find(ref.text()));
        if (known.isEmpty()) {
            return Problems.notFound();
        }
        return record(id, found -> MeldcodeJson.informing(body, known.get().value(), today()));
    }

    @PutMapping(path = "/{id}/vt-advice", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> advice(@PathVariable String id, @RequestBody byte[] body) {
        return record(id, found -> MeldcodeJson.advice(body, today()));
    }

    @GetMapping("/{id}")
    ResponseEntity<?> get(@PathVariable String id) {
        Optional<MeldcodeCase> found = register.find(id);
        found.ifPresent(read ->
                log.reads("meldcode.read", null, Map.of("case", read.id().toString())));
        return shown(found);
    }

    @DeleteMapping("/{id}")
    ResponseEntity<?> erase(@PathVariable String id, @RequestParam(required = false) @Nullable String reason) {
        Optional<ErasureReason> known = ErasureReason.of(reason);
        if (known.isEmpty()) {
            return Problems.unprocessable("?reason", reason == null ? "REQUIRED" : "UNKNOWN", "Say why it is erased");
        }
        return register.erase(id, known.get()) ? ResponseEntity.noContent().build() : Problems.notFound();
    }

    private ResponseEntity<?> shown(Optional<MeldcodeCase> found) {
        return found.<ResponseEntity<?>>map(shown -> ResponseEntity.ok(ShownCase.of(shown, persons)))
                .orElseGet(Problems::notFound);
    }

    private ResponseEntity<?> record(String id, Function<MeldcodeCase, Reading<MeldcodeEvent>> reader) {
        Optional<MeldcodeCase> found = register.find(id);
        if (found.isEmpty()) {
            return Problems.notFound();
        }
        return switch (reader.apply(found.get())) {
            case Reading.Faulty<MeldcodeEvent> faulty -> Problems.unprocessable(faulty.violations());
            case Reading.Read<MeldcodeEvent> read -> {
                register.record(found.get(), read.value());
                yield shown(register.find(id));
            }
        };
    }

    private LocalDate today() {
        return Dutch.day(clock.instant());
    }
}
