package nl.sluis.console;

import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.sluis.access.LoginSettings;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class ConsoleConfiguration implements WebMvcConfigurer {

    private final LoginSettings login;

    ConsoleConfiguration(LoginSettings login) {
        this.login = login;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        List<String> pages = List.of(
                "/", "/feed/**", "/my", "/report", "/report/mine", "/households", "/households/**", "/consents/**");
        registry.addInterceptor(new PageHeaders(login.origin())).addPathPatterns(pages);
        registry.addInterceptor(PageLanguage.change()).addPathPatterns(pages);
    }

    @Bean
    LocaleResolver localeResolver() {
        return new PageLanguage();
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
