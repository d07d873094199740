package nl.sluis.municipality;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.sluis.canonical.OrganisationType;

/**
 * The profile of a municipality, whole and proved: what it says has an answer for every household.
 *
 * @param name stable; small letters, digits and hyphens
 * @param title for people
 * @param version of the file, from 1
 * @param roles titles of roles for people, by role
 * @param teams by name
 * @param fallback the team for what no other is for
 * @param routing targets: names of teams, or types of which the team of the place is meant
 * @param ladder whom to ask when it stalls, the first first
 * @param feedback within how long a reporter hears, by the sort of organisation; none where nothing was agreed
 */
public record Municipality(
        String name,
        String title,
        int version,
        Map<String, String> roles,
        Map<String, Team> teams,
        Team fallback,
        Rules<Targets> routing,
        RegieRules regie,
        List<Step> ladder,
        VeiligThuisRules veiligThuis,
        SafetyRules safety,
        Map<OrganisationType, Period> feedback,
        List<SharedPartner> partners,
        List<Pilot> pilots) {

    /** Copies. */
    public Municipality {
        roles = Map.copyOf(roles);
        teams = Map.copyOf(teams);
        ladder = List.copyOf(ladder);
        feedback = Map.copyOf(feedback);
        partners = List.copyOf(partners);
        pilots = List.copyOf(pilots);
    }

    /** Where a rule sends a household. */
    record Targets(List<String> words) {

        Targets {
            words = List.copyOf(words);
        }

        @Override
        public String toString() {
            return String.join(" + ", words);
        }
    }

    /** The profile that holds for a place on a day: of a pilot, or this one. */
    public Municipality at(Place place, LocalDate day) {
        return pilots.stream()
                .filter(pilot -> pilot.holds(place, day))
                .findFirst()
                .map(Pilot::profile)
                .orElse(this);
    }

    /** Where a household goes, and who has regie by itself. Never nowhere. */
    public Route route(Place place, Situation situation, LocalDate day) {
        Municipality here = at(place, day);
        return here.equals(this) ? routeHere(place, situation) : here.routeHere(place, situation);
    }

    private Route routeHere(Place place, Situation situation) {
        Set<Team> found = new LinkedHashSet<>();
        boolean fell = false;
        for (String word : routing.answer(situation).map(Targets::words).orElse(List.of())) {
            Optional<Team> team = team(word, place);
            fell |= team.isEmpty();
            found.add(team.orElse(fallback));
        }
        if (found.isEmpty()) {
            found.add(fallback);
        }
        return new Route(
                this, new ArrayList<>(found), fell, regie.role(situation).orElse(null));
    }

    /** The team that a target means at a place; empty when none of that type works there. */
    private Optional<Team> team(String word, Place place) {
        Team named = teams.get(word);
        if (named != null) {
            return Optional.of(named);
        }
        List<Team> ofType = teams.values().stream()
                .filter(team -> team.type().word().equals(word))
                .toList();
        return ofType.stream()
                .filter(team -> team.area().holds(place))
                .findFirst()
                .or(() -> ofType.stream()
                        .filter(team -> team.area().isEverywhere())
                        .findFirst());
    }

    /** The title of a role for people; the role itself when it has none. */
    public String titleOf(String role) {
        return roles.getOrDefault(role, role);
    }

    /** Who decides at a step of the ladder, the first at 1; empty above the last. */
    public Optional<Step> step(int number) {
        return number >= 1 && number <= ladder.size() ? Optional.of(ladder.get(number - 1)) : Optional.empty();
    }

    /** Its name and version only. */
    @Override
    public String toString() {
        return name + "/" + version;
    }
}
