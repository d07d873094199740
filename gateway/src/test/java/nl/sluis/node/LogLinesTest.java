package nl.sluis.node;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever gets into the log, nobody writes a line of his own there. */
class LogLinesTest {

    private static final String FORGED = "2026-11-22T09:00:00.000Z WARN  [main] nl.sluis.restore - all is well";

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", "\u0085", "\u2028", "\u0000\n\u001b[2K"})
    void aMessageIsOneLine(String end) throws JoranException {
        String written = written("of a partner: {}", null, "x" + end + FORGED);
        assertThat(written.lines()).hasSize(1);
        assertThat(written).doesNotContain("\u001b").contains("x ");
    }

    @Test
    void anExceptionHasItsOwnLinesOnly() throws JoranException {
        String written =
                written("it failed", new IllegalStateException("x\n" + FORGED, new RuntimeException("y\r" + FORGED)));
        assertThat(written.lines()).noneMatch(line -> line.startsWith("2026-11-22T09:00:00.000Z"));
        assertThat(written.lines()).anyMatch(line -> line.startsWith("Caused by: "));
        assertThat(written.lines()).anyMatch(line -> line.strip().startsWith("at "));
    }

    private static String written(String message, Throwable thrown, Object... arguments) throws JoranException {
        LoggerContext context = new LoggerContext();
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(LogLinesTest.class.getResource("/logback.xml"));
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ConsoleAppender<ILoggingEvent> appender = (ConsoleAppender<ILoggingEvent>) root.getAppender("stderr");
        PatternLayoutEncoder encoder = (PatternLayoutEncoder) appender.getEncoder();
        LoggingEvent event = new LoggingEvent("fqcn", root, Level.WARN, message, thrown, arguments);
        return new String(encoder.encode(event), StandardCharsets.UTF_8);
    }
}
