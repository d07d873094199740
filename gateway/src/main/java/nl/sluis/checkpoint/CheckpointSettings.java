package nl.sluis.checkpoint;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import nl.sluis.canonical.OrganisationId;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the audit is made provable, under {@code sluis.audit}.
 *
 * @param checkpointEvery how often a checkpoint is signed when there are new entries: what was not in one yet can be rewritten by
 *     whoever has this node's keys and database
 * @param witnesses organisations of the directory that are asked to countersign every checkpoint
 * @param timestamp an authority that stamps checkpoints with its time; null when there is none
 */
@Validated
@ConfigurationProperties("sluis.audit")
public record CheckpointSettings(
        @NotNull @DurationMin(seconds = 1) @DurationMax(days = 1) @DefaultValue("5m")
        Duration checkpointEvery,

        @NotNull @DefaultValue List<String> witnesses,
        @Nullable @Valid TimeStampSettings timestamp) {

    /**
     * A time-stamping authority (RFC 3161).
     *
     * @param url where it is asked, by HTTP or HTTPS
     * @param trust PEM: its certificate, or that of who issued it
     * @param every how old the last stamp may be before another checkpoint is stamped
     */
    public record TimeStampSettings(
            @NotNull URI url,
            @NotNull Path trust,

            @NotNull @DurationMin(minutes = 1) @DurationMax(days = 31) @DefaultValue("1d")
            Duration every) {}

    public CheckpointSettings {
        witnesses = List.copyOf(witnesses);
    }

    /** When a node that comes up looks first: after so long, or at the first time that is due. */
    public Duration first(Duration atTheLatest) {
        return checkpointEvery.compareTo(atTheLatest) < 0 ? checkpointEvery : atTheLatest;
    }

    /** Who is asked to countersign. */
    public List<OrganisationId> witnessIds() {
        return witnesses.stream().map(OrganisationId::new).toList();
    }
}
