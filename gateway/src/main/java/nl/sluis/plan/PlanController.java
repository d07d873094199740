package nl.sluis.plan;

import java.time.Clock;
import java.util.UUID;
import nl.sluis.household.Sight;
import nl.sluis.node.Dutch;
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

/** Plans of a household, for the team's own systems and for the people who are involved. */
@RestController
@RequestMapping("/v1/households/{household}/plans")
class PlanController {

    private final Plans plans;
    private final PlanPage page;
    private final Sight sight;
    private final Clock clock;

    PlanController(Plans plans, PlanPage page, Sight sight, Clock clock) {
        this.plans = plans;
        this.page = page;
        this.sight = sight;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<?> list(@PathVariable UUID household) {
        return sight.sees(household) ? page.answer(household, HttpStatus.OK) : Problems.notFound();
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> add(@PathVariable UUID household, @RequestBody byte[] body) {
        if (!sight.sees(household)) {
            return Problems.notFound();
        }
        return switch (PlanJson.plan(body, Dutch.day(clock.instant()))) {
            case Reading.Faulty<Plan> faulty -> Problems.unprocessable(faulty.violations());
            case Reading.Read<Plan> read ->
                plans.add(household, read.value(), sight.caller().orElseThrow())
                        ? page.answer(household, HttpStatus.CREATED)
                        : Problems.notFound();
        };
    }

    @PostMapping(path = "/{plan}/evaluations", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> evaluate(@PathVariable UUID household, @PathVariable UUID plan, @RequestBody byte[] body) {
        if (!sight.sees(household)) {
            return Problems.notFound();
        }
        return switch (PlanJson.evaluation(body, plan, Dutch.day(clock.instant()))) {
            case Reading.Faulty<Evaluation> faulty -> Problems.unprocessable(faulty.violations());
            case Reading.Read<Evaluation> read ->
                switch (plans.evaluated(household, read.value(), sight.caller().orElseThrow())) {
                    case RECORDED -> page.answer(household, HttpStatus.CREATED);
                    case NOT_THERE -> Problems.notFound();
                    case WITHOUT_SAFETY ->
                        Problems.unprocessable(
                                "/safety", "MISSING", "What safety at the start beside safety now means is required");
                };
        };
    }
}
