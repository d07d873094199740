package nl.sluis.attachment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import nl.sluis.attachment.ContentScanner.Finding;
import nl.sluis.node.AttachmentLimit;
import nl.sluis.testing.SettableClock;
import nl.sluis.testing.TestDatabase;
import nl.sluis.testing.TestStorage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.util.unit.DataSize;

/** The stores of attachments on a real database, with a scanner that says what it is told. */
final class AttachmentFixture {

    final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T09:00:00Z"));
    final List<String> audited = new ArrayList<>();
    final List<Object> published = new ArrayList<>();
    final DataSource data = TestDatabase.migrated();
    final JdbcClient jdbc;
    final AttachmentStore store;
    final Holdings holdings;
    final Inspection inspection;
    final Uploads uploads;
    final Upkeep upkeep;
    boolean kept = true;
    boolean parked;
    Finding finding = new Finding.Clean();

    AttachmentFixture(DataSize largest) {
        JdbcTransactionManager transactions = new JdbcTransactionManager(data);
        this.jdbc = JdbcClient.create(data);
        this.store = new AttachmentStore(jdbc, TestStorage.atRest(), clock);
        this.holdings = new Holdings(jdbc, store);
        this.inspection = new Inspection(
                store,
                content -> finding,
                holdings,
                (event, id, detail) -> audited.add(event),
                published::add,
                transactions);
        this.uploads = new Uploads(
                store,
                inspection,
                new AttachmentLimit(largest),
                (event, id, detail) -> audited.add(event),
                transactions);
        this.upkeep = new Upkeep(
                store,
                holdings,
                inspection,
                (sender, message) -> kept,
                new Upkeep.Limits(settings(), clock, (event, id, detail) -> audited.add(event), () -> parked),
                transactions);
    }

    static AttachmentSettings settings() {
        return new AttachmentSettings(
                10, Duration.ofHours(24), Duration.ofDays(7), DataSize.ofMegabytes(64), Duration.ofSeconds(2));
    }

    long rows(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }
}
