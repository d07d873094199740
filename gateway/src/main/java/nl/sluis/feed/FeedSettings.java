package nl.sluis.feed;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the live feed, under {@code sluis.feed}.
 *
 * @param heartbeat how long a stream may be silent; then it sends a comment and looks for items that no signal announced
 */
@ConfigurationProperties("sluis.feed")
public record FeedSettings(@DefaultValue("15s") Duration heartbeat) {

    /**
     * @throws IllegalArgumentException when the heartbeat is not at least a second
     */
    public FeedSettings {
        if (heartbeat.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("sluis.feed.heartbeat is at least 1s");
        }
    }
}
