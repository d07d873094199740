package nl.sluis.console;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.directory.Directory;
import nl.sluis.node.Dutch;
import nl.sluis.submit.PersonReports;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.JsonNode;

/** The page of a reporter's own reports: where each is, and what the recipient told. */
@Controller
class MyReportsController {

    private final PersonReports reports;
    private final Directory directory;

    MyReportsController(PersonReports reports, Directory directory) {
        this.reports = reports;
        this.directory = directory;
    }

    /**
     * A report.
     *
     * @param when it was sent, in words
     * @param to name of the recipient
     * @param reasons why it did not go; empty when it did
     * @param steps what the recipient told, oldest first
     * @param due before when word should come, in words; null when nobody owes any
     * @param overdue whether it should have come
     */
    public record Sent(
            String id,
            String when,
            String to,
            String state,
            List<String> reasons,
            List<Step> steps,
            @Nullable String due,
            boolean overdue) {}

    /**
     * Something the recipient told.
     *
     * @param contact whom to talk to; empty when nobody is named
     */
    public record Step(String code, String when, String contact) {}

    @GetMapping(path = "/report/mine", produces = MediaType.TEXT_HTML_VALUE)
    String page(Locale locale, Model model) {
        List<Sent> sent =
                reports.latest(locale).stream().map(mine -> sent(mine, locale)).toList();
        model.addAttribute("reports", sent);
        model.addAttribute("most", PersonReports.SHOWN);
        return "console/report-mine";
    }

    private Sent sent(PersonReports.Mine mine, Locale locale) {
        JsonNode answer = mine.answer();
        JsonNode follow = answer.path("followUp");
        String state = answer.path("state").asString();
        List<Step> steps = follow.path("steps")
                .valueStream()
                .map(step -> new Step(
                        step.path("code").asString(),
                        words(Instant.parse(step.path("at").asString()), locale),
                        step.path("contact").asString("")))
                .toList();
        return new Sent(
                answer.path("id").asString(),
                words(mine.at(), locale),
                directory.nameOf(new OrganisationId(answer.path("recipient").asString())),
                state,
                List.of("HOLD", "REVIEW", "DENY").contains(state) ? reasons(answer) : List.of(),
                steps,
                follow.has("answerDue") && steps.isEmpty()
                        ? words(Instant.parse(follow.path("answerDue").asString()), locale)
                        : null,
                follow.path("overdue").asBoolean(false));
    }

    private static List<String> reasons(JsonNode answer) {
        return answer.path("reasons")
                .valueStream()
                .map(reason -> reason.path("text").asString())
                .distinct()
                .toList();
    }

    private static String words(Instant instant, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(locale)
                .format(instant.atZone(Dutch.ZONE));
    }
}
