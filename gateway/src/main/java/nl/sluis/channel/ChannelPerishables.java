package nl.sluis.channel;

import java.util.List;
import nl.sluis.retention.Perishable;
import nl.sluis.retention.RetentionSettings.Term;
import org.springframework.stereotype.Component;

/** References that no worker has taken in all that time, such as of a channel that a former version had. */
@Component
public final class ChannelPerishables implements Perishable.Owner {

    @Override
    public List<Perishable> perishables() {
        return List.of(new Perishable(
                "channel",
                Term.TRAFFIC,
                "m.message_id",
                "int_channel_message m",
                // Milliseconds since 1970, as Spring Integration writes them
                "m.created_date < CAST(extract(epoch FROM CAST(:before AS timestamptz)) * 1000 AS bigint)",
                List.of("DELETE FROM int_channel_message WHERE message_id = ANY(:identities)")));
    }
}
