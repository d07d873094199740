package nl.sluis.regie;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluis.followup.Owners;
import nl.sluis.node.Dutch;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What must be done about a household is the regisseur's, or the second worker's while the regisseur is away. A professional who is no longer
 * involved reads nothing of the household and so owns nothing of it; then the role does.
 */
@Component
class RegieOwners implements Owners {

    private final RegieStore store;
    private final Clock clock;

    RegieOwners(RegieStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Optional<String> regisseur(UUID household, @Nullable UUID member) {
        return store.working(household, member, Dutch.day(clock.instant()));
    }

    @Override
    public Holders holders(UUID household) {
        Set<String> all = store.of(household).stream()
                .filter(Regie::lasts)
                .flatMap(one -> Stream.of(Optional.of(one.professional()), Optional.ofNullable(one.second())))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return new Holders(all, store.acting(household, Dutch.day(clock.instant())));
    }
}
