package nl.sluis.attachment;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.audit.AuditLog;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.Section;
import nl.sluis.feed.FeedItem;
import nl.sluis.feed.FeedReads;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives the attachments of items in the feed to who reads the feed, and writes down that it did. */
@Component
class Downloads {

    private final FeedReads feed;
    private final Holdings holdings;
    private final AttachmentStore store;
    private final AuditLog audit;

    Downloads(FeedReads feed, Holdings holdings, AttachmentStore store, AuditLog audit) {
        this.feed = feed;
        this.holdings = holdings;
        this.store = store;
        this.audit = audit;
    }

    /**
     * A file to read.
     *
     * @param state whether a scanner has looked at it
     */
    record Download(ChunkResource content, SafeName name, AttachmentState state) {}

    /** The file; empty when the item has none of that name, or nobody may have it. */
    @Transactional
    Optional<Download> open(UUID item, UUID reference) {
        return feed.item(item).map(FeedItem::message).flatMap(message -> open(message, reference));
    }

    private Optional<Download> open(Message message, UUID reference) {
        return message.sections().stream()
                .map(Section::content)
                .filter(Content.Attachment.class::isInstance)
                .map(Content.Attachment.class::cast)
                .filter(named -> named.id().equals(reference))
                .findFirst()
                .flatMap(named -> holdings.brought(message.sender(), message.id(), reference)
                        .filter(stored -> stored.state().usable())
                        .map(stored -> download(message, named, stored)));
    }

    private Download download(Message message, Content.Attachment named, StoredAttachment stored) {
        audit.append(
                "attachment.read",
                message.id().toString(),
                Map.of("attachment", stored.id().toString()));
        return new Download(
                new ChunkResource(store, stored), SafeName.of(named.title(), stored.mediaType()), stored.state());
    }
}
