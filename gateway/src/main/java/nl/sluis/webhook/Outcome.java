package nl.sluis.webhook;

import java.time.Duration;

/** What came of an attempt. */
public sealed interface Outcome {

    /** The receiver has it. */
    record Taken() implements Outcome {}

    /** The receiver has gone for good. */
    record Gone(String code) implements Outcome {}

    /**
     * It may go well another time.
     *
     * @param code what it ended with
     * @param notBefore how long the receiver asks to wait; zero when it does not
     */
    record NotNow(String code, Duration notBefore) implements Outcome {
        /** Without a wish of the receiver. */
        public static NotNow of(String code) {
            return new NotNow(code, Duration.ZERO);
        }
    }
}
