package nl.sluis.attachment;

import java.util.UUID;
import nl.sluis.node.Problems;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Attachments of the feed, for the team's own systems and for its page. To be saved, never shown by a browser. */
@RestController
class DownloadController {

    private final Downloads downloads;

    DownloadController(Downloads downloads) {
        this.downloads = downloads;
    }

    @GetMapping({"/v1/feed/{item}/attachments/{attachment}", "/feed/{item}/attachments/{attachment}"})
    ResponseEntity<?> download(@PathVariable UUID item, @PathVariable UUID attachment) {
        return downloads
                .open(item, attachment)
                .<ResponseEntity<?>>map(DownloadController::answer)
                .orElseGet(Problems::notFound);
    }

    private static ResponseEntity<?> answer(Downloads.Download download) {
        return ResponseEntity.ok()
                .contentType(download.name().type())
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, download.name().disposition())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("Sluis-Scan", download.state().name())
                .body(download.content());
    }
}
