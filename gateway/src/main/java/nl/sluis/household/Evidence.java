package nl.sluis.household;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.PersonName;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.Section;
import nl.sluis.seal.AtRest;
import org.jspecify.annotations.Nullable;

/**
 * By what a person of a message may be found again: fingerprints only.
 *
 * @param bsns citizen service numbers that pass the check of the register; others are typing errors or stand-ins, and would
 *     bring strangers together
 * @param names family name with a completely known birth date; either alone is too weak
 * @param displayName for people; null when no name was given
 */
record Evidence(
        PersonRef ref,
        List<byte[]> bsns,
        List<byte[]> names,
        @Nullable String displayName) {

    static List<Evidence> of(Message message, AtRest atRest) {
        return message.persons().stream()
                .map(person -> of(person.ref(), message.sections(), atRest))
                .filter(evidence ->
                        !evidence.bsns().isEmpty() || !evidence.names().isEmpty())
                .toList();
    }

    private static Evidence of(PersonRef ref, List<Section> sections, AtRest atRest) {
        List<byte[]> bsns = new ArrayList<>();
        List<byte[]> names = new ArrayList<>();
        String displayName = null;
        for (Section section : sections) {
            if (!section.subject().equals(ref)) {
                continue;
            }
            if (section.content() instanceof Content.CitizenNumber number
                    && number.bsn().passesElevenTest()) {
                bsns.add(atRest.fingerprint("household/bsn", utf8(number.bsn().value())));
            } else if (section.content() instanceof Content.Identity identity) {
                displayName =
                        displayName == null ? DisplayName.of(identity.name()).orElse(null) : displayName;
                if (identity.name().family() != null && identity.birthDate().complete()) {
                    String value = family(identity.name()) + "\n" + identity.birthDate();
                    names.add(atRest.fingerprint("household/name", utf8(value)));
                }
            }
        }
        return new Evidence(ref, bsns, names, displayName);
    }

    /** With the prefix, since systems disagree on where it stands; capitals and spaces do not count, accents do. */
    private static String family(PersonName name) {
        String whole = (name.prefix() == null ? "" : name.prefix() + " ") + name.family();
        return Normalizer.normalize(whole, Normalizer.Form.NFC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
