package nl.sluis.attachment;

import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.canonical.Cancellation;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.Section;
import nl.sluis.directory.Partner;
import nl.sluis.seal.ChunkOpener;
import nl.sluis.seal.ChunkOpening;
import nl.sluis.seal.Opening;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What partners bring. A chunk is opened and checked as it comes, in its place only, and written down encrypted with this node's
 * own key; so a chunk that is wrong is refused at once, and nothing is left to do for the delivery but to look at the whole.
 */
@Component
public class Arrivals {

    private static final Set<Opening.Reason> LASTING = Set.of(Opening.Reason.MISADDRESSED, Opening.Reason.UNREADABLE);

    private final Holdings holdings;
    private final AttachmentStore store;
    private final ChunkOpener opener;
    private final ArrivalLimits limits;
    private final LaterInspection inspection;
    private final Clock clock;

    Arrivals(
            Holdings holdings,
            AttachmentStore store,
            ChunkOpener opener,
            ArrivalLimits limits,
            LaterInspection inspection,
            Clock clock) {
        this.holdings = holdings;
        this.store = store;
        this.opener = opener;
        this.limits = limits;
        this.inspection = inspection;
        this.clock = clock;
    }

    /** What became of a chunk. */
    sealed interface Outcome {

        /** It is written down; the number of the next. */
        record Next(int number) implements Outcome {}

        /** Another one is expected. */
        record Elsewhere(int number) implements Outcome {}

        /**
         * It is not the chunk that belongs there.
         *
         * @param lasting whether its sender signed what is wrong with it; else it may be mended on the way, or by a certificate
         */
        record Wrong(String code, boolean lasting) implements Outcome {}

        /** The file would be larger than this node takes. */
        record TooLarge(long limit) implements Outcome {}

        /** Its sender has taken back what it had sealed until then. */
        record TakenBack() implements Outcome {}

        /** Too much of this partner waits here, or too many for one message. */
        record TooMuch() implements Outcome {}
    }

    /** The chunk that this node expects. */
    int next(OrganisationId sender, MessageId message, UUID reference) {
        return holdings.brought(sender, message, reference)
                .map(StoredAttachment::chunks)
                .orElse(0);
    }

    /** Takes the next chunk, and no other. */
    Outcome take(Partner from, ChunkOpener.Place place, byte[] cms) {
        Optional<StoredAttachment> known = holdings.brought(from.id(), place.message(), place.attachment());
        int expected = known.map(StoredAttachment::chunks).orElse(0);
        if (place.number() != expected) {
            return new Outcome.Elsewhere(expected);
        }
        return switch (opener.open(place, cms, from.signers())) {
            case ChunkOpening.Rejected rejected ->
                new Outcome.Wrong(rejected.reason().name(), LASTING.contains(rejected.reason()));
            case ChunkOpening.Opened opened
            when holdings.cancelled(from.id(), place.message())
                    .filter(at -> !opened.signedAt().isAfter(at))
                    .isPresent() -> new Outcome.TakenBack();
            case ChunkOpening.Opened opened ->
                known.isPresent() ? add(known.get(), opened) : begin(from, place, opened);
        };
    }

    private Outcome begin(Partner from, ChunkOpener.Place place, ChunkOpening.Opened opened) {
        long size = opened.file().size();
        if (size > limits.largest()) {
            return new Outcome.TooLarge(limits.largest());
        }
        boolean tooMuch = holdings.countFor(from.id(), place.message()) >= limits.perMessage()
                || holdings.undelivered(from.id()) + size > limits.perPartner();
        if (tooMuch) {
            return new Outcome.TooMuch();
        }
        return holdings.begin(from.id(), place.message(), place.attachment(), opened.file(), opened.signedAt())
                .map(begun -> add(begun, opened))
                .orElseGet(() -> new Outcome.Elsewhere(next(from.id(), place.message(), place.attachment())));
    }

    private Outcome add(StoredAttachment attachment, ChunkOpening.Opened opened) {
        if (!same(attachment, opened.file())) {
            return new Outcome.Wrong("OTHER_FILE", true);
        }
        String before = HexFormat.of().formatHex(store.linkBefore(attachment.id(), attachment.chunks()));
        if (!before.equals(opened.before())) {
            return new Outcome.Wrong("OTHER_LINK", true);
        }
        holdings.sealed(attachment.id(), opened.signedAt());
        boolean last =
                attachment.size() + opened.chunk().length == opened.file().size();
        if (!(last ? store.appendLast(attachment, opened.chunk()) : store.append(attachment, opened.chunk()))) {
            return new Outcome.Elsewhere(
                    store.find(attachment.id()).map(StoredAttachment::chunks).orElse(0));
        }
        if (last) {
            inspection.later(attachment.id());
        }
        return new Outcome.Next(attachment.chunks() + 1);
    }

    /**
     * Whether a message can be delivered with all that it names. Until the caller's transaction ends nothing of it is taken back.
     */
    public Readiness readiness(Message message) {
        List<Content.Attachment> named = named(message);
        if (named.isEmpty()) {
            return Readiness.READY;
        }
        holdings.lock(message.sender(), message.id());
        List<Optional<StoredAttachment>> brought = named.stream()
                .map(each -> holdings.brought(message.sender(), message.id(), each.id())
                        .filter(stored -> same(stored, each.file())))
                .toList();
        if (brought.stream().anyMatch(each -> is(each, AttachmentState.INFECTED))) {
            return Readiness.INFECTED;
        }
        if (!brought.stream().allMatch(Arrivals::mayBecomeUsable)) {
            return holdings.cancelled(message.sender(), message.id()).isPresent()
                    ? Readiness.CANCELLED
                    : Readiness.INCOMPLETE;
        }
        if (brought.stream().anyMatch(each -> is(each, AttachmentState.WAITING))) {
            holdings.stillNeeded(message.sender(), message.id(), clock.instant());
            return Readiness.WAITING;
        }
        return Readiness.READY;
    }

    /** What a delivered message names stays with it; runs in the transaction of the delivery. */
    public void delivered(Message message) {
        holdings.delivered(
                message.sender(),
                message.id(),
                named(message).stream().map(Content.Attachment::id).toList());
    }

    /** Destroys what was brought for a message that is not delivered. */
    public void destroy(OrganisationId sender, MessageId message) {
        holdings.destroyUndelivered(sender, message);
    }

    /**
     * A sender takes back what it brought for a message. What was delivered before stays. Runs in the caller's transaction.
     *
     * @return how many attachments were destroyed
     */
    public int cancel(Cancellation cancellation) {
        return holdings.cancel(cancellation.sender(), cancellation.about(), cancellation.at(), clock.instant());
    }

    private static boolean mayBecomeUsable(Optional<StoredAttachment> stored) {
        return stored.filter(each -> each.state().usable() || each.state() == AttachmentState.WAITING)
                .isPresent();
    }

    private static boolean is(Optional<StoredAttachment> stored, AttachmentState state) {
        return stored.filter(each -> each.state() == state).isPresent();
    }

    private static boolean same(StoredAttachment stored, Content.@Nullable File file) {
        return file != null
                && Long.valueOf(file.size()).equals(stored.announced())
                && file.sha256().equals(stored.sha256())
                && file.mediaType().equals(stored.mediaType());
    }

    private static List<Content.Attachment> named(Message message) {
        return message.sections().stream()
                .map(Section::content)
                .filter(Content.Attachment.class::isInstance)
                .map(Content.Attachment.class::cast)
                .toList();
    }
}
