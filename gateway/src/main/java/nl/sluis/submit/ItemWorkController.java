package nl.sluis.submit;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import nl.sluis.access.CurrentCaller;
import nl.sluis.feed.FeedWork;
import nl.sluis.feed.Told;
import nl.sluis.feed.Viewer;
import nl.sluis.feed.WorkResult;
import nl.sluis.node.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** What a team does with an item: whose it is, and what its reporter hears. */
@RestController
class ItemWorkController {

    private static final Pattern PERSON = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final int LONGEST_REASON = 2_000;
    private static final int LONGEST_CONTACT = 200;

    private final FeedWork work;
    private final StatusWord status;

    ItemWorkController(FeedWork work, StatusWord status) {
        this.work = work;
        this.status = status;
    }

    /**
     * An act.
     *
     * @param person who acts, by the identity provider's own name; of a person who logged in it is themselves
     * @param contact whom the reporter may talk to
     * @param to who is asked to take it
     * @param accepted whether it is taken
     * @param reason why
     */
    record Asked(
            @Nullable String person,
            @Nullable String contact,
            @Nullable String to,
            @Nullable Boolean accepted,
            @Nullable String reason) {}

    /**
     * How it is now.
     *
     * @param feedback the answer to the message that tells the reporter; null when none was sent
     */
    record Now(
            UUID item,
            String state,
            @Nullable String owner,
            boolean reporterTold,
            @Nullable ObjectNode feedback) {}

    @PostMapping("/v1/feed/{item}/taking-up")
    ResponseEntity<?> takeUp(@PathVariable String item, @RequestBody Asked asked, Locale language) {
        return act(item, asked, false, language, (id, by) -> work.takeUp(id, by.person(), by.actor()));
    }

    @PostMapping("/v1/feed/{item}/passing-on")
    ResponseEntity<?> passOn(@PathVariable String item, @RequestBody Asked asked, Locale language) {
        String to = asked.to();
        if (to == null || !PERSON.matcher(to).matches()) {
            return notAPerson("/to", to);
        }
        return act(item, asked, true, language, (id, by) -> work.passOn(id, by.person(), to, by.actor()));
    }

    @PostMapping("/v1/feed/{item}/acceptance")
    ResponseEntity<?> accept(@PathVariable String item, @RequestBody Asked asked, Locale language) {
        Boolean accepted = asked.accepted();
        if (accepted == null) {
            return Problems.unprocessable("/accepted", "REQUIRED", "true or false");
        }
        boolean taken = accepted;
        return act(item, asked, !taken, language, (id, by) -> work.accept(id, by.person(), taken, by.actor()));
    }

    @PostMapping("/v1/feed/{item}/handing-back")
    ResponseEntity<?> handBack(@PathVariable String item, @RequestBody Asked asked, Locale language) {
        return act(item, asked, true, language, (id, by) -> work.handBack(id, by.person(), by.actor()));
    }

    @PostMapping("/v1/feed/{item}/contesting")
    ResponseEntity<?> contest(@PathVariable String item, @RequestBody Asked asked, Locale language) {
        return act(item, asked, true, language, (id, by) -> work.contest(id, by.actor()));
    }

    @PostMapping("/v1/feed/{item}/closing")
    ResponseEntity<?> close(@PathVariable String item, @RequestBody Asked asked, Locale language) {
        return act(item, asked, true, language, (id, by) -> work.close(id, by.person(), by.actor()));
    }

    /** Who acts, as whom they look, and why. */
    private record By(String person, FeedWork.Actor actor) {}

    private ResponseEntity<?> act(
            String item, Asked asked, boolean reasoned, Locale language, BiFunction<UUID, By, WorkResult> act) {
        Optional<String> caller = CurrentCaller.person();
        String person = caller.orElse(asked.person());
        if (person == null || !PERSON.matcher(person).matches()) {
            return notAPerson("/person", person);
        }
        Optional<ResponseEntity<ProblemDetail>> fault = fault(asked, reasoned);
        if (fault.isPresent()) {
            return fault.get();
        }
        Optional<UUID> id = parsed(item);
        if (id.isEmpty()) {
            return Problems.notFound();
        }
        // A system says for whom it acts; the audit says which system that was
        FeedWork.Actor actor = new FeedWork.Actor(Viewer.of(CurrentCaller.get()), person, asked.reason());
        return switch (act.apply(id.get(), new By(person, actor))) {
            case WorkResult.Done done -> told(done, asked.contact(), person, AnswerJson.english(language));
            case WorkResult.NotThere none -> Problems.notFound();
            case WorkResult.NotNow not -> Problems.conflict("That cannot be done in the state " + not.state());
            case WorkResult.InARing ring ->
                Problems.conflict("It is theirs already, or they passed it on before: it would go in a ring");
            case WorkResult.NotTheirs not -> Problems.conflict("Somebody else decides on this");
            case WorkResult.Forbidden forbidden ->
                Problems.conflict("Something must be done first: "
                        + String.join(
                                ", ",
                                forbidden.open().stream()
                                        .map(task -> task.kind().name() + " " + task.id())
                                        .toList()));
        };
    }

    private ResponseEntity<Now> told(WorkResult.Done done, @Nullable String contact, String by, boolean english) {
        Optional<ObjectNode> feedback = status.tell(done.item(), done.tell(), contact, by, english);
        return ResponseEntity.ok(new Now(
                done.item().id(),
                done.item().state().name(),
                done.item().owner(),
                done.tell() != Told.NOTHING && feedback.map(StatusWord::goes).orElse(false),
                feedback.orElse(null)));
    }

    private static Optional<ResponseEntity<ProblemDetail>> fault(Asked asked, boolean reasoned) {
        String reason = asked.reason();
        if (reason == null ? reasoned : reason.isBlank() || reason.length() > LONGEST_REASON) {
            return Optional.of(Problems.unprocessable(
                    "/reason", reason == null ? "REQUIRED" : "NOT_A_REASON", "Why, in 1 to 2000 characters"));
        }
        String contact = asked.contact();
        return contact != null && (contact.isBlank() || contact.length() > LONGEST_CONTACT)
                ? Optional.of(Problems.unprocessable("/contact", "NOT_A_CONTACT", "1 to 200 characters"))
                : Optional.empty();
    }

    private static ResponseEntity<ProblemDetail> notAPerson(String path, @Nullable String given) {
        return Problems.unprocessable(
                path,
                given == null ? "REQUIRED" : "NOT_A_PERSON",
                "The identity provider's own name, 1 to 64 of A-Z a-z 0-9 _ -");
    }

    private static Optional<UUID> parsed(String item) {
        try {
            return Optional.of(UUID.fromString(item));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
