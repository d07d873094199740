package nl.sluis.household;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import nl.sluis.linking.Clue;
import org.jspecify.annotations.Nullable;

/**
 * That somebody of a household may be somebody of another one. Until a person decides, they are two.
 *
 * @param household the one that became known later
 * @param member of that household; the candidate itself where it is sure who it is, and only not to which household the message belongs
 * @param other the one that was known
 * @param candidate of the other household
 * @param score in bits, see {@link nl.sluis.linking.Match}
 * @param clues what speaks for and against it
 * @param apartAt when a person decided that these are two; null while nobody decided
 */
public record Doubt(
        UUID id,
        UUID household,
        UUID member,
        UUID other,
        UUID candidate,
        int score,
        Set<Clue> clues,
        Instant since,
        @Nullable Instant apartAt) {

    public Doubt {
        clues = Set.copyOf(clues);
    }
}
