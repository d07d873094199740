package nl.sluis.household;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.sluis.audit.ReadLog;
import nl.sluis.node.Problems;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Involvement with households, as the team's own system says it. */
@RestController
@RequestMapping("/v1/households/{household}/involved")
class InvolvementController {

    /** What an identity provider names people by: nothing that tells who it is. */
    private static final Pattern PERSON = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final Involvements involvements;
    private final ReadLog log;

    InvolvementController(Involvements involvements, ReadLog log) {
        this.involvements = involvements;
        this.log = log;
    }

    /** The answer to who is involved. */
    record Shown(List<Involvements.Involved> involved) {}

    @GetMapping
    ResponseEntity<Shown> list(@PathVariable UUID household) {
        List<Involvements.Involved> involved = involvements.of(household);
        log.reads(
                "involvement.read",
                null,
                Map.of("household", household.toString(), "count", Integer.toString(involved.size())));
        return ResponseEntity.ok(new Shown(involved));
    }

    @PutMapping("/{person}")
    ResponseEntity<?> begin(@PathVariable UUID household, @PathVariable String person) {
        if (!PERSON.matcher(person).matches()) {
            return Problems.unprocessable(
                    "person", "NOT_A_PERSON", "The identity provider's own name, 1 to 64 of A-Z a-z 0-9 _ -");
        }
        return involvements.begin(household, person)
                ? ResponseEntity.noContent().build()
                : Problems.notFound();
    }

    @DeleteMapping("/{person}")
    ResponseEntity<?> end(@PathVariable UUID household, @PathVariable String person) {
        return involvements.end(household, person) ? ResponseEntity.noContent().build() : Problems.notFound();
    }
}
