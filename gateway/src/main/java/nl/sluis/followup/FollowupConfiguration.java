package nl.sluis.followup;

import java.time.Clock;
import nl.sluis.audit.AuditLog;
import nl.sluis.household.Households;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.function.SingletonSupplier;

@Configuration(proxyBeanMethods = false)
class FollowupConfiguration {

    @Bean
    Tasks tasks(
            JdbcClient jdbc,
            Households households,
            ObjectProvider<Owners> owners,
            FollowupSettings settings,
            AuditLog audit,
            Clock clock) {
        return new Tasks(
                jdbc,
                households,
                // Looked up at the first task, and then no more
                SingletonSupplier.of(() -> owners.getIfAvailable(() -> Owners.NOBODY)),
                settings.role(),
                audit,
                clock);
    }
}
