package nl.sluis.policy;

import nl.sluis.canonical.Message;

/**
 * A message of which only the permitted sections are left. The constructor is package-private on purpose: only a decision makes
 * one.
 */
public final class MinimisedMessage {

    private final Message message;
    private final Ground ground;

    MinimisedMessage(Message message, Ground ground) {
        this.message = message;
        this.ground = ground;
    }

    /** The message as it may leave the organisation. */
    public Message message() {
        return message;
    }

    /** The ground that travels with it. */
    public Ground ground() {
        return ground;
    }

    /** Never the content. */
    @Override
    public String toString() {
        return "MinimisedMessage[" + message.id() + "]";
    }
}
