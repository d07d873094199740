package nl.sluis.console.work;

import java.util.Optional;
import java.util.UUID;
import nl.sluis.followup.Settling;
import nl.sluis.followup.TaskReads;
import nl.sluis.followup.TaskView;
import nl.sluis.household.Sight;
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

/** Settling one task, with what was decided and why; of one that is settled by doing it, where that is done. */
@Controller
@RequestMapping("/households/{household}/tasks/{task}")
class TaskPageController {

    private static final String PAGE = "console/task";

    private final TaskReads tasks;
    private final Settling settling;
    private final Sight sight;

    TaskPageController(TaskReads tasks, Settling settling, Sight sight) {
        this.tasks = tasks;
        this.settling = settling;
        this.sight = sight;
    }

    @GetMapping(produces = MediaType.TEXT_HTML_VALUE)
    String ask(@PathVariable UUID household, @PathVariable UUID task, Model model) {
        return page(seen(household, task).orElseThrow(TaskPageController::notThere), WorkForm.blank(), model);
    }

    /** Settles, and goes back to the household; or says on this page what is in the way, with what was filled in. */
    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE, produces = MediaType.TEXT_HTML_VALUE)
    String settle(
            @PathVariable UUID household,
            @PathVariable UUID task,
            @ModelAttribute WorkForm form,
            @RequestParam(defaultValue = "") String to,
            Model model) {
        Optional<TaskView> now = seen(household, task);
        if (!"RECORD".equals(to)) {
            return page(now.orElseThrow(TaskPageController::notThere), form, model);
        }
        // A choice of this page only: the codes of systems are theirs
        String code = now.filter(view -> Choices.of(view.kind()).contains(form.choice()))
                        .isPresent()
                ? form.choice()
                : null;
        Settling.Settlement settlement = new Settling.Settlement(code, WorkForm.given(form.reason()));
        if (now.isEmpty()) {
            // Settled since it was shown, or never there: only who sees the household is told which
            return sight.sees(household) ? "redirect:/households/" + household + "?done=BEFORE" : fail();
        }
        return switch (settling.settle(household, task, settlement)) {
            case SETTLED -> "redirect:/households/" + household + "?done=SETTLED";
            case SETTLED_BEFORE -> "redirect:/households/" + household + "?done=BEFORE";
            case NOT_THERE -> fail();
            case BY_ITS_OWN_ACT -> page(now.get(), form, model);
            case NO_CODE -> faulty("choice", now.get(), form, model);
            case NO_REASON -> faulty("reason", now.get(), form, model);
        };
    }

    private static String faulty(String field, TaskView task, WorkForm form, Model model) {
        model.addAttribute("fault", new Fault(field, "REQUIRED"));
        return page(task, form, model);
    }

    private Optional<TaskView> seen(UUID household, UUID task) {
        return Optional.of(household)
                .filter(sight::sees)
                .flatMap(known -> tasks.of(known).stream()
                        .filter(one -> one.id().equals(task))
                        .findFirst());
    }

    private static String page(TaskView task, WorkForm form, Model model) {
        model.addAttribute("task", task);
        model.addAttribute("choices", Choices.of(task.kind()));
        model.addAttribute("onItem", Choices.onItem(task.kind()) && task.item() != null);
        model.addAttribute("onSafety", Choices.onSafety(task.kind()));
        model.addAttribute("form", form);
        return PAGE;
    }

    private static String fail() {
        throw notThere();
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
