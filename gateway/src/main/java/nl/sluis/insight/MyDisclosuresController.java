package nl.sluis.insight;

import nl.sluis.node.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was shared about who asks, for programs. */
@RestController
class MyDisclosuresController {

    private final MyDisclosures mine;

    MyDisclosuresController(MyDisclosures mine) {
        this.mine = mine;
    }

    @GetMapping("/v1/my/disclosures")
    ResponseEntity<?> mine(@RequestParam(required = false) @Nullable String after) {
        return switch (mine.of(after)) {
            case MyDisclosures.Answer.NotOfAFamily nobody -> Problems.notFound();
            case MyDisclosures.Answer.NotAPlace nowhere ->
                Problems.unprocessable("?after", "NOT_A_PLACE", "What the page before has as next");
            case MyDisclosures.Page page ->
                ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(page);
        };
    }
}
