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
    private final List<FolderIn> folders;
    private volatile @Nullable CamelRoutes running;

    PartnerRoutes(String node, List<FolderIn> folders) {
        this.node = node;
        this.folders = List.copyOf(folders);
    }

    /** How each channel fares. */
    List<ChannelState> states() {
        return folders.stream().map(FolderIn::state).toList();
    }

    @Override
    public void start() {
        if (!folders.isEmpty()) {
            running =
                    new CamelRoutes(node, folders.stream().map(FolderRoute::new).toList());
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
