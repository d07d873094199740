package nl.sluis.console;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import nl.sluis.feed.FeedItem;
import nl.sluis.feed.FeedItemView;
import nl.sluis.feed.FeedPage;
import nl.sluis.feed.FeedParameters;
import nl.sluis.feed.FeedQuery;
import nl.sluis.feed.FeedReads;
import nl.sluis.feed.FeedStream;
import nl.sluis.node.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The page of the team: what arrived, newest first, and what arrives while somebody looks. */
@Controller
class FeedPageController {

    private final FeedReads feed;
    private final FeedStream stream;
    private final ITemplateEngine templates;

    FeedPageController(FeedReads feed, FeedStream stream, ITemplateEngine templates) {
        this.feed = feed;
        this.stream = stream;
        this.templates = templates;
    }

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
    String page(@RequestParam(required = false) @Nullable UUID household, Locale locale, Model model) {
        FeedPage page = feed.latest(household, FeedQuery.DEFAULT_LIMIT);
        List<FeedCard> cards =
                page.items().stream().map(item -> card(item, locale)).toList();
        model.addAttribute("household", household);
        model.addAttribute("cards", cards);
        model.addAttribute("unreadable", page.unreadable());
        model.addAttribute("next", page.next().toString());
        return "console/feed";
    }

    /** The same cards, one an event, for the script of the page. */
    @GetMapping(path = "/feed/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Nullable
    ResponseEntity<?> stream(
            @RequestParam(required = false) @Nullable String household,
            @RequestParam(required = false) @Nullable String since,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            Locale locale,
            HttpServletResponse response) {
        switch (FeedParameters.parseStream(household, since, lastEventId)) {
            case FeedParameters.Faulty faulty -> {
                return Problems.unprocessable(faulty.violations());
            }
            case FeedParameters.Asked asked -> {
                stream.write(asked.query(), item -> fragment(item, locale), response);
                return null;
            }
        }
    }

    private String fragment(FeedItem item, Locale locale) {
        Context context = new Context(locale);
        context.setVariable("card", card(item, locale));
        return templates.process("console/card", Set.of("card"), context);
    }

    private static FeedCard card(FeedItem item, Locale locale) {
        return FeedCard.of(FeedItemView.of(item), locale);
    }
}
