package nl.sluis.regie;

import java.util.UUID;
import java.util.function.Function;
import nl.sluis.access.CurrentCaller;
import nl.sluis.household.Sight;
import nl.sluis.node.Problems;
import nl.sluis.node.Reading;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Regie over a household, for the team's own systems and for the people who are involved. */
@RestController
@RequestMapping("/v1/households/{household}/regie")
class RegieController {

    private final RegieDesk desk;
    private final RegiePage page;
    private final Sight sight;

    RegieController(RegieDesk desk, RegiePage page, Sight sight) {
        this.desk = desk;
        this.page = page;
        this.sight = sight;
    }

    @GetMapping
    ResponseEntity<?> read(@PathVariable UUID household) {
        return sight.sees(household) ? shown(household) : Problems.notFound();
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> begin(@PathVariable UUID household, @RequestBody byte[] body) {
        return answered(household, RegieJson.wanted(body), wanted -> desk.begin(household, wanted));
    }

    @DeleteMapping("/members/{member}")
    ResponseEntity<?> end(@PathVariable UUID household, @PathVariable UUID member) {
        return sight.sees(household) && desk.end(household, member) == Outcome.DONE
                ? shown(household)
                : Problems.notFound();
    }

    @PostMapping(path = "/transfers", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> ask(@PathVariable UUID household, @RequestBody byte[] body) {
        return answered(household, RegieJson.asking(body), asking -> desk.ask(household, asking));
    }

    @PostMapping(path = "/transfers/{transfer}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> answer(@PathVariable UUID household, @PathVariable UUID transfer, @RequestBody byte[] body) {
        return answered(
                household,
                RegieJson.answer(body, CurrentCaller.person().orElse(null)),
                said -> desk.answer(household, transfer, said));
    }

    private <T> ResponseEntity<?> answered(UUID household, Reading<T> reading, Function<T, Outcome> act) {
        if (!sight.sees(household)) {
            return Problems.notFound();
        }
        return switch (reading) {
            case Reading.Faulty<T> faulty -> Problems.unprocessable(faulty.violations());
            case Reading.Read<T> read -> answer(household, act.apply(read.value()));
        };
    }

    private ResponseEntity<?> answer(UUID household, Outcome outcome) {
        String place = outcome.place();
        return switch (outcome) {
            case DONE -> shown(household);
            case NOT_THERE -> Problems.notFound();
            default ->
                place == null
                        ? Problems.conflict(outcome.message())
                        : Problems.unprocessable(place, outcome.name(), outcome.message());
        };
    }

    private ResponseEntity<?> shown(UUID household) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(page.view(household));
    }
}
