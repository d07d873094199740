package nl.sluis.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.ThreadId;
import nl.sluis.canonical.Urgency;
import nl.sluis.outbox.Outgoing.Form;

/** Reads rows of the outgoing table without what is encrypted, for what needs only to know that they are there. */
final class OutgoingRows {

    static final String BARE =
            "SELECT sender, id, thread, form, kind, recipient, urgency, state, attempts, created_at FROM outgoing ";

    private OutgoingRows() {}

    static Outgoing bare(ResultSet row, int i) throws SQLException {
        return new Outgoing(
                new OrganisationId(row.getString(1)),
                id(row, 2),
                new ThreadId(row.getObject(3, UUID.class)),
                Form.valueOf(row.getString(4)),
                row.getString(5),
                new OrganisationId(row.getString(6)),
                Urgency.valueOf(row.getString(7)),
                MessageState.valueOf(row.getString(8)),
                new byte[0],
                new byte[0],
                row.getInt(9),
                row.getTimestamp(10).toInstant());
    }

    /** Of a row that begins with sender, identity and urgency. */
    static Due due(ResultSet row, int i) throws SQLException {
        return new Due(new OrganisationId(row.getString(1)), id(row, 2), Urgency.valueOf(row.getString(3)));
    }

    static MessageId id(ResultSet row, int column) throws SQLException {
        return new MessageId(row.getObject(column, UUID.class));
    }
}
