package nl.sluis.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.function.Predicate;
import org.slf4j.LoggerFactory;

/** Listens which statements are sent to the database: how much is done, and not how long it takes. Values are not in them. */
public final class Statements implements AutoCloseable {

    private static final String BEGINS = "Executing prepared SQL statement [";

    private final Logger logger = (Logger) LoggerFactory.getLogger("org.springframework.jdbc.core.JdbcTemplate");
    private final Level before = logger.getLevel();
    private final boolean additive = logger.isAdditive();
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>() {
        @Override
        protected void append(ILoggingEvent event) {
            // Else it says the thread that asks for it, and not the one that wrote it
            event.prepareForDeferredProcessing();
            super.append(event);
        }
    };

    /** Listens from now on. */
    public Statements() {
        appender.start();
        logger.setAdditive(false);
        logger.setLevel(Level.DEBUG);
        logger.addAppender(appender);
    }

    /** Forgets what was heard. */
    public void clear() {
        appender.list.clear();
    }

    /** What was sent by threads of these names, in order. */
    public List<String> of(Predicate<String> thread) {
        return List.copyOf(appender.list).stream()
                .filter(event -> thread.test(event.getThreadName()))
                .map(ILoggingEvent::getFormattedMessage)
                .filter(message -> message.startsWith(BEGINS))
                .map(message -> message.substring(BEGINS.length(), message.length() - 1))
                .toList();
    }

    @Override
    public void close() {
        logger.detachAppender(appender);
        logger.setLevel(before);
        logger.setAdditive(additive);
        appender.stop();
    }
}
