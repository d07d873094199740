package nl.sluis.channel;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much is done at a time in one process, under {@code sluis.channel}. A worker holds two connections to the database: one for
 * its place in the queue, one for the work.
 *
 * @param outboxWorkers attempts that are under way at a time
 * @param acuteWorkers the same for what is acute, which waits for nothing else
 * @param inboxWorkers envelopes that are opened and delivered at a time
 */
@Validated
@ConfigurationProperties("sluis.channel")
public record ChannelSettings(
        @Min(1) @Max(200) @DefaultValue("4") int outboxWorkers,
        @Min(1) @Max(50) @DefaultValue("1") int acuteWorkers,
        @Min(1) @Max(200) @DefaultValue("3") int inboxWorkers) {

    /** The key of the size of the pool. */
    static final String POOL = "sluis.node.database.connections";

    /** For callers over HTTP, the clock, and the note that an attempt makes before it sends. */
    private static final int BESIDE_THE_WORKERS = 4;

    /** How many connections the pool must have at least. */
    public int connections() {
        return 2 * (outboxWorkers + acuteWorkers + inboxWorkers) + BESIDE_THE_WORKERS;
    }

    /**
     * Checks that the workers cannot wait for each other's connections for ever.
     *
     * @param pool how many connections there are at most
     * @throws IllegalStateException naming the key
     */
    public void require(int pool) {
        if (pool < connections()) {
            throw new IllegalStateException(POOL + ": at least " + connections()
                    + " for the workers that sluis.channel asks for; a worker holds two");
        }
    }
}
