package nl.sluis.console;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluis.adapter.Payload;
import nl.sluis.canonical.OrganisationType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A report as the document that a school's own system would post (schemas/school-concern.schema.json), and its parts as a person sees them. */
final class ReportDocument {

    private static final String TYPE = "application/json;profile=school-concern";

    private final ReportAnswers answers;
    private final boolean veiligThuis;
    private final String child;
    private final ObjectNode root = JsonMapper.shared().createObjectNode();
    private final List<WrittenPart> parts = new ArrayList<>();
    private final Map<String, String> names = new LinkedHashMap<>();

    /** From answers without a fault. */
    ReportDocument(ReportAnswers answers, OrganisationType recipient) {
        this.answers = answers;
        this.veiligThuis = recipient == OrganisationType.VEILIG_THUIS;
        this.child = answers.get("number");
        head();
        persons();
        concerns();
        talks();
        rest();
    }

    Payload payload() {
        return new Payload(TYPE, root.toString().getBytes(StandardCharsets.UTF_8));
    }

    List<WrittenPart> parts() {
        return List.copyOf(parts);
    }

    /** What somebody in it is called; the reference itself of who is not in it. */
    String nameOf(String ref) {
        return names.getOrDefault(ref, ref);
    }

    String basis() {
        return root.path("basis").asString();
    }

    private void head() {
        root.put("kind", veiligThuis ? "VT_REPORT" : "SIGNAL")
                .put("basis", veiligThuis ? "MELDRECHT_WMO_5_2_6" : "CONSENT")
                .put("purpose", veiligThuis ? "SAFETY" : "YOUTH_SUPPORT")
                .put("role", answers.get("function"))
                .put("urgency", answers.get("urgency"))
                .put("parentsMustNotKnow", answers.has("harmful"));
        if (veiligThuis && answers.has("meldcode")) {
            root.put("meldcodeCase", answers.get("meldcode"));
        }
    }

    private void persons() {
        ArrayNode persons = root.putArray("persons");
        ObjectNode pupil = person(persons, child, "CHILD", "");
        pupil.put("birthDate", answers.date("birth").orElseThrow().toString());
        parts.add(
                new WrittenPart(child + ":identity", "report.part.child", nameOf(child) + ", " + answers.get("birth")));
        if (answers.has("bsn")) {
            pupil.put("bsn", answers.get("bsn"));
            parts.add(new WrittenPart(child + ":bsn", "category.BSN", ""));
        }
        for (int i = 1; i <= 3; i++) {
            String adult = "adult" + i;
            if (answers.has(adult + "given") || answers.has(adult + "family")) {
                // Who has no number here is nobody that was ever registered, and never somebody of another report
                String ref = answers.has(adult + "number")
                        ? answers.get(adult + "number")
                        : "form-" + answers.key() + "-" + i;
                person(persons, ref, answers.get(adult + "role"), adult);
                parts.add(new WrittenPart(ref + ":identity", "role." + answers.get(adult + "role"), nameOf(ref)));
            }
        }
    }

    private ObjectNode person(ArrayNode persons, String ref, String role, String fields) {
        ObjectNode person = persons.addObject().put("ref", ref).put("role", role);
        for (String part : List.of("given", "prefix", "family")) {
            if (answers.has(fields + part)) {
                person.put(part, answers.get(fields + part));
            }
        }
        names.put(
                ref,
                Stream.of("given", "prefix", "family")
                        .map(part -> answers.get(fields + part))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" ")));
        return person;
    }

    private void concerns() {
        ArrayNode concerns = root.putArray("concerns");
        ObjectNode facts = concern(concerns, "facts", "OBSERVED", "OBSERVATION").put("mandatory", true);
        dated(facts, "observedOn", "factsOn");
        if (answers.has("worry")) {
            concern(concerns, "worry", "PROFESSIONAL_OPINION", "OPINION").put("mandatory", false);
        }
    }

    private ObjectNode concern(ArrayNode concerns, String field, String assertion, String category) {
        parts.add(new WrittenPart(field, "report.part." + field, answers.get(field)));
        return concerns.addObject()
                .put("id", field)
                .put("about", child)
                .put("lifeDomain", answers.get("domain"))
                .put("category", category)
                .put("text", answers.get(field))
                .put("assertionType", assertion);
    }

    private void talks() {
        Map<String, String> with = new LinkedHashMap<>();
        with.put("parents", "PARENTS");
        with.put("child", "CHILD");
        with.forEach((field, who) -> {
            if (answers.has(field)) {
                ObjectNode talk = root.withArray("talks")
                        .addObject()
                        .put("id", field)
                        .put("about", child)
                        .put("with", who)
                        .put("text", answers.get(field));
                dated(talk, "on", field + "On");
                parts.add(new WrittenPart(
                        "talk:" + field,
                        field.equals("child") ? "report.part.talk" : "report.part.parents",
                        answers.get(field)));
            }
        });
    }

    private void rest() {
        if (answers.has("steps")) {
            ObjectNode step = root.putArray("earlierSteps")
                    .addObject()
                    .put("id", "steps")
                    .put("about", child)
                    .put("text", answers.get("steps"));
            if (answers.has("stepsBy")) {
                step.put("by", answers.get("stepsBy"));
            }
            parts.add(new WrittenPart("step:steps", "report.part.steps", answers.get("steps")));
        }
        root.putObject("feedback").put("wanted", answers.get("feedback").equals("yes"));
        parts.add(new WrittenPart("feedback:wish", "report.part.feedback." + answers.get("feedback"), ""));
    }

    private void dated(ObjectNode owner, String name, String field) {
        answers.date(field).ifPresent(day -> owner.put(name, day.toString()));
    }
}
