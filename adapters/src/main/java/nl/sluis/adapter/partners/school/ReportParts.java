package nl.sluis.adapter.partners.school;

import java.util.ArrayList;
import java.util.List;
import nl.sluis.canonical.AssertionType;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.Section;
import nl.sluis.canonical.SectionId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a concern keeps apart from facts and worry: what was discussed and with whom, what was done before, and whether the reporter wants
 * to hear of it. Each is a section of its own, told apart by its words, since the
 * ids of sections do not travel; none is mandatory unless that is said.
 */
final class ReportParts {

    /** Before the id of a talk. */
    static final String TALK = "talk:";

    /** Before the id of an earlier step. */
    static final String STEP = "step:";

    /** The id of the wish for feedback. */
    static final String FEEDBACK = "feedback:wish";

    private final JsonNode root;
    private final JsonNode first;

    ReportParts(JsonNode root) {
        this.root = root;
        this.first = root.path("concerns").path(0);
    }

    List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        for (JsonNode talk : root.path("talks").values()) {
            Content said = new Content.Statement(
                    talk.path("text").asString(), AssertionType.REPORTED_BY, date(talk, "on"), source(talk));
            sections.add(section(TALK, talk, said));
        }
        for (JsonNode step : root.path("earlierSteps").values()) {
            String by = step.has("by") ? step.path("by").asString() : null;
            String words = "Eerder gedaan: " + step.path("text").asString();
            sections.add(section(STEP, step, new Content.Planned(words, date(step, "on"), null, by)));
        }
        if (root.has("feedback")) {
            sections.add(feedback(root.path("feedback")));
        }
        return sections;
    }

    /** In the words of the people who read it. */
    private static String source(JsonNode talk) {
        return switch (talk.path("with").asString()) {
            case "CHILD" -> "gesprek met het kind";
            case "PARENTS" -> "gesprek met de ouders";
            case "ONE_PARENT" -> "gesprek met een ouder";
            case "CHILD_AND_PARENTS" -> "gesprek met het kind en de ouders";
            default -> "gesprek";
        };
    }

    private Section section(String sort, JsonNode part, Content content) {
        return new Section(
                new SectionId(sort + part.path("id").asString()),
                new PersonRef(part.path("about").asString()),
                category(part),
                domain(part),
                part.path("mandatory").asBoolean(false),
                content);
    }

    /** Goes wherever the first concern may go: it says nothing of the family, and is of no use without. */
    private Section feedback(JsonNode wish) {
        boolean wanted = wish.path("wanted").asBoolean();
        String words = wanted ? "Terugkoppeling gevraagd" : "Geen terugkoppeling gevraagd";
        return new Section(
                new SectionId(FEEDBACK),
                new PersonRef(first.path("about").asString()),
                category(first),
                domain(first),
                false,
                new Content.Planned(words, null, date(wish, "by"), null));
    }

    private static DataCategory category(JsonNode part) {
        return DataCategory.valueOf(part.path("category").asString("OBSERVATION"));
    }

    private LifeDomain domain(JsonNode part) {
        JsonNode own = part.path("lifeDomain");
        return LifeDomain.valueOf((own.isMissingNode() ? first.path("lifeDomain") : own).asString());
    }

    private static @Nullable PartialDate date(JsonNode owner, String field) {
        return owner.has(field) ? PartialDate.parse(owner.path(field).asString()) : null;
    }
}
