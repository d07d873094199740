package nl.sluis.policyset;

import java.util.Optional;
import nl.sluis.canonical.PersonRef;
import nl.sluis.policy.rules.Reader;
import org.jspecify.annotations.Nullable;

/**
 * For whom an explanation is, as the command line says it: {@code sender}, {@code privacy-officer} or {@code family:REF}.
 *
 * @param person who of the family; null for the organisation
 */
record Audience(Reader reader, @Nullable PersonRef person, String word) {

    private static final String FAMILY = "family:";

    static Optional<Audience> of(String word) {
        if (word.equals("sender")) {
            return Optional.of(new Audience(Reader.SENDER, null, word));
        }
        if (word.equals("privacy-officer")) {
            return Optional.of(new Audience(Reader.PRIVACY_OFFICER, null, word));
        }
        if (!word.startsWith(FAMILY)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Audience(Reader.FAMILY, new PersonRef(word.substring(FAMILY.length())), word));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
