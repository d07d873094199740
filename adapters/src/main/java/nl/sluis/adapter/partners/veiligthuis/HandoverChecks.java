package nl.sluis.adapter.partners.veiligthuis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.sluis.adapter.Violation;
import nl.sluis.canonical.Bsn;
import nl.sluis.canonical.PartialDate;
import tools.jackson.databind.JsonNode;

/** What the schema of a handover cannot say: that every child has its safety told, once, and that dates and references exist. */
final class HandoverChecks {

    private static final List<String> DATES = List.of("birthDate", "reportedOn", "on", "until", "checkOn");

    private final JsonNode root;
    private final List<Violation> violations = new ArrayList<>();
    private final Map<String, String> roles = new HashMap<>();

    private HandoverChecks(JsonNode root) {
        this.root = root;
    }

    static List<Violation> faults(JsonNode root) {
        HandoverChecks checks = new HandoverChecks(root);
        checks.persons();
        checks.safety();
        checks.subjects("agreements");
        checks.subjects("conditions");
        JsonNode investigation = root.path("investigation");
        if (investigation.path("done").isEmpty()
                && investigation.path("notDone").isEmpty()) {
            checks.add("/investigation", "REQUIRED", "Say what was investigated, or what was not and why.");
        }
        checks.dates(root, "");
        return List.copyOf(checks.violations);
    }

    private void persons() {
        for (int i = 0; i < root.path("persons").size(); i++) {
            JsonNode person = root.path("persons").get(i);
            String role = person.path("role").asString();
            if (roles.put(person.path("ref").asString(), role) != null) {
                add("/persons/" + i + "/ref", "NOT_UNIQUE", "Another person has this ref.");
            }
            if (person.has("bsn") && !new Bsn(person.path("bsn").asString()).passesElevenTest()) {
                add("/persons/" + i + "/bsn", "BSN_INVALID", "Not a citizen service number: it fails the eleven test.");
            }
        }
    }

    private void safety() {
        Set<String> told = new HashSet<>();
        for (int i = 0; i < root.path("safety").size(); i++) {
            String about = root.path("safety").get(i).path("about").asString();
            if (!"CHILD".equals(roles.get(about))) {
                add("/safety/" + i + "/about", "REFERENCE_NOT_FOUND", "No child has this ref.");
            } else if (!told.add(about)) {
                add("/safety/" + i + "/about", "NOT_UNIQUE", "The safety of this child is told already.");
            }
        }
        for (int i = 0; i < root.path("persons").size(); i++) {
            JsonNode person = root.path("persons").get(i);
            if ("CHILD".equals(person.path("role").asString())
                    && !told.contains(person.path("ref").asString())) {
                add(
                        "/persons/" + i,
                        "SAFETY_NOT_TOLD",
                        "The block 'safety' says of each child that an estimate was made, or why not.");
            }
        }
    }

    private void subjects(String block) {
        JsonNode said = root.path(block);
        for (int i = 0; said.isArray() && i < said.size(); i++) {
            if (!roles.containsKey(said.get(i).path("about").asString())) {
                add("/" + block + "/" + i + "/about", "REFERENCE_NOT_FOUND", "No person has this ref.");
            }
        }
    }

    /** Nesting is bounded where JSON is read. */
    private void dates(JsonNode node, String at) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                dates(node.get(i), at + "/" + i);
            }
        }
        node.properties().forEach(field -> {
            if (DATES.contains(field.getKey()) && field.getValue().isString()) {
                date(field.getValue().asString(), at + "/" + field.getKey());
            } else {
                dates(field.getValue(), at + "/" + field.getKey());
            }
        });
    }

    private void date(String text, String at) {
        try {
            PartialDate.parse(text);
        } catch (IllegalArgumentException noSuchDate) {
            add(at, "NOT_A_DATE", "There is no such date.");
        }
    }

    private void add(String path, String code, String message) {
        violations.add(new Violation(path, code, message));
    }
}
