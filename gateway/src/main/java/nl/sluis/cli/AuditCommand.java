package nl.sluis.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import nl.sluis.audit.AuditVerifier;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.checkpoint.Checkpoint;
import nl.sluis.checkpoint.CheckpointReader;
import nl.sluis.checkpoint.CheckpointSettings;
import nl.sluis.checkpoint.Checkpoints;
import nl.sluis.checkpoint.LogCheck;
import nl.sluis.directory.Directory;
import nl.sluis.directory.DirectorySettings;
import nl.sluis.node.NodeSettings;
import nl.sluis.seal.DetachedSignature;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code ./sluis audit verify --config}: reads the whole log of each node with its checkpoints and countersignatures, and names the
 * first place that is not as it was written.
 */
final class AuditCommand {

    private AuditCommand() {}

    static int verify(Path file, PrintStream out, PrintStream err) throws IOException {
        return verify(ConfigurationFile.read(file), out, err);
    }

    static int verify(List<Map<String, Object>> nodes, PrintStream out, PrintStream err) throws IOException {
        int worst = ArchiveCommand.OK;
        for (Map<String, Object> node : nodes) {
            String organisation = String.valueOf(node.get("sluis.node.organisation"));
            try (NodeDatabase database = NodeDatabase.of(node)) {
                List<X509Certificate> known = known(node);
                LogCheck.Outcome outcome = database.reading(source -> verify(node, source, known));
                worst = worse(worst, told(organisation, outcome, out));
            } catch (DataAccessException e) {
                worst = ArchiveCommand.BROKEN;
                err.println(organisation + ": the audit cannot be read");
            }
        }
        return worst;
    }

    /** 0 intact, 1 broken or cannot be read, 3 intact and something stays to be said; broken outweighs the rest. */
    private static int worse(int one, int other) {
        return one == ArchiveCommand.BROKEN || other == ArchiveCommand.BROKEN
                ? ArchiveCommand.BROKEN
                : Math.max(one, other);
    }

    private static int told(String organisation, LogCheck.Outcome outcome, PrintStream out) {
        if (outcome.broken() != null) {
            out.println(organisation + ": BROKEN at " + outcome.broken());
            return ArchiveCommand.BROKEN;
        }
        out.println(organisation + ": intact, " + outcome.entries() + " entries");
        outcome.reservations().forEach(reservation -> out.println("  but: " + reservation));
        return outcome.reservations().isEmpty() ? ArchiveCommand.OK : ArchiveCommand.RESERVED;
    }

    private static LogCheck.Outcome verify(Map<String, Object> node, DataSource source, List<X509Certificate> known) {
        JdbcClient jdbc = JdbcClient.create(source);
        String origin = Checkpoint.originOf(String.valueOf(node.get("sluis.node.oin")));
        Checkpoints checkpoints = new Checkpoints(jdbc, origin);
        LogCheck check = new LogCheck(origin, known);
        // A database that no newer program has seen has none
        Optional<CheckpointReader> signed =
                checkpoints.kept() ? Optional.of(new CheckpointReader(checkpoints)) : Optional.empty();
        AuditVerifier.Result result = new AuditVerifier(new JdbcTemplate(source)).verify(entry -> {
            check.entry(entry);
            signed.flatMap(reader -> reader.at(entry.n())).ifPresent(checkpoint -> {
                check.checkpoint(checkpoint);
                checkpoints.countersignatures(entry.n()).forEach(word -> check.countersignature(word.cms()));
            });
        });
        if (result instanceof AuditVerifier.Result.Broken at) {
            return LogCheck.Outcome.brokenAt(origin, "entry " + at.n());
        }
        signed.ifPresent(reader -> reader.rest(check::checkpoint));
        return check.end();
    }

    /** Certificates of this node and of its witnesses; a signature of before their time is not held against the log. */
    private static List<X509Certificate> known(Map<String, Object> node) throws IOException {
        Binder binder = ConfigurationFile.binder(node);
        List<X509Certificate> known = new ArrayList<>();
        NodeSettings.Keys keys =
                binder.bind("sluis.node.keys", NodeSettings.Keys.class).orElse(null);
        if (keys != null) {
            known.addAll(DetachedSignature.certificates(keys.sealCertificate()));
            for (NodeSettings.Seal more : keys.more()) {
                known.addAll(DetachedSignature.certificates(more.certificate()));
            }
        }
        List<OrganisationId> witnesses =
                binder.bindOrCreate("sluis.audit", CheckpointSettings.class).witnessIds();
        if (!witnesses.isEmpty()) {
            Directory directory =
                    new Directory(binder.bindOrCreate("sluis.directory", DirectorySettings.class), Clock.systemUTC());
            witnesses.forEach(
                    witness -> directory.lastKnown(witness).ifPresent(partner -> known.addAll(partner.signers())));
        }
        return known;
    }
}
