package nl.sluis.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one caller may ask of one process of the node, under {@code sluis.access.limits}. Above it the answer is 429.
 *
 * @param system calls a second of one own system
 * @param node calls a second of one partner's node
 * @param person calls a second of one person
 * @param refusals refused calls (401, 403) a minute of one caller; then nothing passes until the minute is over
 * @param streams streams of the feed that one caller has open at a time
 */
@ConfigurationProperties("sluis.access.limits")
public record LimitSettings(
        @DefaultValue("2000") int system,
        @DefaultValue("2000") int node,
        @DefaultValue("50") int person,
        @DefaultValue("100") int refusals,
        @DefaultValue("20") int streams) {

    /**
     * @throws IllegalArgumentException when one is not at least 1
     */
    public LimitSettings {
        if (Math.min(Math.min(system, node), Math.min(Math.min(person, refusals), streams)) < 1) {
            throw new IllegalArgumentException("sluis.access.limits are at least 1");
        }
    }
}
