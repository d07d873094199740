package nl.sluis.policy;

/**
 * How a minimised message is written down to be signed. Given to the {@link PolicyDecisionPoint} as an argument, since policies
 * know no format: a {@link Permit} is bound to the hash of these bytes and to no other writing of the message.
 */
@FunctionalInterface
public interface PayloadForm {

    /**
     * The bytes; equal messages give equal bytes.
     *
     * @param policy hash of the rules that permitted it
     */
    byte[] of(String policy, MinimisedMessage message);
}
