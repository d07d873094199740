package nl.sluis.adapter.source;

import nl.sluis.canonical.PartialDate;
import org.jspecify.annotations.Nullable;

/** Points in time of HL7, which version 2 (DTM) and version 3 (TS) write alike. */
public final class Hl7Date {

    private static final String FORM = "[0-9]{4}([0-9]{2}){0,5}(\\.[0-9]{1,4})?([+-][0-9]{4})?";

    private Hl7Date() {}

    /** YYYY, YYYYMM, YYYYMMDD or longer; what is not known is zero. Null when it is no date. */
    public static @Nullable PartialDate read(@Nullable String text) {
        if (text == null || !text.matches(FORM)) {
            return null;
        }
        String digits = text.replaceFirst("[^0-9].*", "");
        String full = (digits.length() < 8 ? digits + "0000".substring(digits.length() - 4) : digits).substring(0, 8);
        try {
            return PartialDate.parse(full.substring(0, 4) + "-" + full.substring(4, 6) + "-" + full.substring(6));
        } catch (IllegalArgumentException noDate) {
            return null;
        }
    }
}
