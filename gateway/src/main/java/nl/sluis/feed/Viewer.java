package nl.sluis.feed;

import java.util.Optional;
import nl.sluis.access.Caller;

/**
 * Who looks at the feed. Every query asks for one, so that whoever writes one has said who looks; that nobody is known to look
 * shows nothing, and never everything.
 */
public sealed interface Viewer {

    /** The organisation itself, by its own systems: every household. What they show to whom is theirs. */
    record Organisation() implements Viewer {}

    /**
     * A person of the organisation: the households with which they are involved.
     *
     * @param person as the identity provider names them
     */
    record Involved(String person) implements Viewer {}

    /** Nobody who may see anything. */
    record Nobody() implements Viewer {}

    /** As whom a caller looks; without one nobody does. */
    static Viewer of(Optional<Caller> caller) {
        return caller.map(Viewer::of).orElseGet(Nobody::new);
    }

    private static Viewer of(Caller caller) {
        return switch (caller) {
            case Caller.OwnSystem system -> new Organisation();
            // In demo mode only, where the families are made up
            case Caller.DemoVisitor visitor -> new Organisation();
            case Caller.Person person -> new Involved(person.id());
            case Caller.Node node -> new Nobody();
        };
    }
}
