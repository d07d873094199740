package nl.sluis.plan;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.Section;

/**
 * Whom of a household a plan covers: about whom it has a goal or plans something, whatever its title says.
 *
 * @param covered members, in the order of the household
 * @param notCovered the others
 */
public record Coverage(List<UUID> covered, List<UUID> notCovered) {

    private static final Set<DataCategory> WORK =
            Set.of(DataCategory.GOALS, DataCategory.PLANNING, DataCategory.TREATMENT);

    /** Copies. */
    public Coverage {
        covered = List.copyOf(covered);
        notCovered = List.copyOf(notCovered);
    }

    /**
     * Of a plan summary.
     *
     * @param known which members the persons of the message are
     * @param members all of the household
     */
    public static Coverage of(Message summary, Map<PersonRef, UUID> known, Collection<UUID> members) {
        Set<UUID> worked = summary.sections().stream()
                .filter(section -> WORK.contains(section.category()))
                .map(Section::subject)
                .flatMap(subject -> Optional.ofNullable(known.get(subject)).stream())
                .collect(Collectors.toSet());
        return new Coverage(
                members.stream().filter(worked::contains).toList(),
                members.stream().filter(member -> !worked.contains(member)).toList());
    }
}
