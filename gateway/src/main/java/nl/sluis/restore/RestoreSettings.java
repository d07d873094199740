package nl.sluis.restore;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How a node notices that its database was put back, under {@code sluis.restore}.
 *
 * @param newTimeline what another timeline of the same server means: also a replica that was promoted has one
 * @param witness a file outside the database, one for each process, in which the node writes how far its audit has come: notices
 *     also a copied data directory. None by default
 */
@Validated
@ConfigurationProperties("sluis.restore")
public record RestoreSettings(
        @NotNull @DefaultValue("park") NewTimeline newTimeline,
        @Nullable Path witness) {

    /** Whether a promoted replica may miss what its predecessor confirmed. */
    public enum NewTimeline {
        /** It may: nothing goes out until a person has looked. */
        PARK,
        /** It does not: replication is synchronous. */
        TRUST
    }
}
