package nl.sluis.console.work;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.console.FeedCard;
import nl.sluis.feed.FeedItem;
import nl.sluis.feed.FeedItemView;
import nl.sluis.feed.WorkResult;
import nl.sluis.followup.TaskKind;
import nl.sluis.submit.ItemAct;
import nl.sluis.submit.ItemWork;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Deciding about one item: taking it up, passing it on, handing it back, closing it. By the same path as the calls ({@link ItemWork}), so that the reporter
 * hears of it or a task stays open.
 */
@Controller
@RequestMapping("/households/{household}/items/{item}")
class ItemPageController {

    private static final String PAGE = "console/item";

    private final ItemWork work;
    private final SeenItem items;

    ItemPageController(ItemWork work, SeenItem items) {
        this.work = work;
        this.items = items;
    }

    @GetMapping(produces = MediaType.TEXT_HTML_VALUE)
    String ask(@PathVariable UUID household, @PathVariable UUID item, Locale language, Model model) {
        return page(items.of(household, item), WorkForm.blank(), language, model);
    }

    /** Does what was chosen, and goes back to the household; or says on this page what is in the way, with what was filled in. */
    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE, produces = MediaType.TEXT_HTML_VALUE)
    String act(
            @PathVariable UUID household,
            @PathVariable UUID item,
            @ModelAttribute WorkForm form,
            @RequestParam(defaultValue = "") String to,
            Locale language,
            Model model) {
        FeedItem now = items.of(household, item);
        if (!"RECORD".equals(to)) {
            return page(now, form, language, model);
        }
        Optional<ItemAct> act = Arrays.stream(ItemAct.values())
                .filter(each -> each.name().equals(form.choice()))
                .findFirst();
        if (act.isEmpty()) {
            model.addAttribute("fault", new Fault("choice", "REQUIRED"));
            return page(now, form, language, model);
        }
        boolean passesOn = act.get() == ItemAct.PASS_ON;
        ItemWork.Asked asked = new ItemWork.Asked(
                act.get(),
                WorkForm.given(form.person()),
                WorkForm.given(form.contact()),
                passesOn ? WorkForm.given(form.colleague()) : null,
                WorkForm.given(form.reason()));
        return switch (work.act(item, asked, language.getLanguage().equals(Locale.ENGLISH.getLanguage()))) {
            case ItemWork.Outcome.Done done ->
                // Again by the same tells nothing, and so nothing is said of it
                "redirect:/households/" + household + "?done=" + act.get()
                        + (done.tells() ? "&told=" + done.reporterTold() : "");
            case ItemWork.Outcome.Faulty faulty -> {
                model.addAttribute("fault", Fault.of(faulty.violation()));
                yield page(now, form, language, model);
            }
            case ItemWork.Outcome.Refused refused -> {
                refused(refused.why(), model);
                yield page(items.of(household, item), form, language, model);
            }
        };
    }

    private static void refused(WorkResult why, Model model) {
        switch (why) {
            case WorkResult.Done done -> throw new IllegalStateException("it was done");
            // Since it was shown it was erased, or they are not involved any more
            case WorkResult.NotThere none -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case WorkResult.NotNow not -> model.addAttribute("refusal", "NOT_NOW");
            case WorkResult.InARing ring -> model.addAttribute("refusal", "IN_A_RING");
            case WorkResult.NotTheirs not -> model.addAttribute("refusal", "NOT_THEIRS");
            case WorkResult.Forbidden forbidden -> {
                model.addAttribute("refusal", "FORBIDDEN");
                List<TaskKind> open = forbidden.open().stream()
                        .map(task -> task.kind())
                        .distinct()
                        .toList();
                model.addAttribute("open", open);
            }
        }
    }

    private static String page(FeedItem item, WorkForm form, Locale language, Model model) {
        model.addAttribute("household", item.household());
        model.addAttribute("card", FeedCard.of(FeedItemView.of(item), language));
        model.addAttribute("choices", Choices.of(item.state()));
        model.addAttribute("form", form);
        return PAGE;
    }
}
