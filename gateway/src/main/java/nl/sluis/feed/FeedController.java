package nl.sluis.feed;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import nl.sluis.node.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The feed for the team's own systems. */
@RestController
class FeedController {

    private final FeedReads feed;
    private final FeedStream stream;
    private final JsonMapper json;

    FeedController(FeedReads feed, FeedStream stream, JsonMapper json) {
        this.feed = feed;
        this.stream = stream;
        this.json = json;
    }

    /** The answer to a page: items, those that cannot be read, and the cursor to go on with. */
    record PageView(List<FeedItemView> items, List<Unreadable> unreadable, String next) {}

    @GetMapping(path = "/v1/feed", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> page(
            @RequestParam(required = false) @Nullable String household,
            @RequestParam(required = false) @Nullable String since,
            @RequestParam(required = false) @Nullable String limit) {
        return switch (FeedParameters.parse(household, since, limit)) {
            case FeedParameters.Faulty faulty -> Problems.unprocessable(faulty.violations());
            case FeedParameters.Asked asked -> {
                FeedPage page = feed.page(asked.query());
                List<FeedItemView> items =
                        page.items().stream().map(FeedItemView::of).toList();
                yield ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .body(new PageView(items, page.unreadable(), page.next().toString()));
            }
        };
    }

    @GetMapping(path = "/v1/feed", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Nullable
    ResponseEntity<?> stream(
            @RequestParam(required = false) @Nullable String household,
            @RequestParam(required = false) @Nullable String since,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            HttpServletResponse response) {
        switch (FeedParameters.parseStream(household, since, lastEventId)) {
            case FeedParameters.Faulty faulty -> {
                return Problems.unprocessable(faulty.violations());
            }
            case FeedParameters.Asked asked -> {
                stream.write(asked.query(), item -> json.writeValueAsString(FeedItemView.of(item)), response);
                return null;
            }
        }
    }
}
