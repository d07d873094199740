package nl.sluis.policy.rules;

import java.util.Arrays;
import java.util.Optional;

/** What a row does when its cells hold; the heading above the table names it. */
public enum Effect {
    /** The item may not go, and neither may a message that needs it. */
    DENY("Weigeren als"),
    /** A person decides. */
    REVIEW("Beoordelen als"),
    /** It waits for a consent that can still be given. */
    HOLD("Wachten als"),
    /** Worth telling; decides nothing. */
    NOTE("Melden als"),
    /** A ground to let it go. */
    PERMIT("Toestaan als"),
    /** Whose consent is needed. */
    REQUIRE("Toestemming nodig van"),
    /** What must be done when it goes. */
    DUTY("Plicht als"),
    /** An invariant: no permit here, whatever the other tables say. */
    NEVER("Nooit toestaan als");

    private final String heading;

    Effect(String heading) {
        this.heading = heading;
    }

    /** The heading in the rules. */
    public String heading() {
        return heading;
    }

    /** Whether such a row stands in the way of a permit. */
    public boolean blocks() {
        return this == DENY || this == REVIEW || this == HOLD;
    }

    static Optional<Effect> of(String heading) {
        return Arrays.stream(values()).filter(e -> e.heading.equals(heading)).findFirst();
    }
}
