package nl.sluis.adapter.partners.veiligthuis;

import nl.sluis.adapter.MessageJson;
import nl.sluis.canonical.Content;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Whether somebody was told of a report, when, how, what they said, or why they were not told: the words of JUBES 1.0.9 and of
 * law table R24. Travels as a section about that person.
 *
 * @param at digits of a day, as StUF has them; null when not said
 * @param manner {@code mondeling}, {@code schriftelijk}, {@code telefonisch}, {@code e-mail} or {@code onbenoemd}
 * @param reaction what the person said; null when nothing or not said
 * @param reason why the person was not informed; null when informed
 */
record InformedPerson(
        boolean informed,
        @Nullable String at,
        @Nullable String manner,
        @Nullable Boolean reacted,
        @Nullable String reaction,
        @Nullable String reason) {

    static final String MEDIA_TYPE = "application/vnd.sluis.informing+json";

    /** Null when a content is something else. */
    static @Nullable InformedPerson from(Content content) {
        if (!(content instanceof Content.Carried carried)
                || !carried.mediaType().equals(MEDIA_TYPE)) {
            return null;
        }
        try {
            return MessageJson.mapper().readValue(carried.text(), InformedPerson.class);
        } catch (JacksonException other) {
            return null;
        }
    }

    Content content() {
        return new Content.Carried(MEDIA_TYPE, MessageJson.mapper().writeValueAsString(this));
    }
}
