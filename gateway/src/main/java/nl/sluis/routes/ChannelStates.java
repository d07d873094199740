package nl.sluis.routes;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Keeps how the channels of this process fare. */
@Component
record ChannelStates(MeterRegistry meters, Clock clock) {

    /** Of a channel that begins. */
    ChannelState of(Channel channel) {
        return new ChannelState(channel.name(), meters, clock);
    }
}
