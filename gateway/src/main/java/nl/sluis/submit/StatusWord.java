package nl.sluis.submit;

import java.util.Objects;
import java.util.Optional;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.Person;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.Section;
import nl.sluis.feed.FeedItem;
import nl.sluis.feed.FeedWork;
import nl.sluis.feed.Told;
import nl.sluis.outbox.MessageState;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells a reporter what became of a report, as a code and, if the team wants that, with a person to talk to; nothing else about the family or
 * about who else is involved. It is planning about whom the report is about, and goes only on a ground that allows that. Where none
 * does, nothing goes, and the task to tell the reporter stays open: somebody tells it in another lawful way and settles it.
 */
@Component
final class StatusWord {

    /** The system of the codes: {@link Told}. */
    static final String SYSTEM = "urn:sluis:follow-up";

    private final Feedback feedback;
    private final FeedWork work;
    private final JsonMapper json;

    StatusWord(Feedback feedback, FeedWork work, JsonMapper json) {
        this.feedback = feedback;
        this.work = work;
        this.json = json;
    }

    /**
     * Tells.
     *
     * @param contact whom the reporter may talk to; null for nobody by name
     * @return the answer to the message that tells it; empty when there is nobody to say it about
     */
    Optional<ObjectNode> tell(FeedItem item, Told told, @Nullable String contact, String by, boolean english) {
        Message answered = item.message();
        Optional<Person> about = about(answered);
        if (told == Told.NOTHING || about.isEmpty()) {
            return Optional.empty();
        }
        byte[] body = json.writeValueAsBytes(body(answered, about.get(), told, contact));
        Optional<ObjectNode> answer = answered(feedback.send(answered, body, null, english));
        if (answer.filter(StatusWord::goes).isPresent()) {
            work.told(item, by);
        }
        return answer;
    }

    // What was not decided about did not go: the task stays, as where it was denied
    private static Optional<ObjectNode> answered(Feedback.Result result) {
        return result instanceof Feedback.Result.Submitted submitted
                        && submitted.outcome() instanceof Submissions.Outcome.Answered decided
                ? Optional.of(decided.answer())
                : Optional.empty();
    }

    /** Whether the reporter will get it without anybody doing anything more. */
    static boolean goes(ObjectNode answer) {
        return answer.path("state").asString("").equals(MessageState.QUEUED.name());
    }

    private ObjectNode body(Message answered, Person about, Told told, @Nullable String contact) {
        ObjectNode body = json.createObjectNode().put("senderRole", "REGISSEUR");
        body.putArray("persons")
                .addObject()
                .put("ref", about.ref().value())
                .put("role", about.role().name());
        ArrayNode sections = body.putArray("sections");
        ObjectNode content = section(sections, "status", answered, about.ref(), true);
        content.put("type", "coded").put("system", SYSTEM).put("code", told.name());
        if (contact != null) {
            section(sections, "contact", answered, about.ref(), false)
                    .put("type", "planned")
                    .put("description", "Contactpersoon")
                    .put("responsible", contact);
        }
        return body;
    }

    private static ObjectNode section(ArrayNode sections, String id, Message answered, PersonRef about, boolean must) {
        ObjectNode section = sections.addObject()
                .put("id", id)
                .put("subject", about.value())
                .put("category", DataCategory.PLANNING.name())
                .put("mandatory", must);
        domain(answered, about).ifPresent(domain -> section.put("lifeDomain", domain.name()));
        return section.putObject("content");
    }

    private static Optional<LifeDomain> domain(Message answered, PersonRef about) {
        return answered.sections().stream()
                .filter(section -> section.subject().equals(about))
                .map(Section::lifeDomain)
                .filter(Objects::nonNull)
                .findFirst();
    }

    // Of whom something is said, so that the ground speaks of them
    private static Optional<Person> about(Message answered) {
        return answered.sections().stream()
                .filter(section -> !(section.content() instanceof Content.Identity))
                .map(Section::subject)
                .flatMap(ref -> answered.persons().stream()
                        .filter(person -> person.ref().equals(ref)))
                .findFirst();
    }
}
