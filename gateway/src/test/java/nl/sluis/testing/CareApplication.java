package nl.sluis.testing;

import java.time.Instant;
import nl.sluis.safety.SafetySettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** What a team works with around a household, without the path; its clock stands still, and nothing goes by itself. */
@ComponentScan({"nl.sluis.safety", "nl.sluis.watch"})
@EnableConfigurationProperties(SafetySettings.class)
public class CareApplication extends FeedApplication {

    /** When it is, unless a test moves on. */
    public static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

    @Bean
    @Override
    SettableClock clock() {
        return new SettableClock(NOW);
    }
}
