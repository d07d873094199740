package nl.sluis.family;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What stands in the view of a household in words: where nothing is known, that nothing is. */
@Component
class FamilyTexts {

    private final MessageSource texts;

    FamilyTexts(MessageSource texts) {
        this.texts = texts;
    }

    String of(Information information, Locale language) {
        return text("family.information." + information, language);
    }

    String of(@Nullable Contact contact, Locale language) {
        return contact == null
                ? text("family.contact.UNRECORDED", language)
                : text("family.contact." + contact.how(), language, day(contact.on(), language));
    }

    /**
     * Of a life domain.
     *
     * @param discussed null when nobody spoke of it
     * @param sources who told something of it
     */
    String domain(@Nullable LocalDate discussed, List<String> sources, Locale language) {
        if (discussed != null) {
            return text("family.domain.discussed", language, day(discussed, language));
        }
        return sources.isEmpty()
                ? text("family.domain.not-discussed", language)
                : text("family.domain.told", language, String.join(", ", sources));
    }

    private String text(String key, Locale language, Object... values) {
        return texts.getMessage(key, values, language);
    }

    private static String day(LocalDate day, Locale language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language)
                .format(day);
    }
}
