package nl.sluis.adapter.partners.veiligthuis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import nl.sluis.canonical.PartialDate;
import org.jspecify.annotations.Nullable;

/** StUF XML in the making. Names carry the prefixes that {@link #root} declares; the same calls give the same bytes. */
final class StufText {

    private static final String UNKNOWN = "waardeOnbekend";

    private final StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens the root with every prefix that is used below it. */
    static StufText root(String name) {
        StufText stuf = new StufText();
        stuf.open(
                name,
                "xmlns:StUF=\"" + Stuf.STUF + "\" xmlns:BG=\"" + Stuf.BG + "\" xmlns:ZKN=\"" + Stuf.ZKN
                        + "\" xmlns:JZ=\"" + Stuf.JZ + "\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"");
        return stuf;
    }

    StufText open(String name) {
        return open(name, "");
    }

    /** An entity or relation; StUF wants its type said. */
    StufText entity(String name, String type) {
        return open(name, "StUF:entiteittype=\"" + type + "\"");
    }

    private StufText open(String name, String attributes) {
        text.append('<')
                .append(name)
                .append(attributes.isEmpty() ? "" : " " + attributes)
                .append('>');
        open.push(name);
        return this;
    }

    StufText close() {
        text.append("</").append(open.pop()).append('>');
        return this;
    }

    StufText close(int times) {
        for (int i = 0; i < times; i++) {
            close();
        }
        return this;
    }

    /** An element that must be there: nil and said to be unknown when there is no value. */
    StufText need(String name, @Nullable String value) {
        return value == null ? nil(name) : leaf(name, "", value);
    }

    /** An element that may be left out. */
    StufText may(String name, @Nullable String value) {
        return value == null ? this : leaf(name, "", value);
    }

    /** A date; parts that are not known are filled with the first day, and said to be unknown. */
    StufText date(String name, PartialDate date) {
        if (date.year() == 0) {
            return this;
        }
        String known = date.day() != 0 ? "V" : date.month() != 0 ? "D" : "M";
        String day = "%04d%02d%02d".formatted(date.year(), Math.max(date.month(), 1), Math.max(date.day(), 1));
        return leaf(name, "StUF:indOnvolledigeDatum=\"" + known + "\"", day);
    }

    /** Yes, no, or nil; the type of yes and no has no word for why it is nil. */
    StufText indicator(String name, @Nullable Boolean yes) {
        return yes == null ? leaf(name, "xsi:nil=\"true\"", "") : leaf(name, "", yes ? "Ja" : "Nee");
    }

    private StufText nil(String name) {
        text.append('<')
                .append(name)
                .append(" xsi:nil=\"true\" StUF:noValue=\"")
                .append(UNKNOWN)
                .append("\"/>");
        return this;
    }

    StufText extra(String name, String value) {
        return leaf("StUF:extraElement", "naam=\"" + escaped(name) + "\"", value);
    }

    StufText leaf(String name, String attributes, String value) {
        text.append('<')
                .append(name)
                .append(attributes.isEmpty() ? "" : " " + attributes)
                .append('>');
        text.append(escaped(value)).append("</").append(name).append('>');
        return this;
    }

    byte[] bytes() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("an element was left open");
        }
        return text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Characters that XML 1.0 cannot have become U+FFFD; half a surrogate pair too. */
    private static String escaped(String value) {
        StringBuilder escaped = new StringBuilder(value.length() + 16);
        value.codePoints().forEach(point -> {
            switch (point) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\r' -> escaped.append("&#13;");
                default -> escaped.appendCodePoint(allowed(point) ? point : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    /** Whether XML 1.0 can have a character. */
    static boolean allowed(int point) {
        boolean control = point < 0x20 && point != '\t' && point != '\n';
        return !control && !(point >= 0xD800 && point <= 0xDFFF) && point != 0xFFFE && point != 0xFFFF;
    }
}
