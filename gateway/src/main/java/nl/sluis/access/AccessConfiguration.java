package nl.sluis.access;

import jakarta.servlet.DispatcherType;
import nl.sluis.node.ProblemWriter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
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

    private static final String[] PAGES = {"/", "/feed/**", "/assets/**", "/webjars/**"};

    /** The description of the API: it says nothing about this node, so everybody may read it, from any site. */
    private static final String DESCRIPTION = "/openapi.json";

    /** What is not named here is denied. */
    @Bean
    SecurityFilterChain access(HttpSecurity http, Callers callers, DemoEntry entry, ProblemWriter problems) {
        return http.authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, "/enter")
                                .permitAll()
                                .requestMatchers(DESCRIPTION)
                                .permitAll()
                                .requestMatchers("/v1/exchange", "/v1/exchange/**")
                                .hasRole("NODE")
                                .requestMatchers("/v1/**")
                                .hasRole("SYSTEM")
                                .requestMatchers(HttpMethod.GET, PAGES)
                                .hasAnyRole("SYSTEM", "VISITOR")
                                .anyRequest()
                                .denyAll())
                .addFilterAt(new CallerFilter(callers, entry), AbstractPreAuthenticatedProcessingFilter.class)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new CrossSiteFilter(problems), AbstractPreAuthenticatedProcessingFilter.class)
                // No token: a cookie opens pages only, and for certificates in browsers there is the filter above
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                // NL GOV API Design Rules, core/version-header
                .headers(headers -> headers.addHeaderWriter(new StaticHeadersWriter("API-Version", "1.0.0"))
                        // What is no page runs nothing and stands in no page; a page says itself what it may do
                        .contentSecurityPolicy(policy -> policy.policyDirectives(NOTHING))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN)))
                .anonymous(anonymous -> {})
                .exceptionHandling(errors -> errors.authenticationEntryPoint((request, response, e) -> problems.write(
                                response,
                                HttpStatus.UNAUTHORIZED,
                                "no-certificate",
                                "A client certificate that this node knows is needed"))
                        .accessDeniedHandler((request, response, e) ->
                                problems.write(response, HttpStatus.FORBIDDEN, "not-yours", "This is not for you")))
                .build();
    }

    /** NL GOV API Design Rules, core/publish-openapi: pages of other sites may show the description. */
    @Bean
    WebMvcConfigurer describedToEverybody() {
        return new WebMvcConfigurer() {
            @Override
            public void addCorsMappings(CorsRegistry registry) {
                registry.addMapping(DESCRIPTION).allowedOrigins("*").allowedMethods("GET", "HEAD");
            }
        };
    }
}
