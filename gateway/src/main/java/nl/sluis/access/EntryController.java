package nl.sluis.access;

import java.net.URI;
import nl.sluis.node.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The address that the demo prints. */
@RestController
class EntryController {

    private final DemoEntry entry;

    EntryController(DemoEntry entry) {
        this.entry = entry;
    }

    @GetMapping("/enter")
    ResponseEntity<?> enter(@RequestParam(defaultValue = "") String key) {
        if (!entry.opens(key)) {
            return Problems.notFound();
        }
        ResponseCookie cookie = ResponseCookie.from(DemoEntry.COOKIE, key)
                .httpOnly(true)
                .secure(true)
                .sameSite("Strict")
                .path("/")
                .build();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/"))
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .build();
    }
}
