package nl.sluis.closing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.access.CurrentCaller;
import nl.sluis.audit.ReadLog;
import nl.sluis.household.Entry;
import nl.sluis.household.Sight;
import nl.sluis.node.Dutch;
import nl.sluis.node.Problems;
import nl.sluis.node.Reading;
import nl.sluis.node.StrictJson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Closing a household, for the team's own systems and for the people who are involved. */
@RestController
@RequestMapping("/v1/households/{household}/closing")
class ClosingController {

    private final Closings closings;
    private final ClosingRoles roles;
    private final Sight sight;
    private final ReadLog log;
    private final Clock clock;

    ClosingController(Closings closings, ClosingRoles roles, Sight sight, ReadLog log, Clock clock) {
        this.closings = closings;
        this.roles = roles;
        this.sight = sight;
        this.log = log;
        this.clock = clock;
    }

    /** The last closing, with the second person's word. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shown(
            Closings.State state,
            Instant at,
            Closing closing,
            @Nullable Cosignature second) {}

    @GetMapping
    ResponseEntity<?> read(@PathVariable UUID household) {
        return sight.sees(household) ? shown(household) : Problems.notFound();
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> close(@PathVariable UUID household, @RequestBody byte[] body) {
        if (!sight.sees(household)) {
            return Problems.notFound();
        }
        return switch (closing(body, Dutch.day(clock.instant()))) {
            case Reading.Faulty<Closing> faulty -> Problems.unprocessable(faulty.violations());
            case Reading.Read<Closing> read ->
                switch (closings.close(household, read.value(), sight.caller().orElseThrow(), roles::mayClose)) {
                    case CLOSES, NEEDS_SECOND -> shown(household);
                    case NOT_THEIRS -> Problems.conflict("Whoever has regie closes, or who stands in for them");
                    case AWAITED -> Problems.conflict("A second person was asked, and has not decided");
                    case REFUSED ->
                        Problems.conflict("Safety is not estimated, or a task is open that closing cannot leave");
                };
        };
    }

    @PostMapping(path = "/cosignature", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> cosign(@PathVariable UUID household, @RequestBody byte[] body) {
        if (!sight.sees(household)) {
            return Problems.notFound();
        }
        return switch (second(body)) {
            case Reading.Faulty<Closings.Cosigning> faulty -> Problems.unprocessable(faulty.violations());
            case Reading.Read<Closings.Cosigning> read -> cosigned(household, read.value());
        };
    }

    private ResponseEntity<?> cosigned(UUID household, Closings.Cosigning said) {
        return switch (closings.cosign(
                household,
                said,
                sight.caller().orElseThrow(),
                CurrentCaller.person().isPresent(),
                roles::mayCosign)) {
            case RECORDED -> shown(household);
            case HAS_REGIE -> Problems.conflict("Whoever has regie is not the second person");
            case NOT_AWAITED -> Problems.conflict("No closing awaits a second person");
            case OPENED_MEANWHILE -> Problems.conflict("Something was opened since that nobody can sign away");
            case SAME_PERSON -> Problems.unprocessable("/person", "SAME_PERSON", "Somebody else than who closed");
        };
    }

    private ResponseEntity<?> shown(UUID household) {
        Optional<Entry<Closing>> last = closings.last(household);
        if (last.isEmpty()) {
            return Problems.notFound();
        }
        Entry<Closing> closing = last.get();
        log.reads("closing.read", null, Map.of("household", household.toString()));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Shown(
                        closings.state(household, closing),
                        closing.at(),
                        closing.content(),
                        closings.second(household, closing.id()).orElse(null)));
    }

    private static Reading<Closing> closing(byte[] body, LocalDate today) {
        StrictJson json = StrictJson.of(body)
                .require(
                        "person",
                        "goalReached",
                        "safetyCompared",
                        "followUpArranged",
                        "reporterInformed",
                        "worriesOpen",
                        "why");
        String person = json.text("person");
        Boolean goal = json.bool("goalReached");
        Boolean compared = json.bool("safetyCompared");
        Boolean followUp = json.bool("followUpArranged");
        Boolean informed = json.bool("reporterInformed");
        Boolean worries = json.bool("worriesOpen");
        String why = json.prose("why");
        LocalDate again = json.date("lookAgain");
        if (again != null && !again.isAfter(today)) {
            json.fault("lookAgain", "NOT_LATER", "A day after today is expected");
        }
        return json.result(() -> new Closing(
                Objects.requireNonNull(person),
                Objects.requireNonNull(goal),
                Objects.requireNonNull(compared),
                Objects.requireNonNull(followUp),
                Objects.requireNonNull(informed),
                Objects.requireNonNull(worries),
                Objects.requireNonNull(why),
                again));
    }

    private static Reading<Closings.Cosigning> second(byte[] body) {
        StrictJson json = StrictJson.of(body).require("person", "agreed", "why");
        String person = json.text("person");
        Boolean agreed = json.bool("agreed");
        String why = json.prose("why");
        return json.result(() -> new Closings.Cosigning(
                Objects.requireNonNull(person), Objects.requireNonNull(agreed), Objects.requireNonNull(why)));
    }
}
