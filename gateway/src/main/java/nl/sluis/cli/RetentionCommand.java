package nl.sluis.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import nl.sluis.attachment.AttachmentPerishables;
import nl.sluis.channel.ChannelPerishables;
import nl.sluis.consent.ConsentPerishables;
import nl.sluis.decisions.DecisionPerishables;
import nl.sluis.decisions.DecisionSettings;
import nl.sluis.insight.DisclosurePerishables;
import nl.sluis.measure.MeasurePerishables;
import nl.sluis.outbox.OutgoingPerishables;
import nl.sluis.receive.IncomingPerishables;
import nl.sluis.retention.Perishable;
import nl.sluis.retention.RetentionPreview;
import nl.sluis.retention.RetentionSettings;
import nl.sluis.submit.IdempotencyPerishables;
import nl.sluis.submit.PersonReportPerishables;
import nl.sluis.webhook.WebhookPerishables;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** {@code ./sluis retention}: what would be destroyed, by which rule and when; destroys nothing. */
final class RetentionCommand {

    private RetentionCommand() {}

    /** Who keeps classes of data in a node; a test compares it with what there is. */
    static List<Perishable.Owner> owners(DecisionSettings decisions) {
        return List.of(
                new OutgoingPerishables(),
                new AttachmentPerishables(),
                new IncomingPerishables(),
                new IdempotencyPerishables(),
                new PersonReportPerishables(),
                new WebhookPerishables(),
                new ChannelPerishables(),
                new ConsentPerishables(),
                new MeasurePerishables(),
                new DisclosurePerishables(),
                new DecisionPerishables(decisions));
    }

    private static List<Perishable> all(DecisionSettings decisions) {
        return owners(decisions).stream()
                .flatMap(owner -> owner.perishables().stream())
                .toList();
    }

    static int show(Path file, PrintStream out, PrintStream err) throws IOException {
        int unread = 0;
        for (Map<String, Object> node : ConfigurationFile.read(file)) {
            String organisation = String.valueOf(node.get("sluis.node.organisation"));
            try (NodeDatabase database = NodeDatabase.of(node)) {
                show(organisation, database, settings(node), all(decisions(node)), out);
            } catch (BindException e) {
                unread++;
                StartFaults.of(e).forEach(err::println);
            } catch (DataAccessException e) {
                unread++;
                err.println(organisation + ": the database cannot be read");
            }
        }
        return unread == 0 ? 0 : 1;
    }

    private static void show(
            String organisation,
            NodeDatabase database,
            RetentionSettings settings,
            List<Perishable> all,
            PrintStream out) {
        JdbcClient jdbc = JdbcClient.create(
                new DriverManagerDataSource(database.url(), database.username(), database.password()));
        out.println(organisation + ": data, rule, term, kept from, due now, due within 7 days");
        for (RetentionPreview.Line line :
                new RetentionPreview(jdbc).of(all, settings, Clock.systemUTC().instant())) {
            out.printf(
                    "  %-20s %-26s %-8s %s %8d %8d%n",
                    line.data(), line.rule(), line.term(), line.before(), line.due(), line.soon());
        }
    }

    private static DecisionSettings decisions(Map<String, Object> node) {
        return new Binder(new MapConfigurationPropertySource(node))
                .bindOrCreate("sluis.decisions", DecisionSettings.class);
    }

    private static RetentionSettings settings(Map<String, Object> node) {
        return new Binder(new MapConfigurationPropertySource(node))
                .bindOrCreate("sluis.retention", RetentionSettings.class);
    }
}
