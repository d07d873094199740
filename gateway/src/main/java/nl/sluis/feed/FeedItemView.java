package nl.sluis.feed;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.sluis.canonical.AssertionType;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.Person;
import nl.sluis.canonical.Purpose;
import nl.sluis.canonical.Section;
import nl.sluis.canonical.Urgency;
import nl.sluis.household.DisplayName;
import org.jspecify.annotations.Nullable;

/**
 * An item as it is read, by systems as JSON and by people on the page.
 *
 * @param householdAmbiguous whether a person must still decide which household it is about
 * @param inReplyTo the message that it answers or is about; null for the first of a thread
 * @param lifeDomains every life domain that a section names, in the order of the code list
 * @param ground on what the sender may share it
 * @param purpose what it may be used for; null when the sender stated none
 * @param owner the person who has it; null while nobody took it up
 * @param due when something must have happened; null when nothing must
 */
public record FeedItemView(
        UUID id,
        String cursor,
        UUID household,
        boolean householdAmbiguous,
        UUID messageId,
        UUID threadId,
        @Nullable UUID inReplyTo,
        Source source,
        MessageKind kind,
        Urgency urgency,
        List<PersonView> persons,
        List<LifeDomain> lifeDomains,
        LegalBasis ground,
        @Nullable Purpose purpose,
        List<SectionView> sections,
        Instant arrivedAt,
        FeedState state,
        @Nullable String owner,
        @Nullable Instant due) {

    /** The organisation that sent it. */
    public record Source(String id, String name) {}

    /**
     * Whom it is about.
     *
     * @param name null when the sender gave none
     */
    public record PersonView(
            String ref, HouseholdRole role, @Nullable String name) {}

    /**
     * One piece of what it says.
     *
     * @param subject reference of the person whom it is about
     * @param assertion how the sender knows; null where the content is no statement
     * @param toldBy who told the sender; null when not stated
     * @param observedOn a date of which parts may be zero; null when not stated
     * @param secret whether the address is kept secret by the register
     * @param attachment the file, where that is what it is; null elsewhere
     */
    public record SectionView(
            String subject,
            DataCategory category,
            @Nullable LifeDomain lifeDomain,
            @Nullable AssertionType assertion,
            @Nullable String toldBy,
            @Nullable String observedOn,
            boolean secret,
            String text,
            @Nullable AttachmentView attachment) {}

    /**
     * A file that came along.
     *
     * @param mediaType as its sender says
     * @param size in bytes
     */
    public record AttachmentView(UUID id, String mediaType, long size, Scan scan) {

        static @Nullable AttachmentView of(Content content, Set<UUID> scanned) {
            return content instanceof Content.Attachment attachment && attachment.file() != null
                    ? new AttachmentView(
                            attachment.id(),
                            attachment.file().mediaType(),
                            attachment.file().size(),
                            scanned.contains(attachment.id()) ? Scan.CLEAN : Scan.NOT_SCANNED)
                    : null;
        }
    }

    /** Whether a virus scanner has looked at a file; the same words as in the header {@code Sluis-Scan} of its bytes. */
    public enum Scan {
        /** It found nothing. */
        CLEAN,
        /** None has: this node has no scanner, or had none when it came. */
        NOT_SCANNED
    }

    /** Shows an item. */
    public static FeedItemView of(FeedItem item) {
        Message message = item.message();
        return new FeedItemView(
                item.id(),
                item.cursor().toString(),
                item.household(),
                item.ambiguousHousehold(),
                message.id().value(),
                message.thread().value(),
                message.inReplyTo() == null ? null : message.inReplyTo().value(),
                new Source(message.sender().value(), item.sourceName()),
                message.kind(),
                message.urgency(),
                message.persons().stream()
                        .map(person -> person(person, message.sections()))
                        .toList(),
                message.sections().stream()
                        .map(Section::lifeDomain)
                        .filter(Objects::nonNull)
                        .distinct()
                        .sorted()
                        .toList(),
                message.basis(),
                message.purpose(),
                message.sections().stream()
                        .map(section -> section(section, item.scanned()))
                        .toList(),
                item.arrivedAt(),
                item.state(),
                item.owner(),
                item.due());
    }

    private static PersonView person(Person person, List<Section> sections) {
        String name = sections.stream()
                .filter(section -> section.subject().equals(person.ref()))
                .map(Section::content)
                .filter(Content.Identity.class::isInstance)
                .map(Content.Identity.class::cast)
                .flatMap(identity -> DisplayName.of(identity.name()).stream())
                .findFirst()
                .orElse(null);
        return new PersonView(person.ref().value(), person.role(), name);
    }

    private static SectionView section(Section section, Set<UUID> scanned) {
        Content.Statement statement = section.content() instanceof Content.Statement said ? said : null;
        return new SectionView(
                section.subject().value(),
                section.category(),
                section.lifeDomain(),
                statement == null ? null : statement.assertion(),
                statement == null ? null : statement.source(),
                statement == null ? null : Objects.toString(statement.observedOn(), null),
                section.content() instanceof Content.Address address && address.secret(),
                ContentText.of(section.content()),
                AttachmentView.of(section.content(), scanned));
    }
}
