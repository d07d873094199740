package nl.sluis.household;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluis.canonical.PersonName;

/** A name as people write it. */
public final class DisplayName {

    private DisplayName() {}

    /** First name or initials, prefix and family name; empty when nothing is known. */
    public static Optional<String> of(PersonName name) {
        String first = name.given() == null ? name.initials() : name.given();
        String whole = Stream.of(first, name.prefix(), name.family())
                .filter(Objects::nonNull)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
        return whole.isEmpty() ? Optional.empty() : Optional.of(whole);
    }
}
