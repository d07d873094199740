package nl.sluis.registers;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import nl.sluis.audit.AuditLog;
import nl.sluis.custody.AuditedRegister;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedRateTask;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class RegistersConfiguration {

    /** Well after the start: a node that comes up has other things to do. */
    private static final Duration FIRST = Duration.ofMinutes(1);

    private static final Duration EVERY = Duration.ofHours(6);

    @Bean
    RegisterComparison registerComparison(
            List<AuditedRegister> registers,
            RegisterCheck check,
            AuditLog audit,
            TransactionTemplate transactions,
            Clock clock) {
        return new RegisterComparison(registers, check, audit, transactions, clock);
    }

    @Bean
    SchedulingConfigurer registerComparisonClock(RegisterComparison comparison) {
        return tasks -> tasks.addFixedRateTask(new FixedRateTask(comparison::look, EVERY, FIRST));
    }

    /** Up, with what differs: the decisions that need an altered row fail by themselves. */
    @Bean
    HealthIndicator registersHealthIndicator(RegisterComparison comparison, MeterRegistry metrics) {
        Gauge.builder("sluis.registers.differences", comparison, RegisterComparison::differences)
                .description("Facts of registers that are missing or altered, against what the audit says was recorded")
                .register(metrics);
        Gauge.builder("sluis.registers.age", comparison, each -> each.age().toSeconds())
                .description("Since all registers were held against the audit to the end")
                .baseUnit("seconds")
                .register(metrics);
        return new AbstractHealthIndicator("the registers cannot be compared") {
            @Override
            protected void doHealthCheck(Health.Builder health) {
                health.up();
                comparison.last().forEach(health::withDetail);
            }
        };
    }
}
