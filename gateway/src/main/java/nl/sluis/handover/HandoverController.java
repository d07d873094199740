package nl.sluis.handover;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.access.CurrentCaller;
import nl.sluis.audit.ReadLog;
import nl.sluis.feed.Viewer;
import nl.sluis.household.Sight;
import nl.sluis.node.Dutch;
import nl.sluis.node.Problems;
import nl.sluis.node.Reading;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases that Veilig Thuis handed over, for the team's own systems and for the people who are involved. */
@RestController
class HandoverController {

    /** How many one answer has at most. */
    static final int MOST = 1_000;

    private final Handovers handovers;
    private final OriginStore origins;
    private final Sight sight;
    private final ReadLog log;
    private final Clock clock;

    HandoverController(Handovers handovers, OriginStore origins, Sight sight, ReadLog log, Clock clock) {
        this.handovers = handovers;
        this.origins = origins;
        this.sight = sight;
        this.log = log;
        this.clock = clock;
    }

    /** The handovers of one household. */
    record OfHousehold(List<HandoverView> handovers) {}

    /** A household by its origin, with the handover as it stands now. */
    record ByOrigin(UUID household, HandoverView handover) {}

    /**
     * Households by their origin.
     *
     * @param more whether there are more than were given
     */
    record Found(List<ByOrigin> households, boolean more) {}

    @GetMapping("/v1/households")
    ResponseEntity<?> search(@RequestParam String origin, @RequestParam String from, @RequestParam String until) {
        Optional<LocalDate> first = day(from);
        Optional<LocalDate> last = day(until);
        if (!origin.equals(Origin.VEILIG_THUIS)) {
            return Problems.unprocessable("?origin", "UNKNOWN_CODE", "VEILIG_THUIS");
        }
        if (first.isEmpty() || last.isEmpty() || last.get().isBefore(first.get())) {
            return Problems.unprocessable("?from", "PERIOD", "Two days YYYY-MM-DD, the first not after the last");
        }
        List<OriginStore.Found> found = origins.between(
                Viewer.of(CurrentCaller.get()),
                origin,
                first.get().atStartOfDay(Dutch.ZONE).toInstant(),
                last.get().plusDays(1).atStartOfDay(Dutch.ZONE).toInstant(),
                MOST + 1);
        List<ByOrigin> seen = found.stream()
                .limit(MOST)
                .flatMap(one -> handovers.of(one.household()).stream()
                        .filter(entry -> entry.id().equals(one.id()))
                        .map(entry -> new ByOrigin(
                                one.household(), HandoverView.of(entry, handovers.acts(one.household(), entry.id())))))
                .toList();
        log.reads("handover.searched", null, Map.of("origin", origin, "count", Integer.toString(seen.size())));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Found(seen, found.size() > MOST));
    }

    @GetMapping("/v1/households/{household}/handovers")
    ResponseEntity<?> list(@PathVariable UUID household) {
        return sight.sees(household) ? shown(household) : Problems.notFound();
    }

    @PostMapping(
            path = "/v1/households/{household}/handovers/{handover}/acts",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> act(@PathVariable UUID household, @PathVariable UUID handover, @RequestBody byte[] body) {
        if (!sight.sees(household)) {
            return Problems.notFound();
        }
        return switch (HandoverJson.act(body, handover, Dutch.day(clock.instant()))) {
            case Reading.Faulty<Act> faulty -> Problems.unprocessable(faulty.violations());
            case Reading.Read<Act> read -> done(household, read.value());
        };
    }

    private ResponseEntity<?> done(UUID household, Act act) {
        return switch (handovers.act(household, act, sight.caller().orElseThrow())) {
            case DONE -> shown(household);
            case NOT_THERE -> Problems.notFound();
            case TOO_FEW_ATTEMPTS -> Problems.conflict("There were fewer attempts of contact than were agreed");
            case MAY_NOT_BE_TOLD -> Problems.conflict("There is no ground to tell it to who handed the case over");
        };
    }

    private ResponseEntity<OfHousehold> shown(UUID household) {
        List<HandoverView> views = handovers.of(household).stream()
                .map(origin -> HandoverView.of(origin, handovers.acts(household, origin.id())))
                .toList();
        log.reads(
                "handover.read",
                null,
                Map.of("household", household.toString(), "count", Integer.toString(views.size())));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new OfHousehold(views));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
