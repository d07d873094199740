package nl.sluis.restore;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How a node notices that its database was put back, under {@code sluis.restore}.
 *
 * @param newTimeline what another timeline of the same server means: also a replica that was promoted has one
 * @param highWaterMark a file outside the database, one for each process, in which the node writes how far its audit has come:
 *     notices also a copied data directory. None by default
 * @param witness the earlier name of the same; still read, to be dropped once no configuration has it
 */
@Validated
@ConfigurationProperties("sluis.restore")
public record RestoreSettings(
        @NotNull @DefaultValue("park") NewTimeline newTimeline,
        @Nullable Path highWaterMark,
        @Nullable Path witness) {

    /** The setting of the file, for messages. */
    static final String MARK = "sluis.restore.high-water-mark";

    /** Whether there is one file at the most. */
    @AssertTrue(
            message = "sluis.restore.witness is the earlier name of sluis.restore.high-water-mark: give one of them")
    boolean isOneFileNamed() {
        return highWaterMark == null || witness == null;
    }

    /** The file, by either name. */
    Optional<HighWaterMark> mark() {
        return Optional.ofNullable(highWaterMark == null ? witness : highWaterMark)
                .map(HighWaterMark::new);
    }

    /** Whether a promoted replica may miss what its predecessor confirmed. */
    public enum NewTimeline {
        /** It may: nothing goes out until a person has looked. */
        PARK,
        /** It does not: replication is synchronous. */
        TRUST
    }
}
