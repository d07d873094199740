package nl.sluis.submit;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.sluis.access.CurrentCaller;
import nl.sluis.adapter.Violation;
import nl.sluis.feed.FeedItem;
import nl.sluis.feed.FeedWork;
import nl.sluis.feed.Told;
import nl.sluis.feed.Viewer;
import nl.sluis.feed.WorkResult;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** What a team does with an item, whether its system calls or somebody fills in a page: the act, and then the word to the reporter. */
@Component
public final class ItemWork {

    private static final Pattern PERSON = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final int LONGEST_REASON = 2_000;
    private static final int LONGEST_CONTACT = 200;

    private final FeedWork work;
    private final StatusWord status;

    ItemWork(FeedWork work, StatusWord status) {
        this.work = work;
        this.status = status;
    }

    /**
     * An act as it is asked for.
     *
     * @param person who acts, by the identity provider's own name; of a person who logged in it is themselves, whatever stands here
     * @param contact whom the reporter may talk to; null for nobody by name
     * @param to who is asked to take it; null but for {@link ItemAct#PASS_ON}
     * @param reason why; null where none is needed
     */
    public record Asked(
            ItemAct act,
            @Nullable String person,
            @Nullable String contact,
            @Nullable String to,
            @Nullable String reason) {

        /** Never the reason. */
        @Override
        public String toString() {
            return "Asked[" + act + "]";
        }
    }

    /** What came of it. */
    public sealed interface Outcome {

        /** A field is not as it should be; nothing was done. */
        record Faulty(Violation violation) implements Outcome {}

        /** It was not done. */
        record Refused(WorkResult why) implements Outcome {}

        /**
         * It is done.
         *
         * @param item as it is now
         * @param tells whether the reporter must hear of it
         * @param reporterTold whether the reporter gets word of it without anybody doing anything more
         * @param feedback the answer to the message that tells the reporter; empty when none was sent
         */
        record Done(FeedItem item, boolean tells, boolean reporterTold, Optional<ObjectNode> feedback)
                implements Outcome {}
    }

    /** Acts for whoever calls. */
    public Outcome act(UUID item, Asked asked, boolean english) {
        String person = CurrentCaller.person().orElse(asked.person());
        Optional<Violation> fault = fault(asked, person);
        if (fault.isPresent() || person == null) {
            return new Outcome.Faulty(fault.orElseThrow());
        }
        // A system says for whom it acts; the audit says which system that was
        WorkResult result =
                acted(item, asked, person, new FeedWork.Actor(Viewer.of(CurrentCaller.get()), person, asked.reason()));
        return result instanceof WorkResult.Done(FeedItem now, Told tell)
                ? told(now, tell, asked.contact(), person, english)
                : new Outcome.Refused(result);
    }

    private WorkResult acted(UUID item, Asked asked, String person, FeedWork.Actor actor) {
        return switch (asked.act()) {
            case TAKE_UP -> work.takeUp(item, person, actor);
            case PASS_ON -> work.passOn(item, person, Objects.requireNonNull(asked.to()), actor);
            case ACCEPT -> work.accept(item, person, true, actor);
            case DECLINE -> work.accept(item, person, false, actor);
            case HAND_BACK -> work.handBack(item, person, actor);
            case CONTEST -> work.contest(item, actor);
            case CLOSE -> work.close(item, person, actor);
        };
    }

    private Outcome told(FeedItem item, Told tell, @Nullable String contact, String by, boolean english) {
        Optional<ObjectNode> feedback = status.tell(item, tell, contact, by, english);
        boolean tells = tell != Told.NOTHING;
        return new Outcome.Done(
                item, tells, tells && feedback.map(StatusWord::goes).orElse(false), feedback);
    }

    private static Optional<Violation> fault(Asked asked, @Nullable String person) {
        if (asked.act() == ItemAct.PASS_ON && isNobody(asked.to())) {
            return Optional.of(notAPerson("/to", asked.to()));
        }
        if (isNobody(person)) {
            return Optional.of(notAPerson("/person", person));
        }
        String reason = asked.reason();
        if (reason == null ? asked.act().reasoned() : reason.isBlank() || reason.length() > LONGEST_REASON) {
            return Optional.of(new Violation(
                    "/reason", reason == null ? "REQUIRED" : "NOT_A_REASON", "Why, in 1 to 2000 characters"));
        }
        String contact = asked.contact();
        return contact != null && (contact.isBlank() || contact.length() > LONGEST_CONTACT)
                ? Optional.of(new Violation("/contact", "NOT_A_CONTACT", "1 to 200 characters"))
                : Optional.empty();
    }

    private static boolean isNobody(@Nullable String person) {
        return person == null || !PERSON.matcher(person).matches();
    }

    private static Violation notAPerson(String path, @Nullable String given) {
        return new Violation(
                path,
                given == null ? "REQUIRED" : "NOT_A_PERSON",
                "The identity provider's own name, 1 to 64 of A-Z a-z 0-9 _ -");
    }
}
