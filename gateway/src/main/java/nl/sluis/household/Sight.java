package nl.sluis.household;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.access.Caller;
import nl.sluis.access.CurrentCaller;
import org.springframework.stereotype.Component;

/**
 * Which households whoever calls may see and write about: the organisation's own systems every one, a person those with which they are
 * involved, anybody else none. The feed has the same rule ({@code feed.Viewer}) in its questions.
 */
@Component
public final class Sight {

    private final Involvements involvements;

    Sight(Involvements involvements) {
        this.involvements = involvements;
    }

    /** Whether whoever calls may see a household, and whether it is there. */
    public boolean sees(UUID household) {
        // Nothing is said about a household that is not there: that there is nothing open would read as safe
        return involvements.isThere(household)
                && CurrentCaller.get().filter(caller -> sees(caller, household)).isPresent();
    }

    /** The households that whoever calls may see, those that became known to them last first; at most so many. */
    public List<UUID> households(int most) {
        return CurrentCaller.get()
                .map(caller -> switch (caller) {
                    case Caller.OwnSystem system -> involvements.all(most);
                    case Caller.DemoVisitor visitor -> involvements.all(most);
                    case Caller.Person person -> involvements.ofPerson(person.id(), most);
                    case Caller.Node node -> List.<UUID>of();
                })
                .orElseGet(List::of);
    }

    /** Whether a person of the organisation is involved with a household now. */
    public boolean isInvolved(UUID household, String person) {
        return involvements.isInvolved(household, person);
    }

    /** Who calls, as records keep it: a person's id, or the name of a system; empty where nobody calls. */
    public Optional<String> caller() {
        return CurrentCaller.person().or(CurrentCaller::name);
    }

    private boolean sees(Caller caller, UUID household) {
        return switch (caller) {
            case Caller.OwnSystem system -> true;
            // In demo mode only, where the families are made up
            case Caller.DemoVisitor visitor -> true;
            case Caller.Person person -> involvements.isInvolved(household, person.id());
            case Caller.Node node -> false;
        };
    }
}
