package nl.sluis.municipality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluis.adapter.profile.Nearest;
import nl.sluis.adapter.profile.YamlMap;
import org.yaml.snakeyaml.nodes.Node;

/** Reads roles, teams and where they work. */
final class TeamsReading {

    private static final Map<String, TeamType> TYPES = Arrays.stream(TeamType.values())
            .collect(Collectors.toMap(TeamType::word, type -> type, (one, other) -> one, LinkedHashMap::new));

    private final YamlMap root;

    TeamsReading(YamlMap root) {
        this.root = root;
    }

    /** Titles by role. */
    Map<String, String> roles() {
        Map<String, String> roles = new LinkedHashMap<>();
        root.required("roles");
        YamlMap map = root.map("roles");
        for (String role : map.names()) {
            if (Words.named(root, map.key(role), role)) {
                roles.put(role, map.requiredText(role));
            }
        }
        return roles;
    }

    /** Teams by name; no two of one type work at one place. */
    Map<String, Team> teams(Set<String> roles) {
        Map<String, Team> teams = new LinkedHashMap<>();
        root.required("teams");
        YamlMap map = root.map("teams");
        for (String name : map.names()) {
            Words.named(root, map.key(name), name);
            if (TYPES.containsKey(name)) {
                root.faults()
                        .add(map.key(name), "WRONG_FORM", "'" + name + "' is a type of team; no team is called so.");
            }
            Team team = team(name, map.map(name), roles);
            teams.values().stream()
                    .filter(other -> clash(team, other))
                    .forEach(other -> root.faults()
                            .add(
                                    map.key(name),
                                    "OVERLAP",
                                    "At " + place(team, other) + " both " + other.name() + " and " + name
                                            + " work, of one type."));
            teams.put(name, team);
        }
        return teams;
    }

    private Team team(String name, YamlMap team, Set<String> roles) {
        String word = team.requiredText("type");
        TeamType type = TYPES.get(word);
        if (type == null) {
            root.faults()
                    .add(
                            team.key("type"),
                            "UNKNOWN_CODE",
                            "No such type of team" + Nearest.to(word, TYPES.keySet()) + "; known are: "
                                    + String.join(", ", TYPES.keySet()) + ".");
        }
        String title = team.requiredText("title");
        String role = role(team, "role", roles);
        Area area = area(team);
        team.done();
        return new Team(name, title, type == null ? TeamType.ALL_AGES : type, role, area);
    }

    /** A role that has a title. */
    static String role(YamlMap map, String key, Set<String> roles) {
        String role = map.requiredText(key);
        if (!role.isEmpty() && !roles.contains(role)) {
            map.faults()
                    .add(
                            map.key(key),
                            "UNKNOWN_ROLE",
                            "'" + role + "' has no title under roles" + Nearest.to(role, roles) + ".");
        }
        return role;
    }

    /** Postcodes, such as 7001, 7001AB or 7001-7009, and wijken. */
    static Area area(YamlMap map) {
        Set<String> postcodes = new LinkedHashSet<>();
        Node at = map.get("postcodes");
        for (String word : map.words("postcodes")) {
            if (word.matches("[1-9][0-9]{3}([A-Z]{2})?")) {
                postcodes.add(word);
            } else if (word.matches("[1-9][0-9]{3}-[1-9][0-9]{3}")
                    && word.substring(0, 4).compareTo(word.substring(5)) < 0) {
                for (int code = Integer.parseInt(word.substring(0, 4));
                        code <= Integer.parseInt(word.substring(5));
                        code++) {
                    postcodes.add(Integer.toString(code));
                }
            } else {
                map.faults()
                        .add(
                                at == null ? map.node() : at,
                                "WRONG_FORM",
                                "A postcode is needed here, such as 7001," + " 7001AB or 7001-7009.");
            }
        }
        return new Area(postcodes, new LinkedHashSet<>(map.words("wijken")));
    }

    /** What a rule may send to: teams, and the types that there are. */
    static Set<String> targets(Map<String, Team> teams) {
        Set<String> targets = new LinkedHashSet<>(teams.keySet());
        teams.values().forEach(team -> targets.add(team.type().word()));
        return targets;
    }

    /** The words of {@code to}, each a target. */
    static List<String> to(YamlMap rule, Set<String> targets) {
        List<String> to = new ArrayList<>();
        Node at = rule.required("to");
        for (String word : rule.words("to")) {
            if (at != null && !targets.contains(word)) {
                rule.faults()
                        .add(
                                at,
                                "NOBODY",
                                "'" + word + "' is no team, and no type of which there is one"
                                        + Nearest.to(word, targets) + ".");
            } else if (to.contains(word)) {
                rule.faults().add(rule.key("to"), "TWICE", "'" + word + "' stands here twice.");
            }
            to.add(word);
        }
        if (at != null && to.isEmpty()) {
            rule.faults().add(at, "NOBODY", "This rule sends to nobody.");
        }
        return to;
    }

    private static boolean clash(Team one, Team other) {
        return one.type() == other.type()
                && (one.area().isEverywhere() && other.area().isEverywhere()
                        || one.area().shared(other.area()).isPresent());
    }

    private static String place(Team one, Team other) {
        return one.area().shared(other.area()).orElse("every place");
    }
}
