package nl.sluis.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.Person;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.Section;
import nl.sluis.canonical.SectionId;

/** Leaves out what may not go. What is left is numbered afresh: references are the sender's own numbers. */
final class Minimiser {

    private Minimiser() {}

    static MinimisedMessage minimise(Message message, SharingRequest request, Verdict verdict) {
        Set<SectionId> withheld =
                verdict.withheld().stream().map(Withheld::item).collect(Collectors.toUnmodifiableSet());
        List<Section> kept = message.sections().stream()
                .filter(section -> !withheld.contains(section.id()))
                .toList();
        Map<PersonRef, PersonRef> renamed = new LinkedHashMap<>();
        List<Person> persons = new ArrayList<>();
        for (Person person : message.persons()) {
            if (kept.stream().anyMatch(section -> section.subject().equals(person.ref()))) {
                PersonRef ref = new PersonRef("p" + (persons.size() + 1));
                renamed.put(person.ref(), ref);
                persons.add(new Person(ref, person.role()));
            }
        }
        List<Section> sections = new ArrayList<>();
        for (Section section : kept) {
            PersonRef subject = renamed.get(section.subject());
            if (subject == null) {
                throw new IllegalStateException("a section is about nobody of the message");
            }
            sections.add(new Section(
                    new SectionId("s" + (sections.size() + 1)),
                    subject,
                    section.category(),
                    section.lifeDomain(),
                    section.mandatory(),
                    section.content()));
        }
        return new MinimisedMessage(
                with(message, persons, sections), new TravellingGround(request, renamed, identified(kept)).ground());
    }

    private static Set<PersonRef> identified(List<Section> kept) {
        return kept.stream()
                .filter(section -> section.category() == DataCategory.IDENTITY)
                .map(Section::subject)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Message with(Message message, List<Person> persons, List<Section> sections) {
        return new Message(
                message.id(),
                message.thread(),
                message.inReplyTo(),
                message.kind(),
                message.sender(),
                message.senderRole(),
                message.recipient(),
                message.sentAt(),
                message.urgency(),
                message.purpose(),
                message.basis(),
                persons,
                sections,
                message.original());
    }
}
