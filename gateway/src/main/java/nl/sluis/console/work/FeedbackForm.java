package nl.sluis.console.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.sluis.canonical.AssertionType;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.Person;
import nl.sluis.canonical.Section;
import nl.sluis.console.WrittenPart;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a reporter is to hear, as somebody wrote it; empty where nothing was. It lives in the form of the browser until it is sent. Each
 * part is decided about by itself, so that what may not go keeps nothing else back.
 *
 * @param key makes pressing twice one message
 * @param about reference of the person whom it is about
 * @param planning what is going to happen
 * @param seen what was seen or heard
 * @param opinion what the team thinks of it
 * @param contact whom the reporter may talk to
 */
public record FeedbackForm(UUID key, String about, String planning, String seen, String opinion, String contact) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What the browser did not send is blank, and a key that is none a new one. */
    static FeedbackForm of(Map<String, String> posted) {
        return new FeedbackForm(
                key(posted.get("key")),
                text(posted, "about"),
                text(posted, "planning"),
                text(posted, "seen"),
                text(posted, "opinion"),
                text(posted, "contact"));
    }

    private static String text(Map<String, String> posted, String field) {
        return Objects.requireNonNullElse(posted.get(field), "").strip();
    }

    private static UUID key(@Nullable String posted) {
        try {
            return posted == null ? UUID.randomUUID() : UUID.fromString(posted);
        } catch (IllegalArgumentException none) {
            return UUID.randomUUID();
        }
    }

    /** Of whom a message says something: about nobody else can its reporter be answered. */
    static List<Person> subjects(Message answered) {
        return answered.sections().stream()
                .filter(section -> !(section.content() instanceof Content.Identity))
                .map(Section::subject)
                .distinct()
                .flatMap(ref -> answered.persons().stream()
                        .filter(person -> person.ref().equals(ref)))
                .toList();
    }

    /** What was written, part by part. */
    List<WrittenPart> parts() {
        List<WrittenPart> parts = new ArrayList<>();
        add(parts, "planning", planning);
        add(parts, "seen", seen);
        add(parts, "opinion", opinion);
        add(parts, "contact", contact);
        return List.copyOf(parts);
    }

    private static void add(List<WrittenPart> parts, String id, String text) {
        if (!text.isEmpty()) {
            parts.add(new WrittenPart(id, "work.feedback.part." + id, text));
        }
    }

    /** As {@code POST /v1/feed/{item}/feedback} takes it. */
    byte[] json(Message answered, Person subject) {
        ObjectNode body = JSON.createObjectNode().put("senderRole", "REGISSEUR");
        body.putArray("persons")
                .addObject()
                .put("ref", subject.ref().value())
                .put("role", subject.role().name());
        for (WrittenPart part : parts()) {
            ObjectNode section = body.withArray("sections")
                    .addObject()
                    .put("id", part.id())
                    .put("subject", subject.ref().value())
                    .put("mandatory", false)
                    .put("category", category(part.id()).name());
            // In the part of life that the report was about: a consent that is about school lets nothing else back
            answered.sections().stream()
                    .filter(each -> each.subject().equals(subject.ref()) && each.lifeDomain() != null)
                    .findFirst()
                    .ifPresent(each -> section.put("lifeDomain", String.valueOf(each.lifeDomain())));
            content(part, section.putObject("content"));
        }
        return JSON.writeValueAsBytes(body);
    }

    private static DataCategory category(String part) {
        return switch (part) {
            case "seen" -> DataCategory.OBSERVATION;
            case "opinion" -> DataCategory.OPINION;
            default -> DataCategory.PLANNING;
        };
    }

    private static void content(WrittenPart part, ObjectNode content) {
        switch (part.id()) {
            case "planning" -> content.put("type", "planned").put("description", part.text());
            case "contact" ->
                content.put("type", "planned")
                        .put("description", "Contactpersoon")
                        .put("responsible", part.text());
            default ->
                content.put("type", "statement")
                        .put("text", part.text())
                        .put(
                                "assertion",
                                (part.id().equals("seen") ? AssertionType.OBSERVED : AssertionType.PROFESSIONAL_OPINION)
                                        .name());
        }
    }

    /** Never what was written. */
    @Override
    public String toString() {
        return "FeedbackForm[" + key + "]";
    }
}
