package nl.sluis.seal;

import nl.sluis.canonical.Cancellation;
import nl.sluis.canonical.ConsentNews;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.Receipt;
import nl.sluis.canonical.WithdrawalNotice;
import nl.sluis.policy.Ground;

/** What became of opening an envelope. */
public sealed interface Opening {

    /**
     * A message that this node may read, from who signed it.
     *
     * @param contentHash SHA-256 of the signed content, hexadecimal
     */
    record OpenedMessage(Message message, Ground ground, String contentHash) implements Opening {}

    /** A receipt for something this node sent. */
    record OpenedReceipt(Receipt receipt) implements Opening {}

    /**
     * A consent on which this node received something was withdrawn.
     *
     * @param contentHash SHA-256 of the signed content, hexadecimal
     */
    record OpenedNotice(WithdrawalNotice notice, String contentHash) implements Opening {}

    /**
     * A message stopped of which something may have come.
     *
     * @param contentHash SHA-256 of the signed content, hexadecimal
     */
    record OpenedCancellation(Cancellation cancellation, String contentHash) implements Opening {}

    /**
     * News about consents that name this node's organisation, or that it keeps.
     *
     * @param contentHash SHA-256 of the signed content, hexadecimal
     */
    record OpenedNews(ConsentNews news, String contentHash) implements Opening {}

    /** Its sender signed a form that this version does not know: a later one, which may take it up beside this one, does. */
    record OfLaterVersion() implements Opening {}

    /** It is not what it says it is. */
    record Rejected(Reason reason) implements Opening {}

    /** Why an envelope was rejected; tells nothing about what this node knows. */
    enum Reason {
        /** No CMS of the expected shape and algorithms. */
        MALFORMED,
        /** Not encrypted to this node, or altered on the way. */
        UNDECRYPTABLE,
        /** The signature is not the sender's, or was set while its certificate was not valid, or does not say when. */
        BAD_SIGNATURE,
        /** Sealed by a suite that is weaker than both sides list, or that its signer did not mean. */
        DOWNGRADED,
        /** Signed so long ago, or so far ahead, that a duplicate of it could not be known. */
        STALE,
        /** It says that it was sent at a time that has yet to come, further ahead than a clock may be wrong. */
        SENT_IN_THE_FUTURE,
        /** Sender, recipient or identity inside differ from those outside. */
        MISADDRESSED,
        /** The signed content is no message and no receipt. */
        UNREADABLE
    }
}
