package nl.sluis.retention;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAmount;
import java.util.Locale;
import nl.sluis.node.Dutch;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;
import org.springframework.validation.annotation.Validated;

/**
 * How long what is kept, under {@code sluis.retention}. Three clocks: payload, traffic data, evidence (docs/operations/retention.md).
 * The audit has no term: it holds no personal data, and NEN 7513 asks at least five years, append-only.
 *
 * @param payload content of a message after its delivery was confirmed; at most 24 hours by the model of the Regeling
 *     justitiële keteninformatisering Jeugdwet art. 4 lid 1. A net: it is removed in the transaction of the receipt already
 * @param waiting content that waits for a consent, a person or a receipt; storage limitation, GDPR art. 5(1)(e). What waits
 *     longer is given up, and its sender told
 * @param traffic what went when to whom in which state, and the first answers to repeated submissions; at most six months by
 *     art. 4 lid 2 of the same Regeling. Duplicates are known again as long, so that it must be longer than {@code waiting} by
 *     {@link #MARGIN} twice
 * @param receipts the signed word of a recipient's node; as long as NEN 7513 asks of the log that it belongs to
 * @param consents a consent or refusal after it ended, as long as the file that it is part of: Jeugdwet art. 7.3.8 and BW 7:454,
 *     twenty years
 * @param hour of the day, Dutch time, from which a run is due
 * @param batch the most rows that one transaction destroys
 */
@Validated
@ConfigurationProperties("sluis.retention")
public record RetentionSettings(
        @NotNull @DurationUnit(ChronoUnit.HOURS) @DurationMin @DurationMax(days = 31) @DefaultValue("24h")
        Duration payload,

        @NotNull @DurationUnit(ChronoUnit.DAYS) @DurationMin(days = 1) @DefaultValue("90d")
        Duration waiting,

        @NotNull @DefaultValue("6m") Period traffic,
        @NotNull @DefaultValue("5y") Period receipts,
        @NotNull @DefaultValue("20y") Period consents,
        @Min(0) @Max(23) @DefaultValue("3") int hour,
        @Min(1) @Max(10_000) @DefaultValue("500") int batch) {

    /** By how much a duplicate is known longer than it could still be sent, and what two clocks may differ. */
    public static final Duration MARGIN = Duration.ofDays(30);

    /** Which of the terms holds for a class of data. */
    public enum Term implements Perishable.Kept {
        /** {@link RetentionSettings#payload()}. */
        PAYLOAD,
        /** {@link RetentionSettings#waiting()}. */
        WAITING,
        /** {@link RetentionSettings#traffic()}. */
        TRAFFIC,
        /** {@link RetentionSettings#receipts()}. */
        RECEIPTS,
        /** {@link RetentionSettings#consents()}. */
        CONSENTS;

        @Override
        public String rule() {
            return "sluis.retention." + name().toLowerCase(Locale.ROOT);
        }

        @Override
        public TemporalAmount length(RetentionSettings settings) {
            return switch (this) {
                case PAYLOAD -> settings.payload;
                case WAITING -> settings.waiting;
                case TRAFFIC -> settings.traffic;
                case RECEIPTS -> settings.receipts;
                case CONSENTS -> settings.consents;
            };
        }
    }

    /** Whether a duplicate is known longer than its sender could still try; the validator names the key. */
    @AssertTrue(message = "must be at least 60 days longer than waiting, or a late duplicate is not known again")
    public boolean isTrafficLongEnough() {
        return traffic.toTotalMonths() * 28L + traffic.getDays()
                >= waiting.plus(MARGIN.multipliedBy(2)).toDays();
    }

    /** What ended before this has been kept long enough. */
    public Instant before(Perishable.Kept term, Instant now) {
        return ZonedDateTime.ofInstant(now, Dutch.ZONE).minus(term.length(this)).toInstant();
    }
}
