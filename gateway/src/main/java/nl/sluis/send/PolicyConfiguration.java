package nl.sluis.send;

import nl.sluis.policy.PolicyDecisionPoint;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {

    @Bean
    PolicyDecisionPoint policyDecisionPoint() {
        return new PolicyDecisionPoint();
    }
}
