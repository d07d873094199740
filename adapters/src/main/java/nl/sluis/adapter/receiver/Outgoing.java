package nl.sluis.adapter.receiver;

import java.util.ArrayList;
import java.util.List;
import nl.sluis.adapter.PartnerAdapter;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.Violation;
import nl.sluis.canonical.Message;

/**
 * The one way in for who sends: a message becomes a document of its receiver only when nothing that the receiver cannot do without
 * is missing. Pure; a violation holds a place and words, never a value.
 */
public final class Outgoing {

    private Outgoing() {}

    /** What became of a message. */
    public sealed interface Result {

        /** It can go. */
        record Written(Payload payload) implements Result {}

        /** It cannot; at least one violation. Paths are those of the message in the shared language. */
        record Lacking(List<Violation> violations) implements Result {
            public Lacking {
                violations = List.copyOf(violations);
            }
        }

        /** The format has no document for this kind of message. */
        record NotOfThisFormat() implements Result {}
    }

    /**
     * Checks and writes.
     *
     * @param adapter the format of the receiver
     * @param profiles what the receiver cannot do without; none asks for no more than the format itself
     */
    public static Result write(Message message, PartnerAdapter adapter, List<ReceiverProfile> profiles) {
        List<Violation> violations = new ArrayList<>(adapter.missing(message));
        profiles.forEach(profile -> violations.addAll(profile.faults(message)));
        List<Violation> once = violations.stream().distinct().toList();
        if (!once.isEmpty()) {
            return new Result.Lacking(once);
        }
        return adapter.write(message).<Result>map(Result.Written::new).orElseGet(Result.NotOfThisFormat::new);
    }
}
