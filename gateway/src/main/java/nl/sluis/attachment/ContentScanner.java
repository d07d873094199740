package nl.sluis.attachment;

import java.io.InputStream;

/** Looks for malicious content. */
public interface ContentScanner {

    /** What a scanner found. */
    sealed interface Finding {

        /** Nothing. */
        record Clean() implements Finding {}

        /** This node has no scanner. */
        record NotScanned() implements Finding {}

        /**
         * Something.
         *
         * @param signature what the scanner calls it
         */
        record Infected(String signature) implements Finding {}

        /**
         * The scanner did not answer, or not in a way that can be relied on: nobody gets the content until it does.
         *
         * @param code why, for the log
         */
        record Unavailable(String code) implements Finding {}
    }

    /** Scans content in a bounded time; it need not read all of it, and never throws for what a scanner does. */
    Finding scan(InputStream content);
}
