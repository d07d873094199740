package nl.sluis.console;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.console.ReportChecks.Fault;
import nl.sluis.directory.Partner;
import nl.sluis.node.Dutch;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages on which a person reports a concern. Every answer stands in the form; nothing is kept before it is sent. */
@Controller
class ReportPageController {

    private static final String SEND = "SEND";

    private final ReportDesk desk;
    private final Clock clock;

    ReportPageController(ReportDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /** An empty form. */
    @GetMapping(path = "/report", produces = MediaType.TEXT_HTML_VALUE)
    String begin(Model model) {
        return asking(ReportStep.CHILD, ReportAnswers.none(), List.of(), model);
    }

    /**
     * One page further, back to one, or sent.
     *
     * @param posted the answers, {@code step} they come from, and {@code to} where they go
     */
    @PostMapping(
            path = "/report",
            consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
            produces = MediaType.TEXT_HTML_VALUE)
    String go(@RequestParam Map<String, String> posted, Locale locale, Model model) {
        ReportAnswers answers = ReportAnswers.of(posted);
        ReportStep from = ReportStep.of(posted.getOrDefault("step", "")).orElse(ReportStep.CHILD);
        String to = posted.getOrDefault("to", "");
        Optional<ReportStep> wanted = ReportStep.of(to);
        if (posted.containsKey("anew")) {
            answers = answers.anew();
        }
        // Going back, or staying for another language, asks nothing: what is half filled in stays as it is
        boolean stays =
                wanted.filter(step -> step == from && step != ReportStep.CHECK).isPresent();
        if (wanted.isPresent() && (stays || wanted.get().ordinal() < from.ordinal())) {
            return asking(wanted.get(), answers, List.of(), model);
        }
        List<Fault> faults = faults(from, answers);
        if (!faults.isEmpty()) {
            return asking(from, answers, faults, model);
        }
        ReportStep next = wanted.orElse(from.next());
        return next == ReportStep.CHECK || to.equals(SEND)
                ? decided(answers, to.equals(SEND), locale, model)
                : asking(next, answers, List.of(), model);
    }

    // Whoever comes here by another way than page by page is asked what is not there
    private String decided(ReportAnswers answers, boolean send, Locale locale, Model model) {
        for (ReportStep step : ReportStep.values()) {
            List<Fault> faults = faults(step, answers);
            if (!faults.isEmpty()) {
                return asking(step, answers, faults, model);
            }
        }
        Partner recipient = desk.recipient(answers).orElseThrow();
        boolean english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
        ReportDesk.Result result =
                send ? desk.send(answers, recipient, english) : desk.ask(answers, recipient, english);
        return switch (result) {
            case ReportDesk.Result.Faulty faulty ->
                asking(
                        ReportStep.asking(faulty.faults().getFirst().field()).orElse(ReportStep.SENDING),
                        answers,
                        faulty.faults(),
                        model);
            case ReportDesk.Result.Decided decided -> {
                page(ReportStep.CHECK, answers, model);
                model.addAttribute("answer", decided.answer());
                model.addAttribute("recipient", recipient);
                yield send ? "console/report-sent" : "console/report-check";
            }
        };
    }

    private List<Fault> faults(ReportStep step, ReportAnswers answers) {
        return ReportChecks.of(
                step,
                answers,
                Dutch.day(clock.instant()),
                desk.recipient(answers).map(Partner::type).orElse(null));
    }

    private String asking(ReportStep step, ReportAnswers answers, List<Fault> faults, Model model) {
        page(step, answers, model);
        model.addAttribute("faults", faults);
        model.addAttribute(
                "wrong", faults.stream().collect(Collectors.toMap(Fault::field, Fault::text, (one, other) -> one)));
        model.addAttribute("domains", LifeDomain.values());
        model.addAttribute("recipients", desk.recipients());
        return "console/report";
    }

    private void page(ReportStep step, ReportAnswers answers, Model model) {
        List<String> carried = new ArrayList<>(answers.values().keySet());
        carried.removeAll(step.fields());
        model.addAttribute("step", step);
        model.addAttribute("answers", answers);
        model.addAttribute("carried", carried);
    }
}
