package nl.sluis.canonical;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A message between two organisations about the members of one household.
 *
 * @param purpose null when the sender stated none
 * @param inReplyTo the message that this one answers; null for the first of a thread
 * @param persons whom the sections are about
 */
public record Message(
        MessageId id,
        ThreadId thread,
        @Nullable MessageId inReplyTo,
        MessageKind kind,
        OrganisationId sender,
        ProfessionalRole senderRole,
        OrganisationId recipient,
        Instant sentAt,
        Urgency urgency,
        @Nullable Purpose purpose,
        LegalBasis basis,
        List<Person> persons,
        List<Section> sections,
        @Nullable Original original) {

    /**
     * @throws IllegalArgumentException when a section is about nobody of the message, or a reference occurs twice
     */
    public Message {
        persons = List.copyOf(persons);
        sections = List.copyOf(sections);
        Set<PersonRef> refs = new HashSet<>();
        for (Person person : persons) {
            if (!refs.add(person.ref())) {
                throw new IllegalArgumentException("a person occurs twice");
            }
        }
        Set<SectionId> ids = new HashSet<>();
        for (Section section : sections) {
            if (!refs.contains(section.subject())) {
                throw new IllegalArgumentException("a section is about nobody of the message");
            }
            if (!ids.add(section.id())) {
                throw new IllegalArgumentException("a section occurs twice");
            }
        }
    }

    /** Never the content. */
    @Override
    public String toString() {
        return "Message[" + kind + " " + id + "]";
    }
}
