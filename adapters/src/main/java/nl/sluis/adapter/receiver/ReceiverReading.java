package nl.sluis.adapter.receiver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.sluis.adapter.profile.Nearest;
import nl.sluis.adapter.profile.YamlMap;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.MessageKind;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Turns the tree of a receiver's profile into the profile; what is wrong is collected, and what comes of it then is not used. */
final class ReceiverReading {

    static final String VERSION = "sluis-receiver/1";

    private static final String NAME = "[a-z0-9][a-z0-9-]{0,63}";
    private static final int LONGEST_LABEL = 80;

    /** No message has more people or sections than this. */
    private static final int MOST = 1_000;

    private static final int LONGEST = 1_000_000;

    private static final Map<String, Element> ELEMENTS = named(Element.values(), Element::word);
    private static final Map<String, ReceiverProfile.Form> FORMS =
            named(ReceiverProfile.Form.values(), form -> form.name().toLowerCase(Locale.ROOT));

    private final YamlMap root;

    ReceiverReading(YamlMap root) {
        this.root = root;
    }

    ReceiverProfile profile() {
        Node version = root.required("profile");
        if (version != null && !VERSION.equals(root.text("profile"))) {
            root.faults().add(version, "VERSION", "Only profiles of version " + VERSION + " are read.");
        }
        String name = root.requiredText("name");
        if (!name.isEmpty() && !name.matches(NAME)) {
            root.faults().add(root.key("name"), "WRONG_FORM", "A name has small letters, digits and hyphens only.");
        }
        root.required("kinds");
        Set<MessageKind> kinds = codes(root, "kinds", named(MessageKind.values(), MessageKind::name));
        List<ReceiverProfile.PersonRule> persons = persons(root.map("persons"));
        List<ReceiverProfile.SectionRule> sections = sections(root.map("sections"));
        Map<Element, Integer> longest = longest(root.map("longest"));
        root.done();
        if (persons.isEmpty() && sections.isEmpty() && longest.isEmpty()) {
            root.faults().add(root.node(), "EMPTY", "This profile asks for nothing.");
        }
        return new ReceiverProfile(name, kinds, persons, sections, longest);
    }

    private List<ReceiverProfile.PersonRule> persons(YamlMap persons) {
        List<ReceiverProfile.PersonRule> rules = new ArrayList<>();
        for (String label : persons.names()) {
            YamlMap rule = persons.map(label);
            label(persons, label);
            rule.required("role");
            rules.add(new ReceiverProfile.PersonRule(
                    label,
                    codes(rule, "role", named(HouseholdRole.values(), HouseholdRole::name)),
                    number(rule, "at-least", 0, MOST),
                    needs(rule, "with"),
                    needs(rule, "each")));
            rule.done();
        }
        return rules;
    }

    private List<ReceiverProfile.SectionRule> sections(YamlMap sections) {
        List<ReceiverProfile.SectionRule> rules = new ArrayList<>();
        for (String label : sections.names()) {
            YamlMap rule = sections.map(label);
            label(sections, label);
            rules.add(new ReceiverProfile.SectionRule(
                    label,
                    new ReceiverProfile.Which(
                            codes(rule, "category", named(DataCategory.values(), DataCategory::name)),
                            codes(rule, "form", FORMS),
                            Set.copyOf(rule.words("begins"))),
                    number(rule, "at-least", 1, MOST),
                    needs(rule, "with"),
                    codes(rule, "about-each", named(HouseholdRole.values(), HouseholdRole::name))));
            rule.done();
        }
        return rules;
    }

    private Map<Element, Integer> longest(YamlMap map) {
        Map<Element, Integer> longest = new EnumMap<>(Element.class);
        for (String name : map.names()) {
            Element element = code(map.key(name), name, ELEMENTS);
            int most = number(map, name, LONGEST, LONGEST);
            if (element != null) {
                longest.put(element, most);
            }
        }
        return longest;
    }

    private void label(YamlMap map, String label) {
        if (label.length() > LONGEST_LABEL) {
            root.faults().add(map.key(label), "TOO_LONG", "A label has at most " + LONGEST_LABEL + " characters.");
        }
    }

    /** Elements, each alone or with alternatives: {@code family-name or bsn}. */
    private List<Set<Element>> needs(YamlMap rule, String key) {
        List<Set<Element>> needs = new ArrayList<>();
        for (String need : rule.words(key)) {
            Node at = rule.get(key);
            Set<Element> either = new HashSet<>();
            for (String word : need.split(" or ", -1)) {
                Element element = code(at == null ? rule.node() : at, word.strip(), ELEMENTS);
                if (element != null) {
                    either.add(element);
                }
            }
            needs.add(Set.copyOf(either));
        }
        return needs;
    }

    private int number(YamlMap map, String key, int otherwise, int most) {
        Node at = map.get(key);
        String word = map.text(key);
        if (at == null || word == null) {
            return otherwise;
        }
        if (!word.matches("[0-9]{1,7}") || Integer.parseInt(word) > most) {
            root.faults().add(at, "WRONG_FORM", "A whole number of at most " + most + " is needed here.");
            return otherwise;
        }
        return Integer.parseInt(word);
    }

    private <E extends Enum<E>> Set<E> codes(YamlMap map, String key, Map<String, E> known) {
        Set<E> codes = new HashSet<>();
        for (String word : map.words(key)) {
            Node at = map.get(key);
            E code = code(at == null ? map.node() : at, word, known);
            if (code != null) {
                codes.add(code);
            }
        }
        return codes;
    }

    private <E> @Nullable E code(Node at, String word, Map<String, E> known) {
        E code = known.get(word);
        if (code == null) {
            root.faults()
                    .add(
                            at,
                            "UNKNOWN_CODE",
                            "'" + word + "' is not known here" + Nearest.to(word, known.keySet()) + ".");
        }
        return code;
    }

    private static <E> Map<String, E> named(E[] values, Function<E, String> name) {
        return Arrays.stream(values)
                .collect(Collectors.toMap(name, each -> each, (one, other) -> one, LinkedHashMap::new));
    }
}
