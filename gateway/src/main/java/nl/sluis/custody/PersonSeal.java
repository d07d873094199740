package nl.sluis.custody;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonIdentifier;
import nl.sluis.seal.AtRest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Encrypts what says who a person is, with a key of that person, and finds numbers again by a keyed fingerprint: the database alone tells of
 * nobody that they are known here.
 */
@Component
final class PersonSeal {

    private final AtRest atRest;

    PersonSeal(AtRest atRest) {
        this.atRest = atRest;
    }

    /** By what an identifier is found. */
    byte[] fingerprint(PersonIdentifier identifier) {
        return fingerprint(atRest.fingerprints(), identifier);
    }

    /** These by their fingerprints, in hexadecimal. */
    Map<String, PersonIdentifier> byFingerprint(Collection<PersonIdentifier> identifiers) {
        AtRest.Fingerprints fingerprints = atRest.fingerprints();
        Map<String, PersonIdentifier> found = new HashMap<>();
        identifiers.forEach(
                identifier -> found.put(HexFormat.of().formatHex(fingerprint(fingerprints, identifier)), identifier));
        return found;
    }

    /** With the key of a person, which is made when there is none. */
    OfPerson of(PersonId id) {
        return new OfPerson(id.value(), atRest.of(id.key()).unlocked());
    }

    /** With the key of a person as it was read beside what it opens. */
    OfPerson of(PersonId id, byte @Nullable [] wrapped) {
        return new OfPerson(id.value(), atRest.of(id.key()).unlockedWith(wrapped));
    }

    /** That this node erased somebody; nobody says so without its keys. */
    String erased(PersonId id) {
        return atRest.mark(RegisteredPersons.ERASED, id.value().toString());
    }

    /** From here on nothing of this person can be read. */
    void destroyKeyOf(PersonId id) {
        atRest.of(id.key()).destroy();
    }

    private static byte[] fingerprint(AtRest.Fingerprints fingerprints, PersonIdentifier identifier) {
        return fingerprints.of(PersonId.KEYS + identifier.system(), bytes(identifier.value()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What is encrypted of one person. */
    record OfPerson(UUID id, AtRest.Unlocked key) {

        byte[] number(byte[] fingerprint, String value) {
            return key.encrypt(label(fingerprint), bytes(value));
        }

        String number(byte[] fingerprint, byte[] stored) {
            return new String(key.decrypt(label(fingerprint), stored), StandardCharsets.UTF_8);
        }

        byte[] birthDate(PartialDate date) {
            return key.encrypt(birthLabel(), bytes(date.toString()));
        }

        PartialDate birthDate(byte[] stored) {
            return PartialDate.parse(new String(key.decrypt(birthLabel(), stored), StandardCharsets.UTF_8));
        }

        private static String label(byte[] fingerprint) {
            return "person-number/" + HexFormat.of().formatHex(fingerprint);
        }

        private String birthLabel() {
            return PersonId.KEYS + id + "/birth";
        }
    }
}
