package nl.sluis.adapter.partners.fhir;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import nl.sluis.canonical.PartialDate;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.jspecify.annotations.Nullable;

/** FHIR dates with their precision: {@code 2017}, {@code 2017-03}, {@code 2017-03-01}, with or without a time. */
final class FhirDates {

    private FhirDates() {}

    /** The date as far as it is known; empty when there is none. */
    static Optional<PartialDate> partial(@Nullable BaseDateTimeType date) {
        String text = date == null ? null : date.getValueAsString();
        if (text == null || text.length() < 4) {
            return Optional.empty();
        }
        String known = text.substring(0, Math.min(10, text.length()));
        String full = known + "0000-00-00".substring(known.length());
        try {
            return Optional.of(PartialDate.parse(full));
        } catch (IllegalArgumentException noDate) {
            return Optional.empty();
        }
    }

    /** The moment, when it was given with a time. */
    static @Nullable Instant moment(@Nullable BaseDateTimeType date) {
        Date value = date == null ? null : date.getValue();
        if (date == null || value == null) {
            return null;
        }
        return date.getPrecision().ordinal() > TemporalPrecisionEnum.DAY.ordinal() ? value.toInstant() : null;
    }
}
