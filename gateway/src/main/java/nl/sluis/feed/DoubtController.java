package nl.sluis.feed;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluis.audit.ReadLog;
import nl.sluis.household.Doubt;
import nl.sluis.household.HouseholdMember;
import nl.sluis.household.Households;
import nl.sluis.linking.Clue;
import nl.sluis.node.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who may be who: what a person has to look at, and the decision. */
@RestController
@RequestMapping("/v1/households/{household}/doubts")
class DoubtController {

    private final Households households;
    private final Joining joining;
    private final ReadLog log;

    DoubtController(Households households, Joining joining, ReadLog log) {
        this.households = households;
        this.joining = joining;
        this.log = log;
    }

    /** Somebody of a household, as people know them. */
    record Somebody(UUID household, UUID id, @Nullable String name) {}

    /** One thing to decide. */
    record DoubtView(
            UUID id,
            Somebody member,
            Somebody candidate,
            int score,
            Set<Clue> clues,
            Instant since,
            @Nullable Instant keptApart) {}

    /** The answer to what there is to decide. */
    record Shown(List<DoubtView> doubts) {}

    /** The answer to a decision: where the items stand now. */
    record Stands(UUID household) {}

    /** A decision. */
    record Decided(@Nullable String decision) {}

    @GetMapping
    ResponseEntity<Shown> list(@PathVariable UUID household) {
        List<Doubt> doubts = households.doubts(household);
        // Members of the other households are shown too
        Stream.concat(Stream.of(household), doubts.stream().map(Doubt::other))
                .distinct()
                .forEach(shown -> log.reads(
                        "household.doubts-read",
                        null,
                        Map.of("household", shown.toString(), "count", Integer.toString(doubts.size()))));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Shown(doubts.stream().map(this::view).toList()));
    }

    @PostMapping("/{doubt}")
    ResponseEntity<?> decide(@PathVariable UUID household, @PathVariable UUID doubt, @RequestBody Decided decided) {
        Optional<Joining.Decision> decision = Arrays.stream(Joining.Decision.values())
                .filter(each -> each.name().equals(decided.decision()))
                .findFirst();
        if (decision.isEmpty()) {
            return Problems.unprocessable(
                    "/decision", decided.decision() == null ? "REQUIRED" : "UNKNOWN", "SAME or OTHER");
        }
        return joining.decide(household, doubt, decision.get())
                .<ResponseEntity<?>>map(now -> ResponseEntity.ok(new Stands(now)))
                .orElseGet(Problems::notFound);
    }

    private DoubtView view(Doubt doubt) {
        return new DoubtView(
                doubt.id(),
                somebody(doubt.household(), doubt.member()),
                somebody(doubt.other(), doubt.candidate()),
                doubt.score(),
                doubt.clues(),
                doubt.since(),
                doubt.apartAt());
    }

    private Somebody somebody(UUID household, UUID member) {
        Map<UUID, HouseholdMember> members =
                households.members(household).stream().collect(Collectors.toMap(HouseholdMember::id, each -> each));
        HouseholdMember known = members.get(member);
        return new Somebody(household, member, known == null ? null : known.name());
    }
}
