package nl.sluis.policyset;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What a command reads from and writes to; what is wrong goes to {@code err}. */
record Terminal(InputStream in, PrintStream out, PrintStream err) {

    /** Bytes, not text: JSON and what people read are UTF-8 whatever the terminal's own encoding is. */
    void utf8(String text) {
        utf8(text.getBytes(StandardCharsets.UTF_8));
    }

    void utf8(byte[] text) {
        out.writeBytes(text);
        out.flush();
    }
}
