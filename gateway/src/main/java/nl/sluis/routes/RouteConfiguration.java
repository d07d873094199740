package nl.sluis.routes;

import java.util.List;
import nl.sluis.access.AccessSettings;
import nl.sluis.node.NodeSettings;
import nl.sluis.submit.PartnerSettings;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RouteConfiguration {

    @Bean
    PartnerRoutes partnerRoutes(
            PartnerSettings partners, AccessSettings access, NodeSettings self, Entrances entrances) {
        int largest = Math.toIntExact(self.maxBody().toBytes());
        List<ChannelIn> channels = Channel.of(partners, access, self.type()).stream()
                .map(channel -> entrances.of(channel, largest))
                .toList();
        return new PartnerRoutes(self.organisation(), channels);
    }

    /** Up, with how each channel fares as details: what an own system brings by another way than HTTPS is not all of the node. */
    @Bean
    HealthIndicator channelsHealthIndicator(PartnerRoutes routes) {
        return new ChannelHealth(routes);
    }
}
