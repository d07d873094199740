package nl.sluis.inforce;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Collectors;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Out of service when nothing may leave for want of rules; up, with the alarm as a detail, when the last set was refused. */
final class PolicyHealth implements HealthIndicator {

    private static final ZoneId HOME = ZoneId.of("Europe/Amsterdam");

    private final SetKeeper keeper;
    private final Clock clock;

    PolicyHealth(SetKeeper keeper, Clock clock) {
        this.keeper = keeper;
        this.clock = clock;
    }

    @Override
    public Health health() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), HOME);
        Health.Builder health = keeper.closed(today) ? Health.outOfService() : Health.up();
        String codes = keeper.refused().stream()
                .map(fault -> fault.code().name())
                .distinct()
                .collect(Collectors.joining(" "));
        health.withDetail("policy", keeper.on(today).hash());
        return codes.isEmpty()
                ? health.build()
                : health.withDetail("refused", codes).build();
    }
}
