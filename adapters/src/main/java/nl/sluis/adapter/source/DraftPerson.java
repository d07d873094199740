package nl.sluis.adapter.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.sluis.canonical.Bsn;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonDetails;
import nl.sluis.canonical.PersonIdentifier;
import nl.sluis.canonical.PersonName;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.Section;
import nl.sluis.canonical.SectionId;
import nl.sluis.canonical.Sex;
import org.jspecify.annotations.Nullable;

/** A person of a draft while a document is read; each part becomes a section of its own, named after the person and the part. */
public final class DraftPerson {

    private static final int LONGEST_NUMBER = 200;
    private static final int ADULT = 18;

    private final PersonRef ref;
    private final HouseholdRole role;
    private final Set<PersonIdentifier> identifiers = new HashSet<>();
    private final List<Section> sections = new ArrayList<>();
    private PartialDate birthDate = PartialDate.UNKNOWN;
    private @Nullable PersonName name;
    private boolean reporter;

    /**
     * @param ref name of the person inside the document, such as {@code betrokkene-1}
     */
    public DraftPerson(String ref, HouseholdRole role) {
        this.ref = new PersonRef(ref);
        this.role = role;
    }

    /** The reference. */
    public PersonRef ref() {
        return ref;
    }

    /** The place in the household. */
    public HouseholdRole role() {
        return role;
    }

    /** Whether this is who reported, by {@link #identity}. */
    public boolean reporter() {
        return reporter;
    }

    /**
     * The place of a patient, whose document says none: a child when under eighteen on its day, as far as is known of the birth.
     * Nothing is claimed when the birth date or the day is not known.
     *
     * @param at the day of the document
     */
    public static HouseholdRole patient(PartialDate born, PartialDate at) {
        boolean known = born.year() != 0 && at.year() != 0;
        return known && born.latest().plusYears(ADULT).isAfter(at.earliest())
                ? HouseholdRole.CHILD
                : HouseholdRole.OTHER;
    }

    /** The name as it was given; null before it was. */
    public @Nullable PersonName name() {
        return name;
    }

    /** A number by which the sender knows the person; no section, so it goes nowhere. What cannot be a number is left. */
    public boolean known(String system, @Nullable String number) {
        boolean fit = number != null
                && !number.isBlank()
                && number.length() <= LONGEST_NUMBER
                && number.chars().noneMatch(Character::isISOControl);
        if (fit && number != null) {
            identifiers.add(new PersonIdentifier(system, number));
        }
        return fit;
    }

    /**
     * The citizen service number, for deciding and as a section that can be left out.
     *
     * @return false when the text is none: not nine digits, or it fails the eleven test
     */
    public boolean bsn(@Nullable String text) {
        if (text == null || !text.matches("[0-9]{9}") || !new Bsn(text).passesElevenTest()) {
            return false;
        }
        identifiers.add(new PersonIdentifier(PersonIdentifier.BSN, text));
        add("bsn", DataCategory.BSN, null, false, new Content.CitizenNumber(new Bsn(text)));
        return true;
    }

    /** Name, birth date and sex; no section when nothing of it is known. First of all that is said of a reporter. */
    public void identity(PersonName name, PartialDate birthDate, Sex sex, Standing standing) {
        this.name = name;
        this.birthDate = birthDate;
        this.reporter = standing == Standing.REPORTER;
        boolean named = Stream.of(name.given(), name.initials(), name.family()).anyMatch(part -> part != null);
        if (named || !birthDate.equals(PartialDate.UNKNOWN)) {
            add("identity", standing.category, null, standing.mandatory, new Content.Identity(name, birthDate, sex));
        }
    }

    /** How the identity of somebody stands in the message. */
    public enum Standing {
        /** The message is about this person and makes no sense without. */
        SUBJECT(DataCategory.IDENTITY, true),
        /** Somebody else of the household. */
        OTHER(DataCategory.IDENTITY, false),
        /** Who reported: by every word about this person the family may know who it is, so each is the reporter's identity. */
        REPORTER(DataCategory.REPORTER_IDENTITY, false);

        private final DataCategory category;
        private final boolean mandatory;

        Standing(DataCategory category, boolean mandatory) {
            this.category = category;
            this.mandatory = mandatory;
        }
    }

    /** Where the person lives. */
    public void address(Content.Address address) {
        add("address-" + (sections.size() + 1), DataCategory.ADDRESS, null, false, address);
    }

    /** A way to reach the person, such as {@code phone} or {@code email}; nothing when it is null. */
    public void contact(String system, @Nullable String value) {
        if (value != null) {
            add(
                    "contact-" + (sections.size() + 1),
                    DataCategory.CONTACT,
                    null,
                    false,
                    new Content.ContactPoint(system, value));
        }
    }

    /** Anything else about the person; of a reporter it counts as the reporter's identity, whatever its sort. */
    public void add(
            String part, DataCategory category, @Nullable LifeDomain domain, boolean mandatory, Content content) {
        DataCategory sort = reporter ? DataCategory.REPORTER_IDENTITY : category;
        sections.add(new Section(new SectionId(ref + ":" + part), ref, sort, domain, mandatory, content));
    }

    /** What deciding rests on. */
    public PersonDetails details() {
        return new PersonDetails(ref, role, identifiers, birthDate);
    }

    /** The sections, in the order in which they were added. */
    public List<Section> sections() {
        return List.copyOf(sections);
    }
}
