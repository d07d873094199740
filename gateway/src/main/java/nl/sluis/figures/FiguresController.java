package nl.sluis.figures;

import java.util.Map;
import java.util.Optional;
import nl.sluis.audit.ReadLog;
import nl.sluis.node.Problems;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Where the privacy officer gets the figures of a quarter. */
@RestController
class FiguresController {

    private final Figures figures;
    private final ReadLog log;

    FiguresController(Figures figures, ReadLog log) {
        this.figures = figures;
        this.log = log;
    }

    @GetMapping("/v1/figures")
    ResponseEntity<?> figures(@RequestParam String period) {
        Optional<Quarter> quarter = Quarter.parse(period);
        if (quarter.isEmpty()) {
            return Problems.unprocessable("?period", "PERIOD", "A quarter, such as 2026-Q3");
        }
        Optional<JsonNode> found = figures.of(quarter.get());
        if (found.isEmpty()) {
            return Problems.unprocessable("?period", "NOT_OVER", "A quarter that is over");
        }
        log.reads("figures.read", null, Map.of("period", quarter.get().toString()));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(found.get());
    }
}
