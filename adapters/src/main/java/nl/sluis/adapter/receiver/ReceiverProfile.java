package nl.sluis.adapter.receiver;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluis.adapter.Violation;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.Person;
import nl.sluis.canonical.Section;

/**
 * What one receiver cannot do without; docs/partners/receivers.md. {@link Outgoing} asks it before anything is written.
 *
 * @param name how it is called in configuration
 * @param kinds the messages that it is about; of others it says nothing
 */
public record ReceiverProfile(
        String name,
        Set<MessageKind> kinds,
        List<PersonRule> persons,
        List<SectionRule> sections,
        Map<Element, Integer> longest) {

    public ReceiverProfile {
        kinds = Set.copyOf(kinds);
        persons = List.copyOf(persons);
        sections = List.copyOf(sections);
        longest = Map.copyOf(longest);
    }

    /**
     * People of a role: how many there must be, and what each must have.
     *
     * @param label the profile's own words, such as {@code children}
     * @param least how many there must be that have what {@code with} says
     * @param with elements that make a person count; of every set one is enough
     * @param each elements that each of them needs, also those that do not count; of every set one is enough
     */
    record PersonRule(
            String label, Set<HouseholdRole> roles, int least, List<Set<Element>> with, List<Set<Element>> each) {}

    /**
     * Sections of a category: how many there must be.
     *
     * @param with elements that make a section count; of every set one is enough
     * @param about roles of which each person needs so many sections; empty when the whole message does
     */
    record SectionRule(String label, Which which, int least, List<Set<Element>> with, Set<HouseholdRole> about) {}

    /**
     * Sections that can count.
     *
     * @param categories empty for any
     * @param form empty for any
     * @param begins words with which the text of a statement or plan begins, one of them; empty for any. Ids cannot tell blocks apart,
     *     since minimising gives sections new ones
     */
    record Which(Set<DataCategory> categories, Set<Form> form, Set<String> begins) {

        boolean counts(Section section) {
            return (categories.isEmpty() || categories.contains(section.category()))
                    && (form.isEmpty() || form.stream().anyMatch(each -> each.of(section.content())))
                    && (begins.isEmpty() || begins.stream().anyMatch(text(section.content())::startsWith));
        }

        private static String text(Content content) {
            return switch (content) {
                case Content.Statement statement -> statement.text();
                case Content.Planned planned -> planned.description();
                default -> "";
            };
        }
    }

    /** The shape of a section. */
    enum Form {
        STATEMENT,
        IDENTITY,
        ADDRESS,
        CONTACT,
        GOAL,
        PLANNED,
        AMOUNT;

        boolean of(Content content) {
            return switch (this) {
                case STATEMENT -> content instanceof Content.Statement;
                case IDENTITY -> content instanceof Content.Identity;
                case ADDRESS -> content instanceof Content.Address;
                case CONTACT -> content instanceof Content.ContactPoint;
                case GOAL -> content instanceof Content.Goal;
                case PLANNED -> content instanceof Content.Planned;
                case AMOUNT -> content instanceof Content.Amount;
            };
        }
    }

    /**
     * Every element that is missing or too long, each with its place in the message and never its value; empty when
     * the message may be written, or is of a kind that the profile says nothing of.
     */
    public List<Violation> faults(Message message) {
        List<Violation> faults = new ArrayList<>();
        if (kinds.contains(message.kind())) {
            persons.forEach(rule -> persons(rule, message, faults));
            sections.forEach(rule -> sections(rule, message, faults));
            limits(message, faults);
        }
        return faults;
    }

    private static void persons(PersonRule rule, Message message, List<Violation> faults) {
        int found = 0;
        for (int i = 0; i < message.persons().size(); i++) {
            Person person = message.persons().get(i);
            if (rule.roles.contains(person.role())) {
                List<Content> known = message.sections().stream()
                        .filter(section -> section.subject().equals(person.ref()))
                        .map(Section::content)
                        .toList();
                found += lacks(rule.with, known).isEmpty() ? 1 : 0;
                for (String need : lacks(rule.each, known)) {
                    faults.add(new Violation("/persons/" + i, "REQUIRED", rule.label + ": " + need + " is needed."));
                }
            }
        }
        if (found < rule.least) {
            String with = lacks(rule.with, List.of()).stream().collect(Collectors.joining(" and "));
            faults.add(new Violation(
                    "/persons",
                    "REQUIRED",
                    rule.label + ": at least " + rule.least + (with.isEmpty() ? "" : " with " + with) + "."));
        }
    }

    private static List<String> lacks(List<Set<Element>> needs, List<Content> known) {
        return needs.stream()
                .filter(need -> known.stream().noneMatch(content -> has(need, content)))
                .map(need -> need.stream().map(Element::word).sorted().collect(Collectors.joining(" or ")))
                .toList();
    }

    private static boolean has(Set<Element> need, Content content) {
        return need.stream().anyMatch(element -> element.in(content) != null);
    }

    private static void sections(SectionRule rule, Message message, List<Violation> faults) {
        if (rule.about.isEmpty()) {
            long found = message.sections().stream()
                    .filter(section -> counts(rule, section))
                    .count();
            lacking(rule, found, "/sections", faults);
            return;
        }
        for (int i = 0; i < message.persons().size(); i++) {
            Person person = message.persons().get(i);
            if (rule.about.contains(person.role())) {
                long found = message.sections().stream()
                        .filter(section -> section.subject().equals(person.ref()) && counts(rule, section))
                        .count();
                lacking(rule, found, "/persons/" + i, faults);
            }
        }
    }

    private static boolean counts(SectionRule rule, Section section) {
        return rule.which.counts(section)
                && lacks(rule.with, List.of(section.content())).isEmpty();
    }

    private static void lacking(SectionRule rule, long found, String at, List<Violation> faults) {
        if (found < rule.least) {
            faults.add(new Violation(at, "REQUIRED", rule.label + ": at least " + rule.least + "."));
        }
    }

    private void limits(Message message, List<Violation> faults) {
        for (int i = 0; i < message.sections().size(); i++) {
            Section section = message.sections().get(i);
            String at = "/sections/" + i;
            longest.forEach((element, most) -> {
                String text = element.in(section.content());
                if (text != null && text.length() > most) {
                    faults.add(new Violation(
                            at,
                            "TOO_LONG",
                            element.word() + " has at most " + most + " characters here; nothing is cut."));
                }
            });
        }
    }
}
