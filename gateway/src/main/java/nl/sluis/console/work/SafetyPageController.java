package nl.sluis.console.work;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.sluis.adapter.Violation;
import nl.sluis.family.FamilyPage;
import nl.sluis.household.Sight;
import nl.sluis.node.Dutch;
import nl.sluis.safety.Estimating;
import nl.sluis.safety.Judgement;
import nl.sluis.safety.NotMadeReason;
import nl.sluis.safety.RiskMarker;
import nl.sluis.safety.SafetyView;
import nl.sluis.safety.Shown;
import nl.sluis.safety.Source;
import nl.sluis.safety.Weight;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Saying how safe children are, or why nobody estimated it: first which of the two, then the rest. Never neither. */
@Controller
@RequestMapping("/households/{household}/safety")
class SafetyPageController {

    private static final String PAGE = "console/safety";

    private final Estimating estimating;
    private final Shown safety;
    private final FamilyPage family;
    private final Sight sight;
    private final Clock clock;

    SafetyPageController(Estimating estimating, Shown safety, FamilyPage family, Sight sight, Clock clock) {
        this.estimating = estimating;
        this.safety = safety;
        this.family = family;
        this.sight = sight;
        this.clock = clock;
    }

    /** Somebody who can be named. */
    public record Somebody(UUID member, String name) {}

    @GetMapping(produces = MediaType.TEXT_HTML_VALUE)
    String ask(
            @PathVariable UUID household,
            @RequestParam(defaultValue = "") String outcome,
            Locale language,
            Model model) {
        MultiValueMap<String, String> blank = new LinkedMultiValueMap<>();
        blank.add("outcome", outcome);
        blank.add("on", Dutch.day(clock.instant()).toString());
        return page(household, new SafetyForm(blank), List.of(), language, model);
    }

    /** Records, and goes back to the household; or says on this page what is in the way, with what was filled in. */
    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE, produces = MediaType.TEXT_HTML_VALUE)
    String record(
            @PathVariable UUID household,
            @RequestParam MultiValueMap<String, String> posted,
            Locale language,
            Model model) {
        SafetyForm form = new SafetyForm(posted);
        if (!form.get("to").equals("RECORD") || form.outcome().isEmpty()) {
            return page(household, form, List.of(), language, model);
        }
        if (!posted.containsKey("members")) {
            // In a call nobody means every child. Whoever sits before a page says whom they looked at
            return page(household, form, List.of(new Fault("members", "MISSING")), language, model);
        }
        return switch (estimating.record(household, form.json())) {
            case Estimating.Outcome.Recorded recorded ->
                "redirect:/households/" + household + "?done=SAFETY_" + form.outcome();
            case Estimating.Outcome.NotThere none -> throw notThere();
            case Estimating.Outcome.Faulty faulty ->
                page(
                        household,
                        form,
                        faulty.violations().stream()
                                .map(SafetyPageController::fault)
                                .distinct()
                                .toList(),
                        language,
                        model);
        };
    }

    private String page(UUID household, SafetyForm form, List<Fault> faults, Locale language, Model model) {
        if (!sight.sees(household)) {
            throw notThere();
        }
        SafetyView shown = safety.view(household, language);
        model.addAttribute("household", household);
        model.addAttribute("form", form);
        model.addAttribute("faults", faults);
        model.addAttribute("safety", shown);
        model.addAttribute("people", people(household, shown, language));
        model.addAttribute("instruments", estimating.instruments());
        model.addAttribute("judgements", Judgement.values());
        model.addAttribute("weights", Weight.values());
        model.addAttribute("markers", RiskMarker.values());
        model.addAttribute("sources", Source.values());
        model.addAttribute("reasons", NotMadeReason.values());
        return PAGE;
    }

    /** The children who are known first; then the others of the family, of whom one may be a child of whom nobody said it. */
    private List<Somebody> people(UUID household, SafetyView shown, Locale language) {
        List<Somebody> children = shown.children().stream()
                .map(child -> new Somebody(child.member(), child.name() == null ? "" : child.name()))
                .toList();
        Set<UUID> known = Set.copyOf(children.stream().map(Somebody::member).toList());
        List<Somebody> others = family.view(household, language).members().stream()
                .filter(member -> !known.contains(member.member()))
                .map(member -> new Somebody(member.member(), member.name() == null ? "" : member.name()))
                .toList();
        return Stream.concat(children.stream(), others.stream()).toList();
    }

    /** Of the call's own pointers: the last name in one is that of the field. */
    private static Fault fault(Violation violation) {
        String[] path = violation.path().split("/");
        String field = path[1].equals("made") || path[1].equals("notMade") ? path[2] : path[1];
        return new Fault(field, violation.code());
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
