package nl.sluis.policy;

import java.util.List;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.SectionId;
import nl.sluis.policy.rules.Contributor;
import nl.sluis.policy.rules.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A smallest set of facts with which the message would be permitted: all of them together, and none can be left out.
 *
 * @param steps what must become so, and who can see to it
 */
public record Cure(List<Step> steps) {

    public Cure {
        steps = List.copyOf(steps);
    }

    /**
     * One fact.
     *
     * @param becomes the fact with the values that will do
     * @param people who in particular, where they can be named
     * @param about whom it is about; null for the message
     * @param items which items; empty for the message
     */
    public record Step(
            Statement becomes,
            Contributor who,
            List<PersonRef> people,
            @Nullable PersonRef about,
            List<SectionId> items) {

        public Step {
            people = List.copyOf(people);
            items = List.copyOf(items);
        }
    }
}
