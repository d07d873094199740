package nl.sluis.routes;

import java.io.File;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import nl.sluis.submit.PartnerChannel;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.FileEndpoint;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.spi.PollingConsumerPollStrategy;

/**
 * Looks into a folder, oldest file first, and gives each file that settled to {@link FolderIn}, which also moves it. Names that
 * begin with a dot, and folders, are left alone.
 */
final class FolderRoute extends RouteBuilder {

    /** Files of one look; the rest is for the next. */
    private static final int MOST = 500;

    private final FolderIn folder;
    private final PartnerChannel.Folder settings;

    FolderRoute(FolderIn folder, PartnerChannel.Folder settings) {
        this.folder = folder;
        this.settings = settings;
    }

    @Override
    public void configure() {
        onException(Exception.class)
                .logExhausted(false)
                .process(exchange -> folder.state()
                        .unexpected(Objects.requireNonNull(
                                exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class))));
        FileEndpoint endpoint = getContext().getEndpoint(address(), FileEndpoint.class);
        endpoint.setSorter(Comparator.comparingLong(GenericFile::getLastModified));
        endpoint.setPollStrategy(new Looking(folder));
        from(endpoint)
                .routeId(folder.channel().name())
                .process(exchange -> folder.take(file(exchange).toPath()));
    }

    private static File file(Exchange exchange) {
        GenericFile<?> file = Objects.requireNonNull(exchange.getIn().getBody(GenericFile.class));
        return (File) file.getFile();
    }

    // The folder is made by nobody here, and its files are moved by us: a lock that is a file of its own would be left
    // behind by a
    // process that was killed, and two processes that read one file at a time do no harm
    private String address() {
        long settle = settings.settle().toMillis();
        Map<String, Object> options = Map.ofEntries(
                Map.entry("autoCreate", false),
                Map.entry("noop", true),
                Map.entry("idempotent", false),
                Map.entry("delay", settings.every().toMillis()),
                Map.entry("initialDelay", 0),
                Map.entry("maxMessagesPerPoll", MOST),
                Map.entry("eagerMaxMessagesPerPoll", false),
                Map.entry("readLock", "changed"),
                Map.entry("readLockMinAge", settle),
                Map.entry("readLockMinLength", 0),
                Map.entry("readLockCheckInterval", Math.min(settle, 500)),
                Map.entry("readLockTimeout", 2 * settle + 2_000),
                Map.entry("readLockMarkerFile", false),
                Map.entry("readLockLoggingLevel", "OFF"));
        return "file:" + settings.path() + "?"
                + options.entrySet().stream()
                        .map(option -> option.getKey() + "=" + option.getValue())
                        .sorted()
                        .collect(Collectors.joining("&"));
    }

    /** Says beforehand whether there is anything to look into: Camel takes a folder that it may not read for an empty one. */
    private record Looking(FolderIn folder) implements PollingConsumerPollStrategy {

        @Override
        public boolean begin(Consumer consumer, Endpoint endpoint) {
            return folder.ready();
        }

        @Override
        public void commit(Consumer consumer, Endpoint endpoint, int files) {
            folder.looked(files);
        }

        @Override
        public boolean rollback(Consumer consumer, Endpoint endpoint, int tries, Exception thrown) {
            folder.state().unexpected(thrown);
            return false;
        }
    }
}
