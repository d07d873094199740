package nl.sluis.adapter.partners.csv;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.sluis.adapter.partners.csv.MappingProfile.Part;
import nl.sluis.adapter.partners.csv.MappingProfile.Shape;
import nl.sluis.adapter.profile.Nearest;
import nl.sluis.adapter.profile.YamlMap;
import nl.sluis.canonical.AssertionType;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.LifeDomain;
import org.jspecify.annotations.Nullable;

/** The part {@code sections} of a profile. */
final class PartReading {

    /** What each shape has: first what it cannot do without. */
    private static final Map<Shape, List<String>> FIELDS = Map.of(
            Shape.AMOUNT, List.of("euros", "since"),
            Shape.STATEMENT, List.of("text", "observed-on", "source"),
            Shape.CODED, List.of("code", "system", "display"),
            Shape.PLANNED, List.of("description", "from", "until", "responsible"),
            Shape.GOAL, List.of("description", "status", "due"));

    private final ValueReading values;
    private final Set<String> persons;

    PartReading(ValueReading values, Set<String> persons) {
        this.values = values;
        this.persons = persons;
    }

    List<Part> parts(YamlMap sections) {
        List<Part> parts = new ArrayList<>();
        for (String name : sections.names()) {
            if (!name.matches("[a-z][a-z0-9-]{0,30}")) {
                sections.faults()
                        .add(
                                sections.key(name),
                                "WRONG_FORM",
                                "A section is named with small letters, digits and hyphens.");
            }
            parts.add(part(name, sections.map(name)));
        }
        return parts;
    }

    private Part part(String name, YamlMap section) {
        String about = section.requiredText("about");
        if (!about.isEmpty() && !persons.contains(about)) {
            section.faults()
                    .add(
                            section.key("about"),
                            "UNKNOWN_PERSON",
                            "'" + about + "' is none of 'persons'" + Nearest.to(about, persons));
        }
        Value category = values.coded(section, "category", DataCategory.class, null);
        Value domain = values.optionalCoded(section, "life-domain", LifeDomain.class);
        boolean mandatory = section.flag("mandatory", false);
        Map<String, Value> fields = new LinkedHashMap<>();
        Shape shape = shape(section, fields);
        section.done();
        return new Part(name, about, category, domain, mandatory, shape, fields);
    }

    private Shape shape(YamlMap section, Map<String, Value> fields) {
        @Nullable Shape found = null;
        for (Shape shape : Shape.values()) {
            String key = shape.name().toLowerCase(java.util.Locale.ROOT);
            if (section.get(key) != null) {
                if (found != null) {
                    section.faults().add(section.key(key), "NOT_UNIQUE", "A section has one content.");
                }
                found = shape;
                content(section.map(key), shape, fields);
            }
        }
        if (found == null) {
            section.faults()
                    .add(
                            section.node(),
                            "REQUIRED",
                            "One of amount, statement, coded, planned or goal is missing here.");
        }
        return found == null ? Shape.STATEMENT : found;
    }

    private void content(YamlMap content, Shape shape, Map<String, Value> fields) {
        List<String> names = FIELDS.getOrDefault(shape, List.of());
        fields.put(names.get(0), values.requiredData(content, names.get(0)));
        for (String name : names.subList(1, names.size())) {
            Value value = values.data(content, name);
            if (value != null) {
                fields.put(name, value);
            }
        }
        if (shape == Shape.STATEMENT) {
            fields.put("assertion", values.coded(content, "assertion", AssertionType.class, null));
        }
        if (shape == Shape.CODED) {
            content.required("system");
        }
        content.done();
    }
}
