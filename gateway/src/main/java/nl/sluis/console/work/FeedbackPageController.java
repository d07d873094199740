package nl.sluis.console.work;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.canonical.Person;
import nl.sluis.console.ReportAnswer;
import nl.sluis.feed.FeedItem;
import nl.sluis.feed.FeedItemView;
import nl.sluis.submit.FeedbackDesk;
import nl.sluis.submit.Reply;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Telling a reporter more than what was decided: first what is written, then what of it would go and what would not, then it is sent. */
@Controller
@RequestMapping("/households/{household}/items/{item}/feedback")
class FeedbackPageController {

    private static final String FORM = "console/feedback";
    private static final String CHECK = "console/feedback-check";
    private static final int LONGEST = 4000;
    private static final int LONGEST_CONTACT = 200;

    private final FeedbackDesk desk;
    private final SeenItem items;

    FeedbackPageController(FeedbackDesk desk, SeenItem items) {
        this.desk = desk;
        this.items = items;
    }

    @GetMapping(produces = MediaType.TEXT_HTML_VALUE)
    String ask(@PathVariable UUID household, @PathVariable UUID item, Model model) {
        FeedItem found = items.of(household, item);
        return form(found, FeedbackForm.of(Map.of()), Optional.empty(), model);
    }

    /** Shows what would go, or sends; or says what is in the way, with what was filled in. */
    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE, produces = MediaType.TEXT_HTML_VALUE)
    String next(
            @PathVariable UUID household,
            @PathVariable UUID item,
            @RequestParam Map<String, String> posted,
            Locale language,
            Model model) {
        FeedItem found = items.of(household, item);
        FeedbackForm form = FeedbackForm.of(posted);
        String to = posted.getOrDefault("to", "");
        Optional<Person> subject = FeedbackForm.subjects(found.message()).stream()
                .filter(person -> person.ref().value().equals(form.about()))
                .findFirst();
        Optional<Fault> fault = fault(form, subject);
        if (!List.of("CHECK", "SEND").contains(to) || fault.isPresent() || subject.isEmpty()) {
            return form(found, form, to.isEmpty() || to.equals("EDIT") ? Optional.empty() : fault, model);
        }
        byte[] body = form.json(found.message(), subject.get());
        boolean english = language.getLanguage().equals(Locale.ENGLISH.getLanguage());
        Reply reply = to.equals("SEND")
                ? desk.send(found, body, form.key().toString(), english)
                : desk.ask(found, body, english);
        return switch (reply) {
            case Reply.Partly partly -> throw new IllegalStateException("one answer is one message");
            case Reply.Refused refused -> form(found, form, Optional.of(refused(refused)), model);
            case Reply.Decided decided -> {
                ReportAnswer answer = ReportAnswer.of(
                        form.parts(),
                        found.message().basis().name(),
                        ref -> name(found, ref),
                        decided.answer().bytes());
                // What may not go is not kept, and nobody is sent away believing that it went
                yield to.equals("SEND") && !answer.outcome().equals("DENY")
                        ? "redirect:/households/" + household + "?done="
                                + (answer.outcome().equals("PERMIT") ? "FEEDBACK" : "FEEDBACK_WAITS")
                        : check(found, form, answer, model);
            }
        };
    }

    private static Optional<Fault> fault(FeedbackForm form, Optional<Person> subject) {
        if (subject.isEmpty()) {
            return Optional.of(new Fault("about", "REQUIRED"));
        }
        if (form.planning().isEmpty() && form.seen().isEmpty() && form.opinion().isEmpty()) {
            return Optional.of(new Fault("planning", "REQUIRED"));
        }
        return form.parts().stream()
                .filter(part -> part.text().length() > (part.id().equals("contact") ? LONGEST_CONTACT : LONGEST))
                .findFirst()
                .map(part -> new Fault(part.id(), "TOO_LONG"));
    }

    private static Fault refused(Reply.Refused refused) {
        return switch (refused.faults().getFirst().code()) {
            case "KEY_TAKEN" -> new Fault("planning", "SENT_BEFORE");
            case "UNKNOWN_RECIPIENT", "RECIPIENT_ENDED", "UNKNOWN_MESSAGE", "THREAD_OF_ENDED" ->
                new Fault("planning", "NO_WAY_BACK");
            default -> new Fault("planning", "UNREADABLE");
        };
    }

    private static String form(FeedItem item, FeedbackForm form, Optional<Fault> fault, Model model) {
        fault.ifPresent(found -> model.addAttribute("fault", found));
        page(item, form, model);
        return FORM;
    }

    private static String check(FeedItem item, FeedbackForm form, ReportAnswer answer, Model model) {
        page(item, form, model);
        model.addAttribute("answer", answer);
        return CHECK;
    }

    private static void page(FeedItem item, FeedbackForm form, Model model) {
        model.addAttribute("household", item.household());
        model.addAttribute("item", item.id());
        model.addAttribute("form", form);
        model.addAttribute("recipient", FeedItemView.of(item).source());
        List<String> subjects = FeedbackForm.subjects(item.message()).stream()
                .map(person -> person.ref().value())
                .toList();
        model.addAttribute(
                "people",
                FeedItemView.of(item).persons().stream()
                        .filter(person -> subjects.contains(person.ref()))
                        .toList());
    }

    private static String name(FeedItem item, String ref) {
        return FeedItemView.of(item).persons().stream()
                .filter(person -> person.ref().equals(ref))
                .map(person -> person.name() == null ? ref : person.name())
                .findFirst()
                .orElse(ref);
    }
}
