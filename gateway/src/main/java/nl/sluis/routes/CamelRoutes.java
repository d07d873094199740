package nl.sluis.routes;

import java.util.List;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.springframework.util.function.ThrowingConsumer;

/** The routes of one node in a Camel of its own: nothing is shared with other nodes of the process. */
final class CamelRoutes implements AutoCloseable {

    /** What is under way gets this time when the node stops. */
    private static final long SECONDS = 20;

    private final DefaultCamelContext context = new DefaultCamelContext();

    CamelRoutes(String node, List<? extends RoutesBuilder> routes) {
        context.getCamelContextExtension().setName(node);
        // Its own pattern has addresses in it
        context.getExecutorServiceManager().setThreadNamePattern("channel #counter#");
        context.getShutdownStrategy().setTimeout(SECONDS);
        context.getShutdownStrategy().setLogInflightExchangesOnTimeout(false);
        // Content is bytes in memory, within our own limit: nothing of it goes to a file in between
        context.setStreamCaching(false);
        ThrowingConsumer<RoutesBuilder> add = context::addRoutes;
        routes.forEach(add);
        context.start();
    }

    @Override
    public void close() {
        context.stop();
    }
}
