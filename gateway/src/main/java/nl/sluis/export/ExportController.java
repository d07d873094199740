package nl.sluis.export;

import io.github.resilience4j.bulkhead.Bulkhead;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import nl.sluis.audit.ReadLog;
import nl.sluis.node.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where auditors and the privacy officer get the audit in the form of somebody else. */
@RestController
class ExportController {

    private final PacedExport exports;
    private final ReadLog log;
    private final Clock clock;
    private final Bulkhead places;

    ExportController(PacedExport exports, ReadLog log, Clock clock, ExportSettings settings) {
        this.exports = exports;
        this.log = log;
        this.clock = clock;
        this.places = PacedExport.places(settings);
    }

    /** Writes as it reads, so the status is out before the end: an export that could not be ended says so in its last line. */
    @GetMapping(path = "/v1/audit/export", produces = MediaType.APPLICATION_NDJSON_VALUE)
    @Nullable
    ResponseEntity<?> export(
            @RequestParam(required = false) @Nullable String as,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            HttpServletResponse response)
            throws IOException {
        switch (ExportParameters.parse(as, from, to, clock.instant())) {
            case ExportParameters.Faulty faulty -> {
                return Problems.unprocessable(faulty.violations());
            }
            case ExportParameters.Asked asked -> {
                if (!places.tryAcquirePermission()) {
                    return Problems.of(
                            HttpStatus.TOO_MANY_REQUESTS, "too-much", "Others are exporting: try again later");
                }
                try {
                    log.reads("audit.exported", null, asked.detail());
                    response.setStatus(HttpStatus.OK.value());
                    response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
                    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                    exports.write(asked, response.getOutputStream());
                    return null;
                } finally {
                    places.releasePermission();
                }
            }
        }
    }
}
