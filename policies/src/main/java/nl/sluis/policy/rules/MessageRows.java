package nl.sluis.policy.rules;

/** The rows that the facts of one message leave standing, whatever its items are. Each item goes on from here. Immutable. */
public final class MessageRows {

    private final PackedSheet sheet;
    private final Rows standing;

    MessageRows(PackedSheet sheet, Rows standing) {
        this.sheet = sheet;
        this.standing = standing;
    }

    /** The rows that hold for an item of the message with these facts of its own, packed. */
    public Hits at(long[] item) {
        return sheet.item(standing, item);
    }

    /** The rows that name no fact of an item: they hold for the whole message. */
    public Hits wholeMessage() {
        return sheet.wholeMessage(standing);
    }
}
