package nl.sluis.feed;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the live feed, under {@code sluis.feed}.
 *
 * @param heartbeat how long a stream may be silent; then it sends a comment and looks for items that no signal announced
 * @param longest how long a stream lasts; its reader comes back and is looked at anew
 */
@ConfigurationProperties("sluis.feed")
public record FeedSettings(
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("10m") Duration longest) {

    /**
     * @throws IllegalArgumentException when the heartbeat is not at least a second, or a stream not at least that long
     */
    public FeedSettings {
        if (heartbeat.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("sluis.feed.heartbeat is at least 1s");
        }
        if (longest.compareTo(heartbeat) < 0) {
            throw new IllegalArgumentException("sluis.feed.longest is at least the heartbeat");
        }
    }
}
