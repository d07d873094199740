package nl.sluis.seal;

import jakarta.mail.internet.MimeBodyPart;

/** What became of a mail that was encrypted to this node. */
public sealed interface SmimeOpening {

    /**
     * It was encrypted as a whole, and the partner signed all that was in it.
     *
     * @param content what was signed, and nothing else
     */
    record Opened(MimeBodyPart content) implements SmimeOpening {}

    /** Nothing in it may be used. */
    record Refused(SmimeRefusal why) implements SmimeOpening {}
}
