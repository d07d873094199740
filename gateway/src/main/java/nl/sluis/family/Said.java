package nl.sluis.family;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.Section;
import nl.sluis.node.Dutch;

/**
 * What one source said about one member, and as whom in the household; never its words, which are read in the feed.
 *
 * @param first the day on which its first item came, in the Netherlands
 * @param last the day on which its last item came
 * @param roles as whom it named them in that time
 * @param categories what sorts of data it told, beyond who they are; empty when it named them only
 */
public record Said(
        String source, LocalDate first, LocalDate last, Set<HouseholdRole> roles, Set<DataCategory> categories) {

    /** Copies. */
    public Said {
        roles = Set.copyOf(roles);
        categories = Set.copyOf(categories);
    }

    /** Of every source that named a member, in the order of their first items. */
    static List<Said> about(UUID member, List<Seen> oldestFirst) {
        Map<String, List<Seen>> bySource = oldestFirst.stream()
                .filter(seen -> seen.isAbout(member))
                .collect(Collectors.groupingBy(
                        seen -> seen.item().sourceName(), LinkedHashMap::new, Collectors.toList()));
        return bySource.entrySet().stream()
                .map(entry -> of(entry.getKey(), member, entry.getValue()))
                .toList();
    }

    private static Said of(String source, UUID member, List<Seen> seen) {
        Set<HouseholdRole> roles = EnumSet.noneOf(HouseholdRole.class);
        Set<DataCategory> categories = EnumSet.noneOf(DataCategory.class);
        for (Seen one : seen) {
            one.item().message().persons().stream()
                    .filter(person -> one.is(person, member))
                    .forEach(person -> roles.add(person.role()));
            one.item().message().sections().stream()
                    .filter(section -> one.is(section, member) && Seen.tells(section))
                    .map(Section::category)
                    .forEach(categories::add);
        }
        return new Said(
                source,
                Dutch.day(seen.getFirst().item().arrivedAt()),
                Dutch.day(seen.getLast().item().arrivedAt()),
                roles,
                categories);
    }
}
