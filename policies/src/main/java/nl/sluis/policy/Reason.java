package nl.sluis.policy;

import nl.sluis.canonical.PersonRef;
import org.jspecify.annotations.Nullable;

/**
 * One reason of a decision.
 *
 * @param rule the row of the rule tables, such as {@code T-W1}
 * @param article the article that the row rests on
 * @param text the reason in Dutch, for people
 * @param textEn the reason in English
 * @param subject whom the item is about; null when the reason is about the message
 * @param person whose consent or informing it is about; null when nobody's
 */
public record Reason(
        ReasonCode code,
        String rule,
        String article,
        String text,
        String textEn,
        @Nullable PersonRef subject,
        @Nullable PersonRef person) {}
