package nl.sluis.household;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.PersonName;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.Section;
import nl.sluis.linking.Description;
import nl.sluis.seal.AtRest;
import org.jspecify.annotations.Nullable;

/**
 * Who a person of a message is, as far as it says, and by what that person may be found again.
 *
 * @param keys fingerprints only; two descriptions without one in common are of two people
 * @param displayName for people; null when no name was given
 */
record Evidence(
        PersonRef ref,
        Description description,
        List<Key> keys,
        @Nullable String displayName) {

    /** By what kind of key somebody was found. */
    enum Kind {
        /** A citizen service number. */
        BSN,
        /** Family name and complete date of birth, as versions before this one wrote and sought them. */
        NAME_AND_BIRTH_DATE,
        /** One of the {@link Description#keys()}. */
        TRACE
    }

    /**
     * A fingerprint by which somebody is found.
     *
     * @param fingerprint in hexadecimal
     */
    record Key(Kind kind, String fingerprint) {}

    /** Whether one of these fingerprints is that of a citizen service number of this person. */
    boolean numberIsAmong(Set<String> fingerprints) {
        return keys.stream().anyMatch(key -> key.kind() == Kind.BSN && fingerprints.contains(key.fingerprint()));
    }

    /** Whether one of these fingerprints is of this person. */
    boolean isAmong(Set<String> fingerprints) {
        return keys.stream().anyMatch(key -> fingerprints.contains(key.fingerprint()));
    }

    /** For who carries something to be found by; others belong where the message belongs. */
    static List<Evidence> of(Message message, AtRest.Fingerprints fingerprints) {
        return message.persons().stream()
                .map(person -> of(person.ref(), message.sections(), fingerprints))
                .filter(evidence -> !evidence.keys().isEmpty())
                .toList();
    }

    private static Evidence of(PersonRef ref, List<Section> sections, AtRest.Fingerprints fingerprints) {
        Description description = Description.of(ref, sections);
        Optional<Content.Identity> identity = sections.stream()
                .filter(section -> section.subject().equals(ref))
                .map(Section::content)
                .filter(Content.Identity.class::isInstance)
                .map(Content.Identity.class::cast)
                .findFirst();
        Stream<Key> numbers =
                description.bsns().stream().map(bsn -> new Key(Kind.BSN, hex(fingerprints, "household/bsn", bsn)));
        Stream<Key> names = identity
                .filter(known ->
                        known.name().family() != null && known.birthDate().complete())
                .map(known -> family(known.name()) + "\n" + known.birthDate())
                .map(name -> new Key(Kind.NAME_AND_BIRTH_DATE, hex(fingerprints, "household/name", name)))
                .stream();
        Stream<Key> others = description.keys().stream()
                .map(key -> new Key(Kind.TRACE, hex(fingerprints, "household/description", key)));
        return new Evidence(
                ref,
                description,
                Stream.of(numbers, names, others).flatMap(keys -> keys).toList(),
                identity.map(Content.Identity::name).flatMap(DisplayName::of).orElse(null));
    }

    /** With the prefix; capitals and spaces do not count, accents do. */
    private static String family(PersonName name) {
        String whole = (name.prefix() == null ? "" : name.prefix() + " ") + name.family();
        return Normalizer.normalize(whole, Normalizer.Form.NFC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }

    private static String hex(AtRest.Fingerprints fingerprints, String label, String text) {
        return HexFormat.of().formatHex(fingerprints.of(label, text.getBytes(StandardCharsets.UTF_8)));
    }
}
