package nl.sluis.path;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Looks through a whole feed: all tests that share a node share its feed, which is longer than a page. */
final class FeedItems {

    private FeedItems() {}

    /** The last item that is as asked; empty when there is none yet. */
    static Optional<JsonNode> find(Http at, Predicate<JsonNode> wanted) throws IOException {
        Optional<JsonNode> found = Optional.empty();
        JsonNode page = at.get("/v1/feed?limit=200").json();
        while (!page.path("items").isEmpty()) {
            Optional<JsonNode> here =
                    page.path("items").valueStream().filter(wanted).reduce((before, after) -> after);
            found = here.isPresent() ? here : found;
            page = at.get("/v1/feed?limit=200&since=" + page.path("next").asString())
                    .json();
        }
        return found;
    }
}
