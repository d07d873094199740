package nl.sluis.webhook;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import nl.sluis.feed.ItemNews;

/** Keeps a notice for each own system that is told of what happened, in the transaction in which it happened. */
final class Notices implements ItemNews {

    private final Receivers receivers;
    private final NoticeRows rows;
    private final Consumer<String> channel;
    private final Clock clock;

    /** @param channel takes references in the running transaction */
    Notices(Receivers receivers, NoticeRows rows, Consumer<String> channel, Clock clock) {
        this.receivers = receivers;
        this.rows = rows;
        this.channel = channel;
        this.clock = clock;
    }

    @Override
    public void happened(UUID item, What what) {
        NoticeType type = NoticeType.of(what);
        Instant now = clock.instant();
        // An item comes in once, so that its own identity is that of the event too
        UUID id = type == NoticeType.ITEM_ARRIVED ? item : UUID.randomUUID();
        List<Notice> notices = receivers.all().stream()
                .filter(receiver -> receiver.events().contains(type))
                .map(receiver -> new Notice(id, receiver.name(), type, item, now, 0))
                .toList();
        notices.forEach(notice -> {
            rows.add(notice);
            channel.accept(notice.reference());
        });
    }
}
