package nl.sluis.console.regisseur;

import java.util.Locale;
import java.util.UUID;
import nl.sluis.access.CurrentCaller;
import nl.sluis.console.DateWords;
import nl.sluis.family.Families;
import nl.sluis.household.Sight;
import nl.sluis.node.NodeSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.server.ResponseStatusException;

/** The families of whoever looks, and one household as a whole. */
@Controller
class HouseholdPageController {

    private static final String TOKEN = "org.springframework.security.web.csrf.CsrfToken";

    private final Families families;
    private final HouseholdDesk desk;
    private final Sight sight;
    private final NodeSettings node;

    HouseholdPageController(Families families, HouseholdDesk desk, Sight sight, NodeSettings node) {
        this.families = families;
        this.desk = desk;
        this.sight = sight;
        this.node = node;
    }

    @GetMapping(path = "/households", produces = MediaType.TEXT_HTML_VALUE)
    String list(
            @RequestAttribute(name = TOKEN, required = false) @Nullable CsrfToken token, Locale language, Model model) {
        about(model, token, language);
        model.addAttribute("listed", families.mine());
        return "console/households";
    }

    @GetMapping(path = "/households/{household}", produces = MediaType.TEXT_HTML_VALUE)
    String household(
            @PathVariable UUID household,
            @RequestAttribute(name = TOKEN, required = false) @Nullable CsrfToken token,
            Locale language,
            Model model) {
        // One that is not theirs is answered as one that is not there
        if (!sight.sees(household)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        about(model, token, language);
        model.addAttribute("sheet", desk.lay(household, language));
        return "console/household";
    }

    private void about(Model model, @Nullable CsrfToken token, Locale language) {
        model.addAttribute("organisation", node.name());
        model.addAttribute("demo", node.mode() == NodeSettings.Mode.DEMO);
        model.addAttribute("words", new DateWords(language));
        // Who came by a certificate or by the demo's address has no session to leave
        model.addAttribute("out", CurrentCaller.person().isPresent() ? token : null);
    }
}
