package nl.sluis.safety;

import java.util.Locale;
import java.util.UUID;
import nl.sluis.node.Problems;
import nl.sluis.node.Reading;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The safety of the children of a household, for the team's own systems and for the people who are involved. */
@RestController
@RequestMapping("/v1/households/{household}/safety")
class SafetyController {

    private final SafetyEstimates estimates;
    private final Estimating estimating;
    private final Shown shown;

    SafetyController(SafetyEstimates estimates, Estimating estimating, Shown shown) {
        this.estimates = estimates;
        this.estimating = estimating;
        this.shown = shown;
    }

    @GetMapping
    ResponseEntity<?> read(@PathVariable UUID household, Locale language) {
        return shown.sees(household) ? shown.answer(household, HttpStatus.OK, language) : Problems.notFound();
    }

    @PostMapping(path = "/estimates", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> estimate(@PathVariable UUID household, @RequestBody byte[] body, Locale language) {
        return answer(household, estimating.record(household, body), language);
    }

    @PostMapping(path = "/estimates/{estimate}/sources", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> source(
            @PathVariable UUID household, @PathVariable UUID estimate, @RequestBody byte[] body, Locale language) {
        if (!shown.sees(household)) {
            return Problems.notFound();
        }
        return switch (SafetyJson.source(body)) {
            case Reading.Faulty<Source> faulty -> Problems.unprocessable(faulty.violations());
            case Reading.Read<Source> read ->
                answer(
                        household,
                        Estimating.of(estimates.addSource(household, estimate, read.value(), shown.caller())),
                        language);
        };
    }

    private ResponseEntity<?> answer(UUID household, Estimating.Outcome outcome, Locale language) {
        return switch (outcome) {
            case Estimating.Outcome.Recorded recorded -> shown.answer(household, HttpStatus.CREATED, language);
            case Estimating.Outcome.NotThere none -> Problems.notFound();
            case Estimating.Outcome.Faulty faulty -> Problems.unprocessable(faulty.violations());
        };
    }
}
