package nl.sluis.console.regisseur;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluis.family.Families;
import nl.sluis.household.Sight;
import nl.sluis.submit.ItemAct;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The families of whoever looks, and one household as a whole. */
@Controller
class HouseholdPageController {

    /** What somebody just decided on a page, and came back from. */
    private static final Set<String> DONE = Stream.concat(
                    Arrays.stream(ItemAct.values()).map(Enum::name),
                    Stream.of("SETTLED", "BEFORE", "SAFETY_MADE", "SAFETY_NOT_MADE", "FEEDBACK", "FEEDBACK_WAITS"))
            .collect(Collectors.toUnmodifiableSet());

    private final Families families;
    private final HouseholdDesk desk;
    private final Sight sight;

    HouseholdPageController(Families families, HouseholdDesk desk, Sight sight) {
        this.families = families;
        this.desk = desk;
        this.sight = sight;
    }

    @GetMapping(path = "/households", produces = MediaType.TEXT_HTML_VALUE)
    String list(Model model) {
        model.addAttribute("listed", families.mine());
        return "console/households";
    }

    @GetMapping(path = "/households/{household}", produces = MediaType.TEXT_HTML_VALUE)
    String household(
            @PathVariable UUID household,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "") String told,
            Locale language,
            Model model) {
        // One that is not theirs is answered as one that is not there
        if (!sight.sees(household)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (DONE.contains(done)) {
            model.addAttribute("done", done);
            if (!told.isEmpty()) {
                model.addAttribute("told", Boolean.parseBoolean(told));
            }
        }
        model.addAttribute("sheet", desk.lay(household, language));
        return "console/household";
    }
}
