package nl.sluis.webhook;

import nl.sluis.feed.ItemNews;

/** What a notice tells. */
public enum NoticeType {
    /** An item of the feed came in. */
    ITEM_ARRIVED("nl.sluis.feed.item-arrived"),
    /** Somebody did something with an item. */
    ITEM_CHANGED("nl.sluis.feed.item-changed");

    private final String event;

    NoticeType(String event) {
        this.event = event;
    }

    /** The {@code type} of the CloudEvent. */
    String event() {
        return event;
    }

    static NoticeType of(ItemNews.What what) {
        return switch (what) {
            case ARRIVED -> ITEM_ARRIVED;
            case CHANGED -> ITEM_CHANGED;
        };
    }
}
