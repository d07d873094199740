package nl.sluis.console;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/**
 * In which language somebody reads: the one they chose on a page, kept in a cookie that says nothing else, or else what their browser asks for; Dutch
 * when it asks for neither.
 */
final class PageLanguage extends CookieLocaleResolver {

    static final Locale DUTCH = Locale.of("nl");

    /** The field or parameter with which a page is asked for in another language. */
    static final String PARAMETER = "language";

    private static final List<Locale> LANGUAGES = List.of(DUTCH, Locale.ENGLISH);

    PageLanguage() {
        // The prefix ties it to this host and to https
        super("__Host-sluis-language");
        AcceptHeaderLocaleResolver asked = new AcceptHeaderLocaleResolver();
        asked.setSupportedLocales(LANGUAGES);
        asked.setDefaultLocale(DUTCH);
        setDefaultLocaleFunction(asked::resolveLocale);
        setCookieSecure(true);
        setCookieHttpOnly(true);
        setCookieSameSite("Lax");
        setCookieMaxAge(Duration.ofDays(365));
        // Whoever writes something else in it reads what the browser asks for
        setRejectInvalidCookies(false);
    }

    @Override
    protected @Nullable Locale parseLocaleValue(String value) {
        return LANGUAGES.stream()
                .filter(language -> language.toLanguageTag().equals(value))
                .findFirst()
                .orElse(null);
    }

    /** What a page asks for; another value than these two changes nothing. */
    static LocaleChangeInterceptor change() {
        LocaleChangeInterceptor change = new LocaleChangeInterceptor() {
            @Override
            protected @Nullable Locale parseLocaleValue(String value) {
                return LANGUAGES.stream()
                        .filter(language -> language.toLanguageTag().equals(value))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no language of these pages"));
            }
        };
        change.setParamName(PARAMETER);
        change.setIgnoreInvalidLocale(true);
        return change;
    }
}
