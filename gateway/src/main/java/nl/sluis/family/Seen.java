package nl.sluis.family;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.Person;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.Section;
import nl.sluis.feed.FeedItem;

/**
 * An item, with which members its persons are.
 *
 * @param members those of whom the message says enough to know who they are
 */
record Seen(FeedItem item, Map<PersonRef, UUID> members) {

    /** What only says who somebody is or how they are reached: whoever has nothing else is somebody of whom nothing is known. */
    private static final Set<DataCategory> WHO =
            Set.of(DataCategory.IDENTITY, DataCategory.CONTACT, DataCategory.BSN, DataCategory.ADDRESS);

    Seen {
        members = Map.copyOf(members);
    }

    /** Whether a section tells something about the person, beyond who they are. */
    static boolean tells(Section section) {
        return !WHO.contains(section.category());
    }

    /** Whether it tells something about somebody of whom nobody can say who they are. */
    boolean tellsOfSomebodyUnknown() {
        return item.message().sections().stream()
                .anyMatch(section -> tells(section) && !members.containsKey(section.subject()));
    }

    /** Whether one of its persons is this member. */
    boolean isAbout(UUID member) {
        return members.containsValue(member);
    }

    /** Whether this person of it is that member. */
    boolean is(Person person, UUID member) {
        return member.equals(members.get(person.ref()));
    }

    /** Whether this section of it is about that member. */
    boolean is(Section section, UUID member) {
        return member.equals(members.get(section.subject()));
    }
}
