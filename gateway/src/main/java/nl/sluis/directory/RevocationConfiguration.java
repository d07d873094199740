package nl.sluis.directory;

import io.micrometer.core.instrument.MeterRegistry;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.sluis.node.NodeSettings;
import nl.sluis.node.StartCheck;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

@Configuration(proxyBeanMethods = false)
class RevocationConfiguration {

    /** Whose certificate cannot be read stops the start. */
    @Bean
    Responders responders(RevocationSettings settings, NodeSettings self, Clock clock, MeterRegistry metrics) {
        List<Responders.Responder> read = new ArrayList<>();
        for (int i = 0; i < settings.responders().size(); i++) {
            String key = "sluis.revocation.responders[" + i + "]";
            RevocationSettings.Responder responder = settings.responders().get(i);
            List<X509Certificate> issuer = StartCheck.requireCertificates(
                    responder.issuer(), key + ".issuer", self.mode() == NodeSettings.Mode.DEMO);
            read.add(new Responders.Responder(key, responder.address(), issuer.getFirst()));
        }
        Responders responders = new Responders(read, settings.lookAgain());
        metrics.gauge("sluis.revocation.silent", responders, Responders::silent);
        metrics.gauge("sluis.revocation.unanswered", responders, now -> now.unanswered(clock.instant()));
        return responders;
    }

    /** Reads the lists before anything is served: a node that starts knows who was taken back. */
    @Bean
    RevocationWatch revocationWatch(Revocations revocations, RevocationSettings settings, NodeSettings self) {
        RevocationWatch watch = new RevocationWatch(
                revocations,
                settings,
                () -> StartCheck.requireCertificates(self.tls().trust(), "sluis.node.tls.trust", true));
        watch.look();
        return watch;
    }

    @Bean
    SchedulingConfigurer revocationClock(RevocationWatch watch, RevocationSettings settings) {
        return tasks -> tasks.addFixedRateTask(watch::look, settings.lookAgain());
    }

    /** Up, with what an operator must see to: that nothing is checked, lists that are not used, lists that are overdue. */
    @Bean
    HealthIndicator revocationHealthIndicator(
            RevocationWatch watch,
            Revocations revocations,
            Responders responders,
            RevocationSettings settings,
            Clock clock,
            MeterRegistry metrics) {
        metrics.gauge(
                "sluis.revocation.faults", watch, looked -> looked.faults().size());
        metrics.gauge(
                "sluis.revocation.overdue", revocations, now -> now.lists().overdue(clock.instant()));
        return () -> {
            Map<String, Object> details = new TreeMap<>();
            List<String> faults = new ArrayList<>();
            watch.faults().forEach((key, fault) -> faults.add(key + ": " + fault));
            if (!settings.checks()) {
                details.put("checked", "nothing: sluis.revocation.lists and .responders are empty");
            }
            if (!faults.isEmpty()) {
                details.put("refused", faults);
            }
            long overdue = revocations.lists().overdue(clock.instant());
            if (overdue > 0) {
                details.put("overdue", overdue);
            }
            if (responders.silent() > 0) {
                details.put("silent responders", responders.silent());
            }
            long unanswered = responders.unanswered(clock.instant());
            if (unanswered > 0) {
                details.put("certificates without an answer", unanswered);
            }
            return Health.up().withDetails(details).build();
        };
    }
}
