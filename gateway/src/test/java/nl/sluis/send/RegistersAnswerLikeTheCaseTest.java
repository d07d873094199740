package nl.sluis.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import nl.sluis.adapter.PartnerAdapter;
import nl.sluis.adapter.partners.Adapters;
import nl.sluis.audit.AuditedFacts;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.canonical.Regime;
import nl.sluis.consent.ConsentSettings;
import nl.sluis.consent.ConsentsOnRecord;
import nl.sluis.consent.GivenCopies;
import nl.sluis.custody.CustodyFixture;
import nl.sluis.custody.PersonRegister;
import nl.sluis.measure.MeasureRegister;
import nl.sluis.meldcode.MeldcodeRegister;
import nl.sluis.node.NodeSettings;
import nl.sluis.policy.Outcome;
import nl.sluis.policy.PolicyDecisionPoint;
import nl.sluis.policy.ReasonCode;
import nl.sluis.policy.RuleSets;
import nl.sluis.policy.RulesInForce;
import nl.sluis.policy.SharingRequest;
import nl.sluis.policy.Verdict;
import nl.sluis.policyset.CaseJson;
import nl.sluis.seal.AtRest;
import nl.sluis.storage.TestDataKeys;
import nl.sluis.testing.Journal;
import nl.sluis.testing.SettableClock;
import nl.sluis.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import tools.jackson.databind.JsonNode;

/**
 * The same case gives the same answer from a file and through the registers: its facts are recorded over HTTP, at the moments
 * that the case names, and the message is decided about from what the registers then say.
 */
@SpringJUnitWebConfig(RegistersAnswerLikeTheCaseTest.Node.class)
class RegistersAnswerLikeTheCaseTest {

    private final PolicyDecisionPoint decisionPoint = new PolicyDecisionPoint();

    @Test
    void decidesARecordedCaseAsItStandsInItsFile(
            WebApplicationContext node,
            @Autowired DataSource database,
            @Autowired SettableClock clock,
            @Autowired PersonRegister persons,
            @Autowired ConsentsOnRecord consents,
            @Autowired MeldcodeRegister meldcode,
            @Autowired MeasureRegister measures) {
        Registers registers = new Registers(consents, meldcode, measures);
        Set<Outcome> seen = EnumSet.noneOf(Outcome.class);
        List<String> compared = new ArrayList<>();
        Set<ReasonCode> codes = EnumSet.noneOf(ReasonCode.class);
        for (JsonNode question : RecordedCase.questions()) {
            CaseJson.Read read = CaseJson.read(question);
            if (!(read instanceof CaseJson.Read.Case found) || !RecordedCase.recordable(found.request())) {
                continue;
            }
            CustodyFixture.emptied(database);
            RecordedCase recorded = new RecordedCase(MockMvcTester.from(node), clock, question);
            if (!recorded.record()) {
                continue;
            }
            SharingRequest request = found.request();
            Facts facts = new Facts(RecordedCase.self(request.sender()), persons, registers, null, clock);
            clock.moveTo(request.at());
            Verdict answer = recorded.decide(facts, decisionPoint, request);

            assertThat(shown(answer))
                    .as(question.path("id").stringValue())
                    .isEqualTo(shown(decisionPoint.judge(request)));
            seen.add(answer.outcome());
            compared.add(question.path("id").stringValue());
            answer.reasons().forEach(reason -> codes.add(reason.code()));
        }
        assertThat(seen).containsExactlyInAnyOrder(Outcome.values());
        assertThat(compared).hasSizeGreaterThan(60);
        assertThat(codes).contains(ReasonCode.MEASURE_ENDED, ReasonCode.MEASURE_OTHER_EXECUTOR);
    }

    private static String shown(Verdict verdict) {
        return CaseJson.answer(null, verdict).toPrettyString();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableWebMvc
    @ComponentScan(
            basePackages = {"nl.sluis.custody", "nl.sluis.consent", "nl.sluis.measure", "nl.sluis.meldcode"},
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Test.*"))
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
        SettableClock clock() {
            return new SettableClock(Instant.EPOCH);
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
        List<PartnerAdapter> adapters() {
            return Adapters.all();
        }

        @Bean
        NodeSettings settings() {
            return RecordedCase.settings("de-wilgenhof", OrganisationType.SCHOOL, Regime.AVG);
        }
    }
}
