package nl.sluis.export;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.sluis.audit.AuditEntry;
import nl.sluis.audit.AuditPart;
import nl.sluis.audit.TreeDamaged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes exports of a running node page by page, no faster than its settings allow, holding neither a connection nor the log. */
final class PacedExport {

    private static final Logger LOG = LoggerFactory.getLogger(PacedExport.class);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final DataSubjects subjects;
    private final Whose whose;
    private final ExportSettings settings;
    private final RateLimiter pace;

    PacedExport(JdbcClient jdbc, DataSubjects subjects, Whose whose, ExportSettings settings) {
        this.jdbc = jdbc;
        this.subjects = subjects;
        this.whose = whose;
        this.settings = settings;
        this.pace = RateLimiter.of(
                "exports",
                RateLimiterConfig.custom()
                        .limitForPeriod(settings.entriesPerSecond())
                        .limitRefreshPeriod(Duration.ofSeconds(1))
                        .timeoutDuration(PATIENCE)
                        .build());
    }

    /** The places for exports at a time. */
    static Bulkhead places(ExportSettings settings) {
        return Bulkhead.of(
                "exports",
                BulkheadConfig.custom()
                        .maxConcurrentCalls(settings.atATime())
                        .maxWaitDuration(Duration.ZERO)
                        .build());
    }

    /**
     * Writes what was asked for. Where it cannot go on, since an entry is not as it was written, the database is away or for whatever
     * other reason, the last line begins with an exclamation mark and is no JSON, so that nobody takes what there is for the whole.
     */
    void write(ExportParameters.Asked asked, OutputStream to) {
        PrintStream out = new PrintStream(to, false, StandardCharsets.UTF_8);
        AuditExport export = new AuditExport(asked.form(), settings.register(), whose, subjects, out);
        boolean told = false;
        try {
            AuditPart part = AuditPart.of(jdbc, asked.from(), asked.to());
            Optional<List<AuditEntry>> page = part.next();
            // Whoever hung up is not written for
            while (page.isPresent() && !out.checkError()) {
                page.get().forEach(export::write);
                page = pace.acquirePermission(Math.max(1, page.get().size())) ? part.next() : broken(out, "the pace");
            }
            told = true;
        } catch (TreeDamaged e) {
            LOG.error("an export ended at an entry that is not as it was written: {}", e.getMessage());
            broken(out, e.getMessage() + " is not as it was written");
            told = true;
        } catch (DataAccessException e) {
            LOG.error(
                    "an export ended: the log cannot be read ({})", e.getClass().getSimpleName());
            broken(out, "the log cannot be read");
            told = true;
        } finally {
            // What nobody foresaw goes on to the HTTP edge, which logs it and adds nothing to an answer that has begun
            if (!told) {
                broken(out, "something went wrong here");
            }
            out.flush();
        }
    }

    private static Optional<List<AuditEntry>> broken(PrintStream out, String why) {
        out.print("! not whole: " + why + "\n");
        return Optional.empty();
    }
}
