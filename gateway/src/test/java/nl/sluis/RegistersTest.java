package nl.sluis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import nl.sluis.adapter.PartnerAdapter;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.Translation;
import nl.sluis.audit.AuditedFacts;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.canonical.Regime;
import nl.sluis.consent.ConsentSettings;
import nl.sluis.consent.GivenCopies;
import nl.sluis.node.NodeSettings;
import nl.sluis.policy.RuleSets;
import nl.sluis.policy.RulesInForce;
import nl.sluis.seal.AtRest;
import nl.sluis.storage.TestDataKeys;
import nl.sluis.testing.Journal;
import nl.sluis.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import tools.jackson.databind.json.JsonMapper;

/** The registers put together as a node does, and asked what their documentation says. */
@SpringJUnitWebConfig(RegistersTest.Node.class)
class RegistersTest {

    private static final Pattern SAMPLE = Pattern.compile("```json(?: (put|post) (\\S+))?\\n(.*?)```", Pattern.DOTALL);

    @Test
    void doesWhatEverySampleOfItsDocumentationAsks(WebApplicationContext node) throws IOException {
        MockMvcTester http = MockMvcTester.from(node);
        String page = Files.readString(Path.of("..", "docs", "api", "registers.md"));
        List<MatchResult> samples = SAMPLE.matcher(page).results().toList();
        Map<String, String> ids = new HashMap<>();

        for (MatchResult sample : samples) {
            assertThat(JsonMapper.shared().readTree(sample.group(3)).isObject()).isTrue();
            if (sample.group(1) != null) {
                String place = filled(sample.group(2), ids);
                MvcTestResult answer = http.method(
                                HttpMethod.valueOf(sample.group(1).toUpperCase(Locale.ROOT)))
                        .uri(place)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(sample.group(3))
                        .exchange();
                assertThat(answer).as(place).hasStatus2xxSuccessful();
                remember(place, answer, ids);
            }
        }
        assertThat(samples).hasSizeGreaterThan(9);
    }

    private static String filled(String place, Map<String, String> ids) {
        Matcher name = Pattern.compile("\\{(\\w+)}").matcher(place);
        return name.replaceAll(match -> ids.get(match.group(1)));
    }

    private static void remember(String place, MvcTestResult answer, Map<String, String> ids) {
        String location = answer.getResponse().getHeader("Location");
        if (location != null) {
            String name = place.contains("meldcode") ? "case" : place.contains("measures") ? "measure" : "id";
            ids.put(name, location.substring(location.lastIndexOf('/') + 1));
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableWebMvc
    @ComponentScan({"nl.sluis.custody", "nl.sluis.consent", "nl.sluis.measure", "nl.sluis.meldcode"})
    static class Node {

        @Bean
        AuditedFacts auditedFacts(JdbcClient jdbc) {
            return new AuditedFacts(jdbc);
        }

        @Bean
        DataSource database() {
            return TestDatabase.migrated();
        }

        @Bean
        JdbcClient jdbc(DataSource database) {
            return JdbcClient.create(database);
        }

        @Bean
        TransactionTemplate transactions(DataSource database) {
            return new TransactionTemplate(new JdbcTransactionManager(database));
        }

        @Bean
        Clock clock() {
            return Clock.fixed(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC);
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
        GivenCopies given() {
            return consents -> Map.of();
        }

        @Bean
        RulesInForce rules() {
            return day -> RuleSets.builtIn();
        }

        @Bean
        ConsentSettings consent() {
            return new ConsentSettings(Set.of(), Set.of());
        }

        @Bean
        NodeSettings settings() {
            Path none = Path.of("none");
            return new NodeSettings(
                    NodeSettings.Mode.PRODUCTION,
                    "de-wilgenhof",
                    "De Wilgenhof",
                    OrganisationType.SCHOOL,
                    Regime.AVG,
                    "00000001234567890000",
                    0,
                    0,
                    new NodeSettings.Tls(none, none, none),
                    new NodeSettings.Keys(none, none, none),
                    List.of(),
                    DataSize.ofMegabytes(20),
                    "");
        }

        @Bean
        PartnerAdapter nobody() {
            return new PartnerAdapter() {
                @Override
                public String name() {
                    return "nobody";
                }

                @Override
                public boolean reads(String mediaType) {
                    return false;
                }

                @Override
                public Translation read(Payload payload) {
                    throw new IllegalStateException("it reads nothing");
                }

                @Override
                public Optional<Payload> write(Message message) {
                    return Optional.empty();
                }
            };
        }
    }
}
