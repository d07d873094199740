package nl.sluis.adapter.source;

import java.util.Arrays;

/** Where the lines of a text begin; a line ends with LF, CR or both. */
final class Lines {

    private final String text;
    private int[] starts = new int[64];
    private int count;

    Lines(String text) {
        this.text = text;
        add(0);
        if (text.indexOf('\r') < 0) {
            for (int end = text.indexOf('\n'); end >= 0 && end + 1 < text.length(); end = text.indexOf('\n', end + 1)) {
                add(end + 1);
            }
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            char at = text.charAt(i);
            boolean ends = at == '\n' || (at == '\r' && !text.startsWith("\n", i + 1));
            if (ends && i + 1 < text.length()) {
                add(i + 1);
            }
        }
    }

    int count() {
        return count;
    }

    /** The first line, counted from 1, with more characters than this; 0 when there is none. */
    int longerThan(int most) {
        for (int line = 1; line <= count; line++) {
            if (end(line) - starts[line - 1] > most) {
                return line;
            }
        }
        return 0;
    }

    boolean endsWithBreak() {
        return text.endsWith("\n") || text.endsWith("\r");
    }

    /** The lines from the first, counted from 1, until the second, which is not included. */
    String text(int from, int until) {
        return text.substring(starts[from - 1], end(until - 1));
    }

    private int end(int line) {
        return line >= count ? text.length() : starts[line];
    }

    private void add(int start) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = start;
    }
}
