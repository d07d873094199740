package nl.sluis.routes;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Each channel of this process by its name: what is wrong, or that nothing is, and when the last document came. */
final class ChannelHealth extends AbstractHealthIndicator {

    private final PartnerRoutes routes;

    ChannelHealth(PartnerRoutes routes) {
        super("the channels cannot be asked");
        this.routes = routes;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
        for (ChannelState state : routes.states()) {
            Map<String, String> details = new LinkedHashMap<>();
            details.put("state", state.trouble().map(Trouble::name).orElse("FINE"));
            state.last().map(Instant::toString).ifPresent(at -> details.put("last", at));
            health.withDetail(state.name(), details);
        }
    }
}
