package nl.sluis.adapter.partners.veiligthuis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import nl.sluis.adapter.Violation;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.PersonName;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.Section;
import org.jspecify.annotations.Nullable;

/** Names that the fields of StUF-BG cannot hold whole. A name that was cut is another name, so none is cut. */
final class NameFaults {

    /** Longest {@code geslachtsnaam} and {@code voornamen} of StUF-BG 03.10, in characters. */
    static final int LONGEST_NAME = 200;

    /** Longest {@code voorvoegselGeslachtsnaam}; what is longer stands in front of the surname. */
    static final int LONGEST_PREFIX = 10;

    private NameFaults() {}

    /**
     * One violation for each name that does not fit, and for each second name of one person.
     *
     * @param written which sections are written as names
     */
    static List<Violation> of(Message message, Predicate<Section> written) {
        List<Violation> faults = new ArrayList<>();
        Set<PersonRef> named = new HashSet<>();
        for (int i = 0; i < message.sections().size(); i++) {
            Section section = message.sections().get(i);
            if (section.content() instanceof Content.Identity identity && written.test(section)) {
                String at = "/sections/" + i + "/content/name/";
                tooLong(at + "family", surname(identity.name()), faults);
                tooLong(at + "given", given(identity.name()), faults);
                if (!named.add(section.subject())) {
                    faults.add(new Violation(
                            "/sections/" + i, "SEVERAL_NAMES", "This form has room for one name of a person."));
                }
            }
        }
        return faults;
    }

    private static void tooLong(String at, @Nullable String text, List<Violation> faults) {
        if (text != null && text.length() > LONGEST_NAME) {
            faults.add(new Violation(
                    at,
                    "TOO_LONG",
                    "At most " + LONGEST_NAME + " characters; it is not cut, because that is another name."));
        }
    }

    /** The prefix, when it has a field of its own. */
    static @Nullable String prefix(@Nullable PersonName name) {
        return name == null || longPrefix(name) ? null : name.prefix();
    }

    /** The surname, behind a prefix that is too long for its own field. */
    static @Nullable String surname(@Nullable PersonName name) {
        if (name == null || name.family() == null) {
            return null;
        }
        return longPrefix(name) ? name.prefix() + " " + name.family() : name.family();
    }

    /** Given names, or else initials. */
    static @Nullable String given(@Nullable PersonName name) {
        if (name == null) {
            return null;
        }
        return name.given() == null ? name.initials() : name.given();
    }

    private static boolean longPrefix(PersonName name) {
        return name.prefix() != null && name.prefix().length() > LONGEST_PREFIX;
    }
}
