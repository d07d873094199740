package nl.sluis.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import nl.sluis.access.LoginSettings;
import nl.sluis.access.TestAccess;
import nl.sluis.feed.FeedSettings;
import nl.sluis.feed.SourceNames;
import nl.sluis.followup.FollowupSettings;
import nl.sluis.municipality.MunicipalitySettings;
import nl.sluis.node.NodeSettings;
import nl.sluis.regie.RegieSettings;
import nl.sluis.seal.AtRest;
import nl.sluis.storage.TestDataKeys;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;

/**
 * The feed, its households and its page without the rest of a node, open to everyone, as to the team's own system. No stereotype, so that whole nodes in
 * other tests do not find it.
 */
@EnableAutoConfiguration
@ComponentScan(
        basePackages = {
            "nl.sluis.feed",
            "nl.sluis.followup",
            "nl.sluis.household",
            "nl.sluis.municipality",
            "nl.sluis.regie",
            "nl.sluis.console"
        },
        // The pages of a family and of a reporter need what is not here; their tests have a whole node
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = {
                            ".*\\.(MyPage|MyReports|Report)\\w+",
                            "nl\\.sluis\\.console\\.(regisseur|consents|work)\\..*"
                        }))
@EnableConfigurationProperties({
    NodeSettings.class,
    FeedSettings.class,
    FollowupSettings.class,
    LoginSettings.class,
    MunicipalitySettings.class,
    RegieSettings.class
})
public class FeedApplication {

    private static final Map<String, String> NAMES = Map.of(
            "de-wilgenhof", "Basisschool De Wilgenhof",
            "t-kompas", "Vmbo 't Kompas",
            "de-eik", "Woonstichting De Eik",
            "de-horizon", "GGZ De Horizon");

    @Bean
    DataSource dataSource() {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(TestDatabase.freshUrl());
        pool.setUsername("postgres");
        pool.setPassword("postgres");
        return new HikariDataSource(pool);
    }

    @Bean
    Journal journal() {
        return new Journal();
    }

    @Bean
    AtRest atRest(JdbcClient jdbc) {
        return TestDataKeys.atRest(jdbc);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    SourceNames sourceNames() {
        return source -> NAMES.getOrDefault(source.value(), source.value());
    }

    @Bean
    SecurityFilterChain everyone(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(csrf -> csrf.disable())
                .addFilterBefore(TestAccess.asSystem("regisseur"), AnonymousAuthenticationFilter.class)
                .build();
    }
}
