package nl.sluis.adapter.partners.veiligthuis;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import nl.sluis.canonical.PartialDate;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Names and dates of StUF 03.01 and of the sector Jeugdzorg 1.0.9 (VNG Realisatie). */
final class Stuf {

    static final String STUF = "http://www.egem.nl/StUF/StUF0301";
    static final String BG = "http://www.egem.nl/StUF/sector/bg/0310";
    static final String ZKN = "http://www.egem.nl/StUF/sector/zkn/0310";
    static final String JZ = "http://www.stufstandaarden.nl/koppelvlak/jz0100";

    /** Times in StUF have no zone; those of Dutch government are Dutch. */
    private static final ZoneId DUTCH = ZoneId.of("Europe/Amsterdam");

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(DUTCH);

    private Stuf() {}

    static String moment(Instant at) {
        return MOMENT.format(at);
    }

    static String day(Instant at) {
        return moment(at).substring(0, 8);
    }

    /** A date with its indicator of what is not known: {@code D} the day, {@code M} the month too, {@code J} all of it. */
    static PartialDate date(@Nullable Element element, @Nullable String text) {
        PartialDate date = element == null || text == null ? null : parsed(element, text);
        return date == null ? PartialDate.UNKNOWN : date;
    }

    /** Whether a text is a date that exists, or is said to be unknown. */
    static boolean isDate(Element element, String text) {
        return parsed(element, text) != null;
    }

    private static @Nullable PartialDate parsed(Element element, String text) {
        if (!text.matches("[0-9]{8}([0-9]{2,9})?")) {
            return null;
        }
        String known = element.getAttributeNS(STUF, "indOnvolledigeDatum");
        String year = known.equals("J") ? "0000" : text.substring(0, 4);
        String month = known.equals("J") || known.equals("M") ? "00" : text.substring(4, 6);
        String day = known.isEmpty() || known.equals("V") ? text.substring(6, 8) : "00";
        try {
            return PartialDate.parse(year + "-" + month + "-" + day);
        } catch (IllegalArgumentException noDate) {
            return null;
        }
    }
}
