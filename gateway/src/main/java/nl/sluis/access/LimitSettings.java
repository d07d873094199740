package nl.sluis.access;

import java.util.stream.IntStream;
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
 * @param nobody calls a second of one address from which nobody is known to call
 * @param logins logins that were begun from one address and not ended, at a time
 * @param allLogins the same of all addresses together
 */
@ConfigurationProperties("sluis.access.limits")
public record LimitSettings(
        @DefaultValue("2000") int system,
        @DefaultValue("2000") int node,
        @DefaultValue("50") int person,
        @DefaultValue("100") int refusals,
        @DefaultValue("20") int streams,
        @DefaultValue("50") int nobody,
        @DefaultValue("30") int logins,
        @DefaultValue("2000") int allLogins) {

    /**
     * @throws IllegalArgumentException when one is not at least 1
     */
    public LimitSettings {
        if (IntStream.of(system, node, person, refusals, streams, nobody, logins, allLogins)
                .anyMatch(limit -> limit < 1)) {
            throw new IllegalArgumentException("sluis.access.limits are at least 1");
        }
    }
}
