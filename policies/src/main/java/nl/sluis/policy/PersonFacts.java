package nl.sluis.policy;

import nl.sluis.canonical.Custody;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonRef;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a person at the moment of the question.
 *
 * @param capable whether the person can weigh his own interests (wilsbekwaam)
 * @param custody null when nothing is known of it
 */
public record PersonFacts(
        PersonRef ref,
        PartialDate birthDate,
        boolean capable,
        @Nullable Custody custody) {}
