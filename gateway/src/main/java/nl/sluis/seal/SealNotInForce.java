package nl.sluis.seal;

/**
 * This node's clock is outside the days of its seal certificate: the certificate ran out, is for later, or the clock is wrong. What it
 * would sign now would count nowhere, and an acceptance that is kept would be repeated for ever, so nothing is signed until
 * either is put right.
 */
public final class SealNotInForce extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    SealNotInForce() {
        super("the clock of this node is outside the days of its seal certificate");
    }
}
