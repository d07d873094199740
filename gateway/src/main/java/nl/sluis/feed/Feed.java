package nl.sluis.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluis.adapter.MessageJson;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.household.HouseholdLink;
import nl.sluis.household.Households;
import nl.sluis.seal.AtRest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Keeps the feed. Messages are encrypted at rest; in clear stand only what pages are cut by. */
public final class Feed {

    /** Where a new item is announced, without saying anything about it. */
    static final String CHANNEL = "sluis_feed";

    // Of a file it says that it was scanned only where that is written down; what is settled at delivery never changes
    private static final String SCANNED =
            "ARRAY(SELECT i.reference::text FROM attachment_incoming i JOIN attachment a ON"
                    + " a.id = i.attachment WHERE i.sender = feed_item.sender AND i.message = feed_item.message_id"
                    + " AND a.state = 'CLEAN') AS scanned";
    private static final String COLUMNS = "SELECT position, id, sender, household_id, household_ambiguous, arrived_at,"
            + " coalesce(stage, state) AS state, owner, due, content, "
            + SCANNED + ", " + Households.STORED_KEY + " AS wrapped FROM feed_item ";

    private static final String BY_WORK = "ORDER BY EXISTS (SELECT 1 FROM task t WHERE t.item = feed_item.id"
            + " AND t.kind = 'ACUTE' AND t.settled_at IS NULL) DESC, coalesce(stage, state) = 'CLOSED', position DESC";

    private final JdbcClient jdbc;
    private final Households households;
    private final SourceNames names;
    private final Arrived arrived;

    /**
     * Keeps the feed in the node's own database.
     *
     * @param arrived what follows from a new item
     */
    public Feed(JdbcClient jdbc, Households households, SourceNames names, Arrived arrived) {
        this.jdbc = jdbc;
        this.households = households;
        this.names = names;
        this.arrived = arrived;
    }

    /**
     * Adds a message in the caller's transaction, once per sender and message id; readers are woken when it commits. Other
     * additions wait until the transaction ends, so this is best its last statement.
     *
     * @return the item, also when it was there already
     * @throws IllegalStateException outside a transaction
     */
    public UUID add(Message message, Instant arrivedAt) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("an item is added in the transaction of the delivery");
        }
        return known(message).orElseGet(() -> {
            HouseholdLink link = households.link(message);
            // Positions in the order of commits: else an item could appear before a cursor that somebody already has.
            // It costs
            // little, since PostgreSQL lets transactions with a notification commit one by one anyway.
            call("SELECT pg_advisory_xact_lock(hashtext('sluis/feed'))::text");
            UUID id = UUID.randomUUID();
            if (insert(id, message, link, arrivedAt) == 0) {
                return known(message).orElseThrow();
            }
            arrived.arrived(id, link.household(), message, arrivedAt);
            call("SELECT pg_notify('" + CHANNEL + "', '')::text");
            return id;
        });
    }

    /** One item with its message; empty also when the viewer may not see it. */
    public Optional<FeedItem> find(UUID id, Viewer viewer) {
        return seen(jdbc.sql(COLUMNS + "WHERE id = :id" + visible(viewer)), viewer)
                .param("id", id)
                .query(this::item)
                .optional();
    }

    /** What came after a cursor, in the order of arrival, as far as the viewer may see it. */
    public FeedPage page(FeedQuery query, Viewer viewer) {
        List<Found> found = select(viewer, "ORDER BY position", query);
        return page(found, found.isEmpty() ? query.since() : found.getLast().cursor());
    }

    /**
     * The newest items that the viewer may see, newest first; {@link FeedPage#next()} goes on with what comes later.
     *
     * @param household only this household's; null for all that the viewer may see
     */
    public FeedPage latest(@Nullable UUID household, int limit, Viewer viewer) {
        FeedQuery query = new FeedQuery(Cursor.START, household, limit);
        List<Found> found = select(viewer, "ORDER BY position DESC", query);
        return page(found, found.isEmpty() ? Cursor.START : found.getFirst().cursor());
    }

    /** The items of a household as work: acute danger of which nobody decided first, what is closed last, else the newest first. */
    public FeedPage byWork(UUID household, int limit, Viewer viewer) {
        return page(select(viewer, BY_WORK, new FeedQuery(Cursor.START, household, limit)), Cursor.START);
    }

    private sealed interface Found {
        Cursor cursor();
    }

    private record Read(FeedItem item) implements Found {
        @Override
        public Cursor cursor() {
            return item.cursor();
        }
    }

    private record Unread(Unreadable item) implements Found {
        @Override
        public Cursor cursor() {
            return item.cursor();
        }
    }

    private static FeedPage page(List<Found> found, Cursor next) {
        List<FeedItem> items = new ArrayList<>();
        List<Unreadable> unreadable = new ArrayList<>();
        for (Found each : found) {
            switch (each) {
                case Read(FeedItem item) -> items.add(item);
                case Unread(Unreadable item) -> unreadable.add(item);
            }
        }
        return new FeedPage(items, unreadable, next);
    }

    private List<Found> select(Viewer viewer, String order, FeedQuery query) {
        // Two statements instead of one with "or": each has its own index.
        String filter = query.household() == null ? "WHERE " : "WHERE household_id = :household AND ";
        String sql = COLUMNS + filter + "position > :since" + visible(viewer) + " " + order + " LIMIT :limit";
        return seen(jdbc.sql(sql), viewer)
                .param("household", query.household())
                .param("since", query.since().position())
                .param("limit", query.limit())
                .query(this::found)
                .list();
    }

    private static String visible(Viewer viewer) {
        return switch (viewer) {
            case Viewer.Organisation all -> "";
            case Viewer.Involved involved ->
                " AND household_id IN"
                        + " (SELECT i.household_id FROM involvement i WHERE i.person = :person AND i.until IS NULL)";
            case Viewer.Nobody nobody -> " AND false";
        };
    }

    private static JdbcClient.StatementSpec seen(JdbcClient.StatementSpec statement, Viewer viewer) {
        return viewer instanceof Viewer.Involved involved ? statement.param("person", involved.person()) : statement;
    }

    private Optional<UUID> known(Message message) {
        return jdbc.sql("SELECT id FROM feed_item WHERE sender = ? AND message_id = ?")
                .param(message.sender().value())
                .param(message.id().value())
                .query(UUID.class)
                .optional();
    }

    private int insert(UUID id, Message message, HouseholdLink link, Instant arrivedAt) {
        return jdbc.sql("""
                        INSERT INTO feed_item
                            (id, sender, message_id, household_id, household_ambiguous, arrived_at, thread_id, in_reply_to, state, content)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (sender, message_id) DO NOTHING""")
                .param(id)
                .param(message.sender().value())
                .param(message.id().value())
                .param(link.household())
                .param(link.ambiguous())
                .param(arrivedAt.atOffset(ZoneOffset.UTC))
                .param(message.thread().value())
                .param(message.inReplyTo() == null ? null : message.inReplyTo().value())
                .param(FeedState.NEW.name())
                .param(households.keyOf(link.household()).encrypt(label(id), MessageJson.write(message)))
                .update();
    }

    private Found found(ResultSet row, int number) throws SQLException {
        try {
            return new Read(item(row, number));
        } catch (IllegalStateException e) {
            OrganisationId sender = new OrganisationId(row.getString("sender"));
            return new Unread(new Unreadable(
                    row.getObject("id", UUID.class),
                    new Cursor(row.getLong("position")),
                    row.getObject("household_id", UUID.class),
                    new FeedItemView.Source(sender.value(), names.nameOf(sender)),
                    row.getObject("arrived_at", OffsetDateTime.class).toInstant()));
        }
    }

    /** With the key of its household from the same moment: a household may be joined to another, or erased, while a page is read. */
    private FeedItem item(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        UUID household = row.getObject("household_id", UUID.class);
        OffsetDateTime due = row.getObject("due", OffsetDateTime.class);
        AtRest.Unlocked key = households.keyOf(household).unlockedWith(row.getBytes("wrapped"));
        return new FeedItem(
                id,
                new Cursor(row.getLong("position")),
                household,
                row.getBoolean("household_ambiguous"),
                names.nameOf(new OrganisationId(row.getString("sender"))),
                row.getObject("arrived_at", OffsetDateTime.class).toInstant(),
                FeedState.valueOf(row.getString("state")),
                row.getString("owner"),
                due == null ? null : due.toInstant(),
                MessageJson.readMessage(key.decrypt(label(id), row.getBytes("content"))),
                Stream.of((String[]) row.getArray("scanned").getArray())
                        .map(UUID::fromString)
                        .collect(Collectors.toSet()));
    }

    /** For functions that return nothing of interest. */
    private void call(String sql) {
        jdbc.sql(sql).query(String.class).list();
    }

    static String label(UUID id) {
        return "feed/" + id;
    }
}
