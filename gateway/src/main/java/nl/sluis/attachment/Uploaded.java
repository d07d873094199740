package nl.sluis.attachment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.Section;
import org.springframework.stereotype.Component;

/** The uploads of the own systems, as messages refer to them. */
@Component
public class Uploaded {

    private final Holdings holdings;
    private final AttachmentSettings settings;

    Uploaded(Holdings holdings, AttachmentSettings settings) {
        this.holdings = holdings;
        this.settings = settings;
    }

    /**
     * The sections with what each file is, as this node has it, whatever the document says of it. Empty when one is not here,
     * not whole, not looked at or not clean, has no life domain, occurs twice, or is one too many.
     */
    public Optional<List<Section>> lookedUp(List<Section> sections) {
        List<Section> all = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        for (Section section : sections) {
            if (section.content() instanceof Content.Attachment named) {
                Optional<Content.File> file = file(named.id());
                // Under two categories the laxer one would decide about the file; without a life domain no scope would
                if (file.isEmpty()
                        || section.lifeDomain() == null
                        || !seen.add(named.id())
                        || seen.size() > settings.perMessage()) {
                    return Optional.empty();
                }
                all.add(with(section, new Content.Attachment(named.id(), named.title(), file.get())));
            } else {
                all.add(section);
            }
        }
        return Optional.of(all);
    }

    /** A message needs its attachments as long as it has content; runs in the transaction that keeps it. */
    public void use(Message message) {
        List<UUID> named = message.sections().stream()
                .map(Section::content)
                .filter(Content.Attachment.class::isInstance)
                .map(content -> ((Content.Attachment) content).id())
                .toList();
        if (!named.isEmpty()) {
            holdings.use(message.sender(), message.id(), named);
        }
    }

    private Optional<Content.File> file(UUID id) {
        return holdings.uploaded(id)
                .filter(stored -> stored.state().usable())
                .filter(stored -> stored.sha256() != null)
                .map(stored ->
                        new Content.File(stored.mediaType(), stored.size(), Objects.requireNonNull(stored.sha256())));
    }

    private static Section with(Section section, Content content) {
        return new Section(
                section.id(),
                section.subject(),
                section.category(),
                section.lifeDomain(),
                section.mandatory(),
                content);
    }
}
