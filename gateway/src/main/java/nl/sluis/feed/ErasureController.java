package nl.sluis.feed;

import java.util.Optional;
import java.util.UUID;
import nl.sluis.node.ErasureReason;
import nl.sluis.node.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where a privacy officer erases what was received about a household. */
@RestController
class ErasureController {

    private final Erasure erasure;

    ErasureController(Erasure erasure) {
        this.erasure = erasure;
    }

    /** Says how much there was, since the one who asked for it is told that. */
    @DeleteMapping("/v1/households/{household}")
    ResponseEntity<?> erase(@PathVariable UUID household, @RequestParam(required = false) @Nullable String reason) {
        Optional<ErasureReason> known = ErasureReason.of(reason);
        if (known.isEmpty()) {
            return Problems.unprocessable("?reason", reason == null ? "REQUIRED" : "UNKNOWN", "Say why it is erased");
        }
        return erasure.erase(household, known.get())
                .<ResponseEntity<?>>map(ResponseEntity::ok)
                .orElseGet(Problems::notFound);
    }
}
