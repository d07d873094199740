package nl.sluis.access;

import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

@Configuration(proxyBeanMethods = false)
class ManagementAccess {

    /** Health and metrics are on a port of their own that listens on loopback: who is there is the operator. */
    @Bean
    @Order(1)
    SecurityFilterChain management(HttpSecurity http) {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(requests -> new AccessRules(AccessTable.MANAGEMENT).applyTo(requests))
                .csrf(csrf -> csrf.disable())
                .build();
    }
}
