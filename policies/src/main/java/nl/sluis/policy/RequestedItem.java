package nl.sluis.policy;

import java.util.EnumSet;
import java.util.Set;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.SectionId;
import org.jspecify.annotations.Nullable;

/** One pair of person and sort of data that the sender wants to give; the outline of a section without its content. */
public record RequestedItem(
        SectionId id,
        PersonRef subject,
        DataCategory category,
        @Nullable LifeDomain lifeDomain,
        boolean mandatory) {

    /** Such a category belongs to no life domain; any other item without one is unlabelled. */
    private static final Set<DataCategory> IDENTIFYING = EnumSet.of(
            DataCategory.IDENTITY,
            DataCategory.CONTACT,
            DataCategory.BSN,
            DataCategory.ADDRESS,
            DataCategory.REPORTER_IDENTITY);

    /** Whether it says who somebody is or how to reach him. */
    boolean identifies() {
        return IDENTIFYING.contains(category);
    }
}
