package nl.sluis.adapter.partners.school;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.sluis.adapter.Violation;
import nl.sluis.adapter.source.PersonJson;
import nl.sluis.canonical.Bsn;
import nl.sluis.canonical.PartialDate;
import tools.jackson.databind.JsonNode;

/** What a schema cannot say: that references exist, that dates do, that a citizen service number can be one. */
final class ConcernChecks {

    private final List<Violation> violations = new ArrayList<>();
    private final Set<String> refs = new HashSet<>();
    private final Set<String> sections = new HashSet<>();

    private ConcernChecks() {}

    static List<Violation> faults(JsonNode root) {
        ConcernChecks checks = new ConcernChecks();
        if (root.has("recipient") && root.path("recipient").asString().isBlank()) {
            checks.add("/recipient", "WRONG_FORM", "An organisation has a name.");
        }
        checks.persons(root.path("persons"));
        checks.concerns(root.path("concerns"));
        checks.parts(root.path("talks"), "/talks/", ReportParts.TALK);
        checks.parts(root.path("earlierSteps"), "/earlierSteps/", ReportParts.STEP);
        if (root.has("feedback")) {
            checks.sections.add(ReportParts.FEEDBACK);
            checks.date(root.path("feedback"), "by", "/feedback");
        }
        checks.attachments(root.path("attachments"));
        checks.withheld(root.path("withhold"));
        return List.copyOf(checks.violations);
    }

    private void persons(JsonNode persons) {
        for (int i = 0; i < persons.size(); i++) {
            JsonNode person = persons.get(i);
            String at = "/persons/" + i;
            String ref = person.path("ref").asString();
            if (!refs.add(ref)) {
                add(at + "/ref", "NOT_UNIQUE", "Another person has this ref.");
            }
            date(person, "birthDate", at);
            if (person.has("bsn") && !new Bsn(person.path("bsn").asString()).passesElevenTest()) {
                add(at + "/bsn", "BSN_INVALID", "Not a citizen service number: it fails the eleven test.");
            }
            sections.addAll(PersonJson.idsOf(person));
        }
    }

    private void concerns(JsonNode concerns) {
        for (int i = 0; i < concerns.size(); i++) {
            JsonNode concern = concerns.get(i);
            String at = "/concerns/" + i;
            if (!sections.add(concern.path("id").asString())) {
                add(at + "/id", "NOT_UNIQUE", "Another concern has this id.");
            }
            if (!refs.contains(concern.path("about").asString())) {
                add(at + "/about", "REFERENCE_NOT_FOUND", "No person has this ref.");
            }
            date(concern, "observedOn", at);
        }
    }

    private void parts(JsonNode parts, String below, String sort) {
        for (int i = 0; i < parts.size(); i++) {
            JsonNode part = parts.get(i);
            if (!sections.add(sort + part.path("id").asString())) {
                add(below + i + "/id", "NOT_UNIQUE", "Something else has this id.");
            }
            if (!refs.contains(part.path("about").asString())) {
                add(below + i + "/about", "REFERENCE_NOT_FOUND", "No person has this ref.");
            }
            date(part, "on", below + i);
        }
    }

    private void attachments(JsonNode attachments) {
        for (int i = 0; i < attachments.size(); i++) {
            JsonNode attachment = attachments.get(i);
            String at = "/attachments/" + i;
            if (!sections.add(attachment.path("id").asString())) {
                add(at + "/id", "NOT_UNIQUE", "Something else has this id.");
            }
            if (!refs.contains(attachment.path("about").asString())) {
                add(at + "/about", "REFERENCE_NOT_FOUND", "No person has this ref.");
            }
            if (attachment.path("title").asString().isBlank()) {
                add(at + "/title", "WRONG_FORM", "This may not be blank.");
            }
        }
    }

    private void withheld(JsonNode withheld) {
        for (int i = 0; i < withheld.size(); i++) {
            if (!sections.contains(withheld.get(i).asString())) {
                add("/withhold/" + i, "REFERENCE_NOT_FOUND", "No concern and no part of a person has this id.");
            }
        }
    }

    private void date(JsonNode owner, String field, String at) {
        if (owner.has(field)) {
            try {
                PartialDate.parse(owner.path(field).asString());
            } catch (IllegalArgumentException noSuchDate) {
                add(at + "/" + field, "NOT_A_DATE", "There is no such date.");
            }
        }
    }

    private void add(String path, String code, String message) {
        violations.add(new Violation(path, code, message));
    }
}
