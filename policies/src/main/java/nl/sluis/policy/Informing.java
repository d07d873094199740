package nl.sluis.policy;

import java.time.LocalDate;
import nl.sluis.canonical.PersonRef;
import org.jspecify.annotations.Nullable;

/** Whether a person was told of the report, how, or why not (law table R24). */
public record Informing(
        PersonRef person,
        boolean informed,
        @Nullable LocalDate at,
        @Nullable Manner manner,
        @Nullable NotInformed reason) {

    /** How somebody was informed (JUBES). */
    public enum Manner {
        /** By word of mouth. */
        MONDELING,
        /** In writing. */
        SCHRIFTELIJK,
        /** By telephone. */
        TELEFONISCH,
        /** By e-mail. */
        E_MAIL,
        /** Not named. */
        ONBENOEMD
    }

    /** Why somebody was not informed. */
    public enum NotInformed {
        /** Somebody's safety. */
        SAFETY,
        /** The relation of trust. */
        TRUST
    }
}
