package nl.sluis.municipality;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.sluis.adapter.profile.YamlMap;
import nl.sluis.canonical.OrganisationType;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Turns the tree of a profile into the profile; what is wrong is collected, and what comes of it then is not used. */
final class MunicipalityReading {

    static final String VERSION = "sluis-municipality/1";

    private static final int MOST_VERSIONS = 100_000;

    private final YamlMap root;
    private final Municipalities.Others others;

    MunicipalityReading(YamlMap root, Municipalities.Others others) {
        this.root = root;
        this.others = others;
    }

    Municipality profile() {
        Node form = root.required("profile");
        if (form != null && !VERSION.equals(root.text("profile"))) {
            root.faults().add(form, "VERSION", "Only profiles of version " + VERSION + " are read.");
        }
        String name = Words.name(root, "name");
        String title = root.requiredText("title");
        root.required("version");
        int version = Words.number(root, "version", 1, 1, MOST_VERSIONS);
        TeamsReading reading = new TeamsReading(root);
        Map<String, String> roles = reading.roles();
        Map<String, Team> teams = reading.teams(roles.keySet());
        Team fallback = fallback(teams);
        Set<String> targets = TeamsReading.targets(teams);
        root.required("routing");
        Rules<Municipality.Targets> routing = RulesReading.read(
                root.map("routing"), rule -> new Municipality.Targets(TeamsReading.to(rule, targets)));
        RegieRules regie = regie(roles.keySet());
        Municipality read = new Municipality(
                name,
                title,
                version,
                roles,
                teams,
                fallback,
                routing,
                regie,
                ladder(roles),
                veiligThuis(),
                safety(),
                feedback(),
                partners(),
                pilots());
        root.done();
        return read;
    }

    private Team fallback(Map<String, Team> teams) {
        String name = root.requiredText("fallback");
        Team team = teams.get(name);
        if (team == null && !name.isEmpty()) {
            root.faults()
                    .add(root.key("fallback"), "NOBODY", "'" + name + "' is no team: what no team is for goes there.");
        }
        return team == null ? new Team(name, name, TeamType.INTAKE, name, new Area(Set.of(), Set.of())) : team;
    }

    private RegieRules regie(Set<String> roles) {
        root.required("regie");
        YamlMap map = root.map("regie");
        Rules<RegieRules.Holder> rules = RulesReading.read(map, rule -> holder(rule, roles));
        boolean parent = map.flag("parent", false);
        boolean network = map.flag("network", false);
        boolean second = map.flag("second-worker", false);
        Map<Coercion, RegieRules.Shift> shifts = new EnumMap<>(Coercion.class);
        shifts.put(Coercion.DRANG, Words.code(map, "drang", RegieRules.Shift.class, RegieRules.Shift.KEEP));
        shifts.put(Coercion.DWANG, Words.code(map, "dwang", RegieRules.Shift.class, RegieRules.Shift.KEEP));
        map.done();
        return new RegieRules(rules, parent, network, second, shifts);
    }

    private static RegieRules.Holder holder(YamlMap rule, Set<String> roles) {
        boolean nobody = RegieRules.NONE.equals(rule.text("role"));
        return new RegieRules.Holder(nobody ? Optional.empty() : Optional.of(TeamsReading.role(rule, "role", roles)));
    }

    private List<Step> ladder(Map<String, String> roles) {
        List<Step> steps = new ArrayList<>();
        Node at = root.required("escalation");
        for (YamlMap step : Words.list(root, "escalation")) {
            String role = TeamsReading.role(step, "role", roles.keySet());
            steps.add(new Step(role, roles.getOrDefault(role, role), Words.days(step, "days")));
            step.done();
        }
        if (at != null && steps.isEmpty()) {
            root.faults().add(at, "NOBODY", "A ladder has a step at least: somebody decides when it stalls.");
        }
        return steps;
    }

    private VeiligThuisRules veiligThuis() {
        root.required("veilig-thuis");
        YamlMap map = root.map("veilig-thuis");
        VeiligThuisRules rules = new VeiligThuisRules(
                map.requiredText("region"),
                Words.code(map, "returns", VeiligThuisRules.Returns.class, VeiligThuisRules.Returns.NOT_AGREED),
                Words.code(
                        map,
                        "direct-report",
                        VeiligThuisRules.DirectReport.class,
                        VeiligThuisRules.DirectReport.MELDCODE),
                map.flag("findings-back", false),
                map.flag("joint-visit", false));
        map.done();
        return rules;
    }

    private SafetyRules safety() {
        root.required("safety");
        YamlMap map = root.map("safety");
        Set<String> instruments = new LinkedHashSet<>(map.words("instruments"));
        Node at = map.required("instruments");
        if (at != null && instruments.stream().anyMatch(code -> !code.matches("[A-Z][A-Z_]{1,40}"))) {
            map.faults().add(at, "WRONG_FORM", "An instrument is a code, such as LIRIK.");
        }
        Node text = map.get("line");
        String line = text == null ? "Veiligheid: " + SafetyRules.MANDATORY + "." : map.requiredText("line");
        if (text != null && !line.contains(SafetyRules.MANDATORY)) {
            map.faults()
                    .add(
                            text,
                            "MANDATORY",
                            "The line says '" + SafetyRules.MANDATORY + "': no form suggests otherwise.");
            line = SafetyRules.MANDATORY;
        }
        map.done();
        return new SafetyRules(instruments, line);
    }

    private Map<OrganisationType, Period> feedback() {
        Map<OrganisationType, Period> terms = new EnumMap<>(OrganisationType.class);
        YamlMap map = root.map("feedback-days");
        for (String word : map.names()) {
            OrganisationType type = Words.code(map, map.key(word), word, OrganisationType.class);
            @Nullable Period days = Words.days(map, word);
            if (type != null && days != null) {
                terms.put(type, days);
            }
        }
        return terms;
    }

    private List<SharedPartner> partners() {
        List<SharedPartner> partners = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (YamlMap partner : Words.list(root, "shared-partners")) {
            SharedPartner read = new SharedPartner(
                    Words.name(partner, "name"),
                    partner.requiredText("title"),
                    Words.code(partner, "type", OrganisationType.class, OrganisationType.OTHER),
                    partner.words("also"));
            partner.required("also");
            if (!names.add(read.name())) {
                partner.faults().add(partner.key("name"), "TWICE", "A partner stands here once.");
            }
            partner.done();
            partners.add(read);
        }
        return partners;
    }

    private List<Pilot> pilots() {
        List<Pilot> pilots = new ArrayList<>();
        for (YamlMap map : Words.list(root, "pilots")) {
            String name = Words.name(map, "name");
            Area area = TeamsReading.area(map);
            LocalDate from = Words.day(map, "from");
            LocalDate until = Words.day(map, "until");
            Municipality profile = others.read(map, "uses");
            map.done();
            if (area.isEverywhere()) {
                map.faults().add(map.node(), "EMPTY", "A pilot is somewhere: postcodes or wijken are missing.");
            } else if (from != null && until != null && profile != null) {
                pilot(map, new Pilot(name, area, from, until, profile), pilots);
            }
        }
        return pilots;
    }

    private static void pilot(YamlMap map, Pilot pilot, List<Pilot> pilots) {
        if (pilot.until().isBefore(pilot.from())) {
            map.faults().add(map.key("until"), "WRONG_FORM", "A pilot ends after it begins.");
        }
        if (pilots.stream().anyMatch(pilot::overlaps)) {
            map.faults().add(map.node(), "OVERLAP", "At one place on one day another pilot holds too.");
        }
        pilots.add(pilot);
    }
}
