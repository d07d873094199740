package nl.sluis.measure;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nl.sluis.audit.ReadLog;
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

/** Measures of child protection. Nothing is ever changed: that one ends sooner is recorded beside it. */
@RestController
@RequestMapping("/v1/measures")
final class MeasureApi {

    private final MeasureRegister register;
    private final PersonRegister persons;
    private final ReadLog log;
    private final Clock clock;

    MeasureApi(MeasureRegister register, PersonRegister persons, ReadLog log, Clock clock) {
        this.register = register;
        this.persons = persons;
        this.log = log;
        this.clock = clock;
    }

    /** Measures in an answer. */
    record Measures(List<MeasureView> measures) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> record(@RequestBody byte[] body) {
        return switch (MeasureJson.measure(body, clock.instant())) {
            case Reading.Faulty<MeasureEntry> faulty -> Problems.unprocessable(faulty.violations());
            case Reading.Read<MeasureEntry> read ->
                register.record(read.value())
                        .<ResponseEntity<?>>map(id -> ResponseEntity.created(URI.create("/v1/measures/" + id))
                                .body(shown(found(id.toString()))))
                        .orElseGet(() -> Problems.conflict(
                                "Another measure of this type is on record for this person and some of these days"));
        };
    }

    @PostMapping(path = "/{id}/ending", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> end(@PathVariable String id, @RequestBody byte[] body) {
        Optional<RecordedMeasure> found = register.find(id);
        if (found.isEmpty()) {
            return Problems.notFound();
        }
        return switch (MeasureJson.ending(body, found.get(), clock.instant())) {
            case Reading.Faulty<MeasureEntry.Ending> faulty -> Problems.unprocessable(faulty.violations());
            case Reading.Read<MeasureEntry.Ending> read ->
                register.end(found.get(), read.value())
                        ? ResponseEntity.ok(shown(found(id)))
                        : Problems.conflict("Another ending was recorded meanwhile");
        };
    }

    @GetMapping("/{id}")
    ResponseEntity<?> get(@PathVariable String id) {
        Optional<RecordedMeasure> found = register.find(id);
        found.ifPresent(measure ->
                log.reads("measure.read", null, Map.of("measure", measure.id().toString())));
        return found.<ResponseEntity<?>>map(measure -> ResponseEntity.ok(shown(measure)))
                .orElseGet(Problems::notFound);
    }

    /** Whoever is not known has no measures; the answers are the same. */
    @GetMapping
    ResponseEntity<?> list(@RequestParam String subject) {
        return PersonReference.inAddress(subject)
                .<ResponseEntity<?>>map(reference -> ResponseEntity.ok(new Measures(shownAbout(reference))))
                .orElseGet(() -> Problems.unprocessable(
                        "?subject", "REFERENCE", "The organisation's own number of a person is expected"));
    }

    private List<MeasureView> shownAbout(PersonReference reference) {
        List<MeasureView> all =
                register.about(reference.text()).stream().map(this::shown).toList();
        // Who is not known was asked for too; the number by which is the organisation's own and stays out of the audit
        log.reads(
                "measures.read",
                null,
                Map.of(
                        "person",
                        persons.find(reference.text())
                                .map(person -> person.value().toString())
                                .orElse("unknown"),
                        "count",
                        Integer.toString(all.size())));
        return all;
    }

    private RecordedMeasure found(String id) {
        return register.find(id).orElseThrow();
    }

    private MeasureView shown(RecordedMeasure measure) {
        return MeasureView.of(
                measure,
                Objects.requireNonNull(
                                persons.references(Set.of(measure.subject())).get(measure.subject()))
                        .value());
    }
}
