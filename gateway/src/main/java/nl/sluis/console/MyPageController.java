package nl.sluis.console;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.sluis.insight.MyDisclosures;
import nl.sluis.insight.MyDisclosures.Shown;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The page of a person of a family: what was shared about them, in plain words. */
@Controller
class MyPageController {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    // Of these the page says more than what they are called
    private static final Set<String> EXPLAINED = Set.of("CONSENT", "FAMILY_PRESENT");

    private final MyDisclosures mine;

    MyPageController(MyDisclosures mine) {
        this.mine = mine;
    }

    /**
     * What was shared once.
     *
     * @param when in words, time of Amsterdam
     * @param ground key of the text that says why it was allowed
     */
    public record Entry(Shown shown, String when, String ground) {}

    @GetMapping(path = "/my", produces = MediaType.TEXT_HTML_VALUE)
    String page(@RequestParam(required = false) @Nullable String after, Locale locale, Model model) {
        return switch (mine.of(after)) {
            case MyDisclosures.Answer.NotOfAFamily nobody -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case MyDisclosures.Answer.NotAPlace nowhere -> "redirect:/my";
            case MyDisclosures.Page page -> {
                List<Entry> entries =
                        page.items().stream().map(item -> entry(item, locale)).toList();
                model.addAttribute("entries", entries);
                model.addAttribute("later", after != null);
                model.addAttribute("next", page.next());
                yield "console/my";
            }
        };
    }

    private static Entry entry(Shown item, Locale locale) {
        String ground = EXPLAINED.contains(item.basis()) ? "my.ground." + item.basis() : "ground." + item.basis();
        return new Entry(item, words(item.at(), locale), ground);
    }

    private static String words(Instant instant, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                .withLocale(locale)
                .format(instant.atZone(AMSTERDAM));
    }
}
