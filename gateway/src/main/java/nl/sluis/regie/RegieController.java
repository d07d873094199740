package nl.sluis.regie;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.sluis.access.CurrentCaller;
import nl.sluis.audit.ReadLog;
import nl.sluis.household.Entry;
import nl.sluis.household.Records;
import nl.sluis.household.Sight;
import nl.sluis.node.Problems;
import nl.sluis.node.Reading;
import org.jspecify.annotations.Nullable;
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
    private final RegieStore store;
    private final Records records;
    private final Sight sight;
    private final ReadLog log;

    RegieController(RegieDesk desk, RegieStore store, Records records, Sight sight, ReadLog log) {
        this.desk = desk;
        this.store = store;
        this.records = records;
        this.sight = sight;
        this.log = log;
    }

    /** Who has regie, or had. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record One(
            @Nullable UUID member,
            Regie.Holder holder,
            String professional,
            boolean involved,
            @Nullable String second,
            @Nullable LocalDate absentUntil,
            @Nullable Outside outside,
            Instant since,
            @Nullable Instant until) {}

    /** Who was asked. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Asked(UUID transfer, @Nullable UUID member, String professional, Instant since) {}

    /** All about regie: of now, asked for, and of before. */
    record Shown(List<One> now, List<Asked> asked, List<One> before) {}

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
        Map<UUID, Outside> outside = records.of(household, Outside.KIND, Outside.class).stream()
                .collect(Collectors.toMap(Entry::id, Entry::content));
        List<Regie> all = store.of(household);
        List<Asked> asked = store.asked(household).stream()
                .map(one -> new Asked(one.id(), one.member(), one.asked(), one.at()))
                .toList();
        log.reads("regie.read", null, Map.of("household", household.toString(), "count", Integer.toString(all.size())));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Shown(
                        all.stream()
                                .filter(Regie::lasts)
                                .map(one -> view(household, one, outside))
                                .toList(),
                        asked,
                        all.stream()
                                .filter(one -> !one.lasts())
                                .map(one -> view(household, one, outside))
                                .toList()));
    }

    private One view(UUID household, Regie one, Map<UUID, Outside> outside) {
        return new One(
                one.member(),
                one.holder(),
                one.professional(),
                sight.isInvolved(household, one.professional()),
                one.second(),
                one.absentUntil(),
                Optional.ofNullable(one.outside()).map(outside::get).orElse(null),
                one.since(),
                one.until());
    }
}
