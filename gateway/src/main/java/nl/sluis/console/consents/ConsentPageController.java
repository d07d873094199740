package nl.sluis.console.consents;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.sluis.adapter.Violation;
import nl.sluis.canonical.Capacity;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.canonical.Purpose;
import nl.sluis.consent.ConsentDesk;
import nl.sluis.consent.ShownConsent;
import nl.sluis.consent.Withdrawal;
import nl.sluis.custody.PersonReference;
import nl.sluis.directory.Directory;
import nl.sluis.directory.Partner;
import nl.sluis.node.Dutch;
import nl.sluis.node.NodeSettings;
import nl.sluis.node.Reading;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** Looking up the consents about a person, recording one and withdrawing one; a number of a person never stands in an address. */
@Controller
class ConsentPageController {

    private static final String LIST = "console/consents";
    private static final String FORM = "console/consents-new";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What ends within so many days is told. */
    private static final int SOON = 60;

    /** Ways in which somebody withdraws; the word itself is recorded. */
    private static final List<String> CHANNELS = List.of("gesprek", "telefoon", "brief", "e-mail", "formulier");

    private final ConsentDesk desk;
    private final Directory directory;
    private final NodeSettings self;
    private final Clock clock;

    ConsentPageController(ConsentDesk desk, Directory directory, NodeSettings self, Clock clock) {
        this.desk = desk;
        this.directory = directory;
        this.self = self;
        this.clock = clock;
    }

    @GetMapping(path = "/consents", produces = MediaType.TEXT_HTML_VALUE)
    String ask(Model model) {
        model.addAttribute("number", "");
        return LIST;
    }

    @PostMapping(
            path = "/consents",
            consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
            produces = MediaType.TEXT_HTML_VALUE)
    String about(@RequestParam(defaultValue = "") String number, Model model) {
        return listed(number.strip(), model);
    }

    @GetMapping(path = "/consents/new", produces = MediaType.TEXT_HTML_VALUE)
    String begin(Model model) {
        return form(ConsentForm.of(new LinkedMultiValueMap<>()), List.of(), model);
    }

    /** Records it once under the key of the form. */
    @PostMapping(
            path = "/consents/new",
            consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
            produces = MediaType.TEXT_HTML_VALUE)
    String record(@RequestParam MultiValueMap<String, String> posted, Model model) {
        ConsentForm form = ConsentForm.of(posted);
        // Another language, or back from a session that ended: nobody said to record it
        if (!"RECORD".equals(posted.getFirst("to"))) {
            return form(form, List.of(), model);
        }
        return switch (desk.record(form.json(), form.key())) {
            case Reading.Faulty<ShownConsent> faulty -> form(form, faulty.violations(), model);
            case Reading.Read<ShownConsent> read -> {
                model.addAttribute("done", "consents.recorded");
                yield listed(read.value().subjects().getFirst(), model);
            }
        };
    }

    @PostMapping(
            path = "/consents/withdrawal",
            consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
            produces = MediaType.TEXT_HTML_VALUE)
    String withdraw(
            @RequestParam String id,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String by,
            @RequestParam(defaultValue = "") String channel,
            Model model) {
        Map<String, String> act = new LinkedHashMap<>();
        act.put("by", by);
        act.put("channel", channel);
        boolean done = desk.withdraw(id, JSON.writeValueAsBytes(act)) instanceof Reading.Read<Withdrawal> read
                && read.value() instanceof Withdrawal.Withdrawn;
        model.addAttribute(done ? "done" : "fault", done ? "consents.withdrawn" : "consents.not-withdrawn");
        return listed(number, model);
    }

    private String listed(String number, Model model) {
        model.addAttribute("number", number);
        Optional<PersonReference> person = PersonReference.inAddress(number);
        if (person.isEmpty()) {
            model.addAttribute("fault", "consents.no-number");
            return LIST;
        }
        LocalDate today = Dutch.day(clock.instant());
        List<ConsentCard> cards = desk.about(person.get()).stream()
                .map(each -> ConsentCard.of(each, today, SOON, this::name))
                .sorted()
                .toList();
        model.addAttribute("cards", cards);
        model.addAttribute("channels", CHANNELS);
        return LIST;
    }

    private String form(ConsentForm form, List<Violation> faults, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("faults", faults.stream().map(Fault::of).distinct().toList());
        model.addAttribute("capacities", Capacity.values());
        model.addAttribute("partners", partners());
        model.addAttribute("purposes", Purpose.values());
        model.addAttribute("categories", DataCategory.values());
        model.addAttribute("domains", LifeDomain.values());
        return FORM;
    }

    /**
     * What is wrong with a field.
     *
     * @param field by its name in the form
     */
    public record Fault(String field, String code) {

        private static final Set<String> TOLD =
                Set.of("MISSING", "REFERENCE", "EMPTY", "NOT_SELF", "BEFORE_FROM", "DATE", "TEXT", "UNKNOWN_CODE");

        static Fault of(Violation violation) {
            String[] path = violation.path().split("/");
            return new Fault(
                    path.length > 1 ? path[1] : "giver", TOLD.contains(violation.code()) ? violation.code() : "OTHER");
        }
    }

    private List<Partner> partners() {
        return Arrays.stream(OrganisationType.values())
                .flatMap(type -> directory.addressable(type).stream())
                .filter(partner -> !partner.id().value().equals(self.organisation()))
                .toList();
    }

    private String name(String organisation) {
        return directory.nameOf(new OrganisationId(organisation));
    }
}
