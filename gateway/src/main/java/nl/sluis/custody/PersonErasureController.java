package nl.sluis.custody;

import java.util.Optional;
import nl.sluis.node.ErasureReason;
import nl.sluis.node.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where a privacy officer has it erased who a person is. */
@RestController
final class PersonErasureController {

    private final PersonErasure erasure;

    PersonErasureController(PersonErasure erasure) {
        this.erasure = erasure;
    }

    @DeleteMapping("/v1/persons/{ref}")
    ResponseEntity<?> erase(@PathVariable String ref, @RequestParam(required = false) @Nullable String reason) {
        Optional<ErasureReason> known = ErasureReason.of(reason);
        if (known.isEmpty()) {
            return Problems.unprocessable("?reason", reason == null ? "REQUIRED" : "UNKNOWN", "Say why it is erased");
        }
        Optional<PersonReference> reference = PersonReference.inAddress(ref);
        if (reference.isEmpty()) {
            return Problems.notFound();
        }
        return switch (erasure.erase(reference.get(), known.get())) {
            case PersonErasure.Outcome.NotThere() -> Problems.notFound();
            case PersonErasure.Outcome.StillNeeded(var codes) ->
                Problems.conflict("What is on record about this person must stay: " + String.join(", ", codes));
            case PersonErasure.Outcome.Erased() -> ResponseEntity.noContent().build();
        };
    }
}
