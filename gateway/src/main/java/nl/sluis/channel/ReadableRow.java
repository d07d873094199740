package nl.sluis.channel;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.serializer.support.SerializationFailedException;
import org.springframework.integration.jdbc.store.channel.MessageRowMapper;
import org.springframework.integration.support.MessageBuilder;
import org.springframework.integration.support.converter.AllowListDeserializingConverter;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.messaging.Message;

/**
 * Reads a row of a channel. One that cannot be read is taken out like any other and holds no reference: thrown out it would stay the
 * first for ever, and the channel would try it again and again without a pause. Whoever put it in looks at its rows by the clock.
 */
final class ReadableRow implements RowMapper<Message<?>> {

    /** What stands for a reference that cannot be read. */
    static final String UNREADABLE = "";

    private static final Logger LOG = LoggerFactory.getLogger(ReadableRow.class);

    private final RowMapper<Message<?>> rows;

    ReadableRow() {
        AllowListDeserializingConverter converter = new AllowListDeserializingConverter();
        converter.addAllowedPatterns("java.util.*", "java.lang.*", "org.springframework.*");
        this.rows = new MessageRowMapper(converter);
    }

    @Override
    public Message<?> mapRow(ResultSet row, int n) throws SQLException {
        try {
            Message<?> read = row.getBytes("MESSAGE_CONTENT") == null ? null : rows.mapRow(row, n);
            if (read != null && read.getPayload() instanceof String) {
                return read;
            }
            LOG.error("a row of a channel holds no reference");
        } catch (SerializationFailedException | SecurityException | ClassCastException e) {
            LOG.error("a row of a channel cannot be read: {}", e.getClass().getName());
        }
        return MessageBuilder.withPayload(UNREADABLE).build();
    }
}
