package nl.sluis.policy;

import java.time.LocalDate;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.PersonRef;
import org.jspecify.annotations.Nullable;

/** A measure of child protection; days inclusive, null when not stated. */
public record Measure(
        Type type,
        PersonRef subject,
        OrganisationId executor,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    /** The sort of measure. */
    public enum Type {
        /** Supervision order (ondertoezichtstelling). */
        OTS,
        /** Guardianship by an institution. */
        VOOGDIJ
    }
}
