package nl.sluis.copies;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluis.canonical.MessageId;
import nl.sluis.consent.GivenCopies;
import org.springframework.stereotype.Component;

/** Looks up what became of copies. */
@Component
final class CopiesGiven implements GivenCopies {

    private final GivenStore given;
    private final Road road;

    CopiesGiven(GivenStore given, Road road) {
        this.given = given;
        this.road = road;
    }

    @Override
    public Map<UUID, List<Given>> of(Collection<UUID> consents) {
        return given.of(consents).stream()
                .collect(Collectors.groupingBy(
                        GivenStore.Row::consent, Collectors.mapping(this::shown, Collectors.toList())));
    }

    private Given shown(GivenStore.Row row) {
        MessageId envelope = row.envelope();
        return new Given(
                row.holder().value(), envelope == null ? String.valueOf(row.obstacle()) : road.state(envelope));
    }
}
