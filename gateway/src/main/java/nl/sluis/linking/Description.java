package nl.sluis.linking;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluis.canonical.Bsn;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonName;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.Section;
import nl.sluis.canonical.Sex;
import org.jspecify.annotations.Nullable;

/**
 * How one message, or one register, describes a person: what two descriptions are compared by, written plainly.
 *
 * @param bsns citizen service numbers that pass the check of the register; others are typing errors or stand-ins
 * @param family words of the family name without prefixes; empty when not known
 * @param given given names; empty when not known
 * @param initials letters only; those of the given names when no others are stated, empty when not known
 * @param postalCode without the space; empty when not known
 * @param houseNumber with its addition; empty when not known
 */
public record Description(
        Set<String> bsns,
        List<String> family,
        List<String> given,
        String initials,
        PartialDate birthDate,
        Sex sex,
        String postalCode,
        String houseNumber) {

    /** Nothing known. */
    public static final Description NONE =
            new Description(Set.of(), List.of(), List.of(), "", PartialDate.UNKNOWN, Sex.UNKNOWN, "", "");

    public Description {
        bsns = Set.copyOf(bsns);
        family = List.copyOf(family);
        given = List.copyOf(given);
    }

    /** How the sections of a message describe a person; of what is stated twice the first. */
    public static Description of(PersonRef person, List<Section> sections) {
        List<Content> contents = sections.stream()
                .filter(section -> section.subject().equals(person))
                .map(Section::content)
                .toList();
        Set<String> bsns = only(contents, Content.CitizenNumber.class)
                .map(Content.CitizenNumber::bsn)
                .filter(Bsn::passesElevenTest)
                .map(Bsn::value)
                .collect(Collectors.toSet());
        Content.Identity identity =
                only(contents, Content.Identity.class).findFirst().orElse(null);
        Content.Address address =
                only(contents, Content.Address.class).findFirst().orElse(null);
        return of(bsns, identity, address);
    }

    /**
     * From the parts.
     *
     * @param bsns that pass the check
     */
    public static Description of(
            Set<String> bsns, Content.@Nullable Identity identity, Content.@Nullable Address address) {
        PersonName name = identity == null ? new PersonName(null, null, null, null) : identity.name();
        List<String> given = Spelling.words(text(name.given()));
        String initials = Spelling.plain(text(name.initials())).replace(" ", "");
        return new Description(
                bsns,
                // The prefix too: some systems write the name into it
                Spelling.familyWords(text(name.prefix()) + " " + text(name.family())),
                given,
                initials.isEmpty() ? Spelling.initialsOf(given) : initials,
                identity == null ? PartialDate.UNKNOWN : identity.birthDate(),
                identity == null ? Sex.UNKNOWN : identity.sex(),
                address == null
                        ? ""
                        : text(address.postalCode()).replaceAll("\\s", "").toUpperCase(Locale.ROOT),
                address == null
                        ? ""
                        : Spelling.plain(text(address.houseNumber())).replace(" ", ""));
    }

    /** What is known after somebody was described anew: the newest, and of what it does not say what was known. */
    public Description updatedBy(Description newer) {
        return new Description(
                newer.bsns.isEmpty() ? bsns : newer.bsns,
                newer.family.isEmpty() ? family : newer.family,
                newer.given.isEmpty() ? given : newer.given,
                newer.initials.isEmpty() || (newer.given.isEmpty() && !given.isEmpty()) ? initials : newer.initials,
                newer.birthDate.complete() || birthDate.equals(PartialDate.UNKNOWN) ? newer.birthDate : birthDate,
                newer.sex == Sex.UNKNOWN ? sex : newer.sex,
                newer.hasAddress() || postalCode.isEmpty() ? newer.postalCode : postalCode,
                newer.hasAddress() || postalCode.isEmpty() ? newer.houseNumber : houseNumber);
    }

    boolean hasAddress() {
        return !postalCode.isEmpty() && !houseNumber.isEmpty();
    }

    /**
     * What somebody can be found back by: two descriptions that share none of these are of two people. Texts for fingerprints, with
     * what each is about in front.
     */
    public Set<String> keys() {
        Stream<String> numbers = bsns.stream().map(bsn -> "bsn " + bsn);
        String date = birthDate.complete() ? birthDate.toString() : null;
        String first = initials.isEmpty() ? null : initials.substring(0, 1);
        Stream<String> names = family.stream()
                .flatMap(word -> Stream.of(
                        key("family+date", word, date),
                        key("family+given", word, given.isEmpty() ? null : given.getFirst()),
                        key("family+address", word, hasAddress() ? postalCode + houseNumber : null)));
        Stream<String> others = Stream.of(
                key("initial+date", first, date),
                key("date+address", date, hasAddress() ? postalCode + houseNumber : null));
        return Stream.of(numbers, names, others)
                .flatMap(keys -> keys)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static @Nullable String key(String about, @Nullable String one, @Nullable String other) {
        return one == null || other == null ? null : about + " " + one + " " + other;
    }

    private static <T extends Content> Stream<T> only(List<Content> contents, Class<T> type) {
        return contents.stream().filter(type::isInstance).map(type::cast);
    }

    private static String text(@Nullable String part) {
        return part == null ? "" : part;
    }

    /** Never what it says. */
    @Override
    public String toString() {
        return "Description[...]";
    }
}
