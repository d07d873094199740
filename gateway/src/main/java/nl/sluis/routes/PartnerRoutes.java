package nl.sluis.routes;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Starts the channels of a node when all of the node is there, and stops them first. Without a channel nothing of Camel is even
 * loaded.
 */
final class PartnerRoutes implements SmartLifecycle {

    private final String node;
    private final List<ChannelIn> channels;
    private volatile @Nullable CamelRoutes running;

    PartnerRoutes(String node, List<? extends ChannelIn> channels) {
        this.node = node;
        this.channels = List.copyOf(channels);
    }

    /** How each channel fares. */
    List<ChannelState> states() {
        return channels.stream().map(ChannelIn::state).toList();
    }

    @Override
    public void start() {
        if (!channels.isEmpty()) {
            running = new CamelRoutes(
                    node, channels.stream().map(ChannelIn::route).toList());
        }
    }

    @Override
    public void stop() {
        CamelRoutes routes = running;
        if (routes != null) {
            routes.close();
            running = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
