package nl.sluis.access;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.DispatcherType;
import nl.sluis.node.ProblemWriter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.preauth.AbstractPreAuthenticatedProcessingFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    private static final String NOTHING =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** What is not in the {@link AccessTable} is denied. */
    @Bean
    SecurityFilterChain access(
            HttpSecurity http,
            Recognition recognition,
            Login login,
            Pace pace,
            MeterRegistry meters,
            LostForms forms,
            ProblemWriter problems) {
        AccessRules rules = new AccessRules(AccessTable.ROWS);
        Refusals refusals = new Refusals(rules, problems, login, forms);
        TooMuch tooMuch = new TooMuch(problems, meters);
        login.applyTo(http, pace, tooMuch);
        return http.authorizeHttpRequests(requests -> {
                    requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                            .permitAll();
                    rules.applyTo(requests);
                })
                .addFilterAt(new CallerFilter(recognition, rules), AbstractPreAuthenticatedProcessingFilter.class)
                .addFilterAfter(new PaceFilter(pace, tooMuch), AbstractPreAuthenticatedProcessingFilter.class)
                // Before the count of refusals: else another site's page could have a system locked out
                .addFilterBefore(new CrossSiteFilter(problems), AbstractPreAuthenticatedProcessingFilter.class)
                .requestCache(cache -> cache.disable())
                .headers(AccessConfiguration::harden)
                .anonymous(anonymous -> {})
                .exceptionHandling(errors -> errors.authenticationEntryPoint(
                                (request, response, e) -> refusals.unknown(request, response))
                        .accessDeniedHandler((request, response, e) -> refusals.denied(request, response, e)))
                .build();
    }

    private static void harden(HeadersConfigurer<HttpSecurity> headers) {
        // NL GOV API Design Rules, core/version-header
        headers.addHeaderWriter(new StaticHeadersWriter("API-Version", "1.0.0"))
                // What is no page runs nothing and stands in no page; a page says itself what it may do
                .contentSecurityPolicy(policy -> policy.policyDirectives(NOTHING))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }

    /** NL GOV API Design Rules, core/publish-openapi: pages of other sites may show the description. */
    @Bean
    WebMvcConfigurer describedToEverybody() {
        return new WebMvcConfigurer() {
            @Override
            public void addCorsMappings(CorsRegistry registry) {
                registry.addMapping("/openapi.json").allowedOrigins("*").allowedMethods("GET", "HEAD");
            }
        };
    }
}
