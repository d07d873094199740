package nl.sluis.custody;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.sluis.canonical.Bsn;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonDetails;
import nl.sluis.canonical.PersonIdentifier;
import nl.sluis.canonical.PersonRef;

/**
 * One person as a question mentions them, once or more often.
 *
 * @param birthDate what the mentions say together; empty when they contradict each other
 */
record Mention(Set<PersonRef> refs, Set<PersonIdentifier> identifiers, Optional<PartialDate> birthDate) {

    Mention {
        refs = Collections.unmodifiableSet(new LinkedHashSet<>(refs));
        identifiers = Collections.unmodifiableSet(new LinkedHashSet<>(identifiers));
    }

    /** Mentions with a reference or an identifier in common are one person. */
    static List<Mention> group(Collection<PersonDetails> mentioned) {
        List<Mention> groups = new ArrayList<>();
        for (PersonDetails details : mentioned) {
            Mention mention = of(details);
            List<Mention> same = groups.stream().filter(mention::sharesWith).toList();
            groups.removeAll(same);
            // Groups have nothing in common with each other, so one round joins all that belong together.
            groups.add(Stream.concat(same.stream(), Stream.of(mention))
                    .reduce(Mention::and)
                    .orElseThrow());
        }
        return groups;
    }

    private static Mention of(PersonDetails details) {
        Set<PersonIdentifier> usable = new LinkedHashSet<>();
        details.identifiers().stream().filter(Mention::identifies).forEach(usable::add);
        return new Mention(Set.of(details.ref()), usable, Optional.of(details.birthDate()));
    }

    /** Fillers such as 999999999 stand for many people; a number that fails the 11-test identifies nobody. */
    private static boolean identifies(PersonIdentifier identifier) {
        return !identifier.system().equals(PersonIdentifier.BSN)
                || (identifier.value().matches("[0-9]{9}") && new Bsn(identifier.value()).passesElevenTest());
    }

    private boolean sharesWith(Mention other) {
        return !Collections.disjoint(refs, other.refs) || !Collections.disjoint(identifiers, other.identifiers);
    }

    private Mention and(Mention other) {
        Set<PersonRef> allRefs = new LinkedHashSet<>(refs);
        allRefs.addAll(other.refs);
        Set<PersonIdentifier> allIdentifiers = new LinkedHashSet<>(identifiers);
        allIdentifiers.addAll(other.identifiers);
        return new Mention(allRefs, allIdentifiers, BirthDates.together(birthDate, other.birthDate));
    }
}
