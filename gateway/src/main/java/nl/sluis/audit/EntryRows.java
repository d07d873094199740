package nl.sluis.audit;

import java.sql.ResultSet;
import java.sql.SQLException;

/** How an entry stands in its row. */
final class EntryRows {

    static final String COLUMNS = "n, at, event, message_id, detail, hash";

    private EntryRows() {}

    static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong(1),
                row.getTimestamp(2).toInstant(),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getBytes(6));
    }
}
