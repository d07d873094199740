package nl.sluis.adapter.partners.csv;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.sluis.adapter.ArrearsEvidence;
import nl.sluis.adapter.profile.YamlMap;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.canonical.ProfessionalRole;
import nl.sluis.canonical.Purpose;
import nl.sluis.canonical.Sex;
import nl.sluis.canonical.Urgency;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Turns the tree of a profile into the profile; what is wrong is collected, and what comes of it then is not used. */
final class ProfileReading {

    private static final String VERSION = "sluis-csv/1";

    private final YamlMap root;
    private final ValueReading values;

    ProfileReading(YamlMap root) {
        this.root = root;
        this.values = new ValueReading(new CodeLists(root.map("codes")));
    }

    MappingProfile profile() {
        Node version = root.required("profile");
        if (version != null && !VERSION.equals(root.text("profile"))) {
            root.faults().add(version, "VERSION", "Only profiles of version " + VERSION + " are read.");
        }
        String name = name();
        String partner = root.requiredText("partner");
        OrganisationType type = type();
        MappingProfile.FileRules file = new FileReading(root.map("file"), root.map("columns")).rules();
        YamlMap rows = root.map("rows");
        Value day = values.data(rows, "day");
        MappingProfile.Message message = message(values.data(rows, "message"), day);
        rows.done();
        Map<String, MappingProfile.Person> persons = persons();
        List<MappingProfile.Part> parts = new PartReading(values, persons.keySet()).parts(root.map("sections"));
        MappingProfile.Preconditions preconditions = preconditions();
        root.done();
        ProfileRules rules = new ProfileRules(root);
        MappingProfile profile = new MappingProfile(name, partner, type, file, message, persons, parts, preconditions);
        rules.check(profile, values.dated());
        return profile;
    }

    private String name() {
        String name = root.requiredText("name");
        if (!name.isEmpty() && !name.matches("[a-z0-9][a-z0-9-]{0,63}")) {
            root.faults().add(at(root, "name"), "WRONG_FORM", "A name has small letters, digits and hyphens only.");
        }
        return name;
    }

    private OrganisationType type() {
        Value type = values.coded(root, "type", OrganisationType.class, null);
        return code(OrganisationType.class, type.constant(), OrganisationType.OTHER);
    }

    private MappingProfile.Message message(@Nullable Value perMessage, @Nullable Value day) {
        YamlMap message = root.map("message");
        String recipient = message.text("recipient");
        MappingProfile.Message read = new MappingProfile.Message(
                values.coded(message, "kind", MessageKind.class, null),
                values.coded(message, "basis", LegalBasis.class, null),
                values.optionalCoded(message, "purpose", Purpose.class),
                values.coded(message, "role", ProfessionalRole.class, ProfessionalRole.OTHER),
                values.coded(message, "urgency", Urgency.class, Urgency.ROUTINE),
                recipient == null || recipient.length() > 100 ? null : new OrganisationId(recipient),
                perMessage,
                day);
        message.done();
        return read;
    }

    private Map<String, MappingProfile.Person> persons() {
        YamlMap persons = root.map("persons");
        Map<String, MappingProfile.Person> read = new LinkedHashMap<>();
        for (String alias : persons.names()) {
            YamlMap person = persons.map(alias);
            if (!alias.matches("[a-z][a-z0-9-]{0,30}")) {
                persons.faults()
                        .add(
                                persons.key(alias),
                                "WRONG_FORM",
                                "A person is named with small letters, digits and hyphens.");
            }
            Map<String, Value> fields = new LinkedHashMap<>();
            fields(person, List.of("birth-date", "bsn"), fields);
            block(person.map("name"), List.of("given", "initials", "prefix", "family"), fields);
            block(person.map("address"), List.of("street", "house-number", "postal-code", "city", "country"), fields);
            block(person.map("contact"), List.of("phone", "email"), fields);
            Value sex = values.optionalCoded(person, "sex", Sex.class);
            if (sex != null) {
                fields.put("sex", sex);
            }
            read.put(
                    alias,
                    new MappingProfile.Person(
                            values.coded(person, "role", HouseholdRole.class, null),
                            values.data(person, "number"),
                            fields));
            person.done();
        }
        if (read.isEmpty()) {
            root.faults()
                    .add(
                            at(root, "persons"),
                            "REQUIRED",
                            "A message is about somebody: name at least one of 'persons'.");
        }
        return read;
    }

    private void block(YamlMap map, List<String> names, Map<String, Value> into) {
        fields(map, names, into);
        map.done();
    }

    private void fields(YamlMap map, List<String> names, Map<String, Value> into) {
        for (String name : names) {
            Value value = values.data(map, name);
            if (value != null) {
                into.put(name, value);
            }
        }
    }

    private MappingProfile.@Nullable Preconditions preconditions() {
        Node node = root.get("preconditions");
        if (node == null) {
            return null;
        }
        YamlMap map = new YamlMap(node, node, root.faults());
        Map<String, Value> days = new LinkedHashMap<>();
        Map<String, Value> references = new LinkedHashMap<>();
        for (String name : Evidence.NAMES) {
            if (map.required(name) == null) {
                continue;
            }
            YamlMap proof = map.map(name);
            days.put(name, values.requiredData(proof, "on"));
            Value reference = values.data(proof, "reference");
            if (reference != null) {
                references.put(name, reference);
            }
            proof.done();
        }
        Value reaction = values.coded(map, "reaction", ArrearsEvidence.Reaction.class, null);
        map.done();
        return new MappingProfile.Preconditions(days, references, reaction);
    }

    static <E extends Enum<E>> E code(Class<E> type, @Nullable String name, E otherwise) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(otherwise);
    }

    private static Node at(YamlMap map, String key) {
        Node node = map.get(key);
        return node == null ? map.node() : node;
    }
}
