package nl.sluis.submit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.feed.WorkResult;
import nl.sluis.node.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** What a team does with an item: whose it is, and what its reporter hears. */
@RestController
class ItemWorkController {

    private final ItemWork work;

    ItemWorkController(ItemWork work) {
        this.work = work;
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
        return act(item, ItemAct.TAKE_UP, asked, language);
    }

    @PostMapping("/v1/feed/{item}/passing-on")
    ResponseEntity<?> passOn(@PathVariable String item, @RequestBody Asked asked, Locale language) {
        return act(item, ItemAct.PASS_ON, asked, language);
    }

    @PostMapping("/v1/feed/{item}/acceptance")
    ResponseEntity<?> accept(@PathVariable String item, @RequestBody Asked asked, Locale language) {
        Boolean accepted = asked.accepted();
        if (accepted == null) {
            return Problems.unprocessable("/accepted", "REQUIRED", "true or false");
        }
        return act(item, accepted ? ItemAct.ACCEPT : ItemAct.DECLINE, asked, language);
    }

    @PostMapping("/v1/feed/{item}/handing-back")
    ResponseEntity<?> handBack(@PathVariable String item, @RequestBody Asked asked, Locale language) {
        return act(item, ItemAct.HAND_BACK, asked, language);
    }

    @PostMapping("/v1/feed/{item}/contesting")
    ResponseEntity<?> contest(@PathVariable String item, @RequestBody Asked asked, Locale language) {
        return act(item, ItemAct.CONTEST, asked, language);
    }

    @PostMapping("/v1/feed/{item}/closing")
    ResponseEntity<?> close(@PathVariable String item, @RequestBody Asked asked, Locale language) {
        return act(item, ItemAct.CLOSE, asked, language);
    }

    private ResponseEntity<?> act(String item, ItemAct act, Asked asked, Locale language) {
        // Nobody is told by the form of an address whether there is an item: a fault of the content comes first
        UUID id = parsed(item).orElse(new UUID(0, 0));
        ItemWork.Asked wanted = new ItemWork.Asked(act, asked.person(), asked.contact(), asked.to(), asked.reason());
        return switch (work.act(id, wanted, AnswerJson.english(language))) {
            case ItemWork.Outcome.Faulty faulty -> Problems.unprocessable(List.of(faulty.violation()));
            case ItemWork.Outcome.Refused refused -> refused(refused.why());
            case ItemWork.Outcome.Done done ->
                ResponseEntity.ok(new Now(
                        done.item().id(),
                        done.item().state().name(),
                        done.item().owner(),
                        done.reporterTold(),
                        done.feedback().orElse(null)));
        };
    }

    private static ResponseEntity<?> refused(WorkResult why) {
        return switch (why) {
            case WorkResult.Done done -> throw new IllegalStateException("it was done");
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

    private static Optional<UUID> parsed(String item) {
        try {
            return Optional.of(UUID.fromString(item));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
