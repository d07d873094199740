package nl.sluis.console.work;

import java.util.Objects;
import nl.sluis.access.Caller;
import nl.sluis.access.CurrentCaller;
import org.jspecify.annotations.Nullable;

/**
 * What somebody filled in about an item or a task, as it was sent; empty where nothing was.
 *
 * @param choice what they decide
 * @param person who decides; only asked of who did not log in as a person
 * @param colleague who is asked to take an item
 * @param contact whom the reporter may talk to
 */
public record WorkForm(String choice, String person, String colleague, String contact, String reason) {

    /** Who visits a demo, where nobody logs in. */
    private static final String VISITOR = "bezoeker";

    /** A field that the browser did not send is blank. */
    public WorkForm {
        choice = Objects.requireNonNullElse(choice, "");
        person = Objects.requireNonNullElse(person, "");
        colleague = Objects.requireNonNullElse(colleague, "");
        contact = Objects.requireNonNullElse(contact, "");
        reason = Objects.requireNonNullElse(reason, "");
    }

    /** Nothing yet. */
    static WorkForm blank() {
        boolean visits =
                CurrentCaller.get().filter(Caller.DemoVisitor.class::isInstance).isPresent();
        return new WorkForm("", visits ? VISITOR : "", "", "", "");
    }

    /** Whether who decides must be asked: a system's certificate in a browser says nothing of who sits before it. */
    public boolean asksWho() {
        return CurrentCaller.person().isEmpty();
    }

    /** As the path takes it: what is blank was not given. */
    static @Nullable String given(String value) {
        return value.isBlank() ? null : value.strip();
    }

    /** Never what was filled in. */
    @Override
    public String toString() {
        return "WorkForm[" + choice + "]";
    }
}
