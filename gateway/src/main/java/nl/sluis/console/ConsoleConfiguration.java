package nl.sluis.console;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import nl.sluis.access.LoginSettings;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

@Configuration(proxyBeanMethods = false)
class ConsoleConfiguration implements WebMvcConfigurer {

    static final Locale DUTCH = Locale.of("nl");

    private final LoginSettings login;

    ConsoleConfiguration(LoginSettings login) {
        this.login = login;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new PageHeaders(login.origin()))
                .addPathPatterns("/", "/feed/**", "/my", "/report", "/report/mine", "/households", "/households/*");
    }

    @Bean
    LocaleResolver localeResolver() {
        AcceptHeaderLocaleResolver resolver = new AcceptHeaderLocaleResolver();
        resolver.setSupportedLocales(List.of(DUTCH, Locale.ENGLISH));
        resolver.setDefaultLocale(DUTCH);
        return resolver;
    }

    @Bean
    MessageSource messageSource() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        // The language of the machine says nothing about the reader: without this, Dutch would become English on most
        // servers.
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
