package nl.sluis.adapter.partners.wijkteam;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluis.adapter.MessageJson;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.PersonName;
import nl.sluis.canonical.Section;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of the shared language with Dutch words beside each code, and names beside each reference. */
final class LabelledMessage {

    private LabelledMessage() {}

    static byte[] write(Message message) {
        JsonMapper mapper = MessageJson.mapper();
        ObjectNode root = mapper.valueToTree(message);
        Map<String, String> names = names(message);
        root.put("kindLabel", Labels.of(message.kind()));
        ArrayNode persons = root.withArray("persons");
        for (int i = 0; i < persons.size(); i++) {
            ObjectNode person = persons.get(i).asObject();
            person.put("roleLabel", Labels.of(message.persons().get(i).role()));
            String name = names.get(message.persons().get(i).ref().value());
            if (name != null) {
                person.put("name", name);
            }
        }
        ArrayNode sections = root.withArray("sections");
        for (int i = 0; i < sections.size(); i++) {
            label(sections.get(i).asObject(), message.sections().get(i), names);
        }
        return mapper.writeValueAsBytes(root);
    }

    private static void label(ObjectNode node, Section section, Map<String, String> names) {
        node.put("categoryLabel", Labels.of(section.category()));
        if (section.lifeDomain() != null) {
            node.put("lifeDomainLabel", section.lifeDomain().dutchName());
        }
        String name = names.get(section.subject().value());
        if (name != null) {
            node.put("subjectName", name);
        }
    }

    /** Only names that the message itself carries. */
    private static Map<String, String> names(Message message) {
        Map<String, String> names = new HashMap<>();
        for (Section section : message.sections()) {
            if (section.content() instanceof Content.Identity identity) {
                String whole = whole(identity.name());
                if (!whole.isBlank()) {
                    names.put(section.subject().value(), whole);
                }
            }
        }
        return names;
    }

    private static String whole(PersonName name) {
        String first = name.given() == null ? name.initials() : name.given();
        return Stream.of(first, name.prefix(), name.family())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
    }
}
