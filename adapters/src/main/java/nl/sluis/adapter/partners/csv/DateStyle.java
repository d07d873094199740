package nl.sluis.adapter.partners.csv;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.sluis.canonical.PartialDate;

/**
 * A way to write dates, such as {@code d-M-yyyy}. {@code d} and {@code M} take one digit or two, {@code dd} and {@code MM} two; the
 * year has four, since of two nobody knows the century. Parts that are zero are unknown, as in the BRP.
 */
final class DateStyle {

    private static final Pattern WRITTEN = Pattern.compile("(?:dd?|MM?|yyyy)([-/. ]?)(?:dd?|MM?)\\1(?:dd?|yyyy)");

    private final String written;
    private final Pattern pattern;

    private DateStyle(String written) {
        this.written = written;
        this.pattern = Pattern.compile(written.replaceAll("[-/. ]", "[$0]")
                .replaceFirst("yyyy", "(?<y>[0-9]{4})")
                .replaceFirst("MM", "(?<m>[0-9]{2})")
                .replaceFirst("dd", "(?<n>[0-9]{2})")
                .replaceFirst("M", "(?<m>[0-9]{1,2})")
                .replaceFirst("d", "(?<n>[0-9]{1,2})"));
    }

    /** The style; empty when it is not written as styles are, or lacks a part. */
    static Optional<DateStyle> of(String written) {
        boolean whole = written.indexOf('d') >= 0 && written.indexOf('M') >= 0 && written.contains("yyyy");
        boolean run = written.matches("yyyyMMdd|ddMMyyyy");
        boolean apart = written.matches(".*[-/. ].*");
        return WRITTEN.matcher(written).matches() && whole && (run || apart)
                ? Optional.of(new DateStyle(written))
                : Optional.empty();
    }

    String written() {
        return written;
    }

    /** The date; empty when the text is written otherwise or names no date. */
    Optional<PartialDate> read(String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PartialDate(
                    Integer.parseInt(matcher.group("y")),
                    Integer.parseInt(matcher.group("m")),
                    Integer.parseInt(matcher.group("n"))));
        } catch (IllegalArgumentException noDate) {
            return Optional.empty();
        }
    }

    /** Whether both can read one text and take it for different days. */
    boolean quarrelsWith(DateStyle other) {
        PartialDate day = new PartialDate(2003, 1, 2);
        return other.read(write(day)).filter(read -> !read.equals(day)).isPresent();
    }

    private String write(PartialDate day) {
        return written.replace("yyyy", "%04d".formatted(day.year()))
                .replaceFirst("MM?", "%02d".formatted(day.month()))
                .replaceFirst("dd?", "%02d".formatted(day.day()));
    }
}
