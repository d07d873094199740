package nl.sluis.cli;

import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import nl.sluis.audit.AuditVerifier;
import nl.sluis.checkpoint.Checkpoint;
import nl.sluis.export.AuditExport;
import nl.sluis.export.DataSubjects;
import nl.sluis.export.ExportForm;
import nl.sluis.export.Whose;
import nl.sluis.node.NodeSettings;
import nl.sluis.seal.AtRest;
import nl.sluis.storage.DataKeyTable;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code ./sluis audit export --as}: the log of one node in the form of somebody else.
 *
 * @param register what the address of a processing activity begins with; null when nobody says
 * @param report where the completeness report goes; null for standard error only
 */
record FormCommand(
        ExportForm form,
        @Nullable String register,
        @Nullable Path report,
        PrintStream out,
        PrintStream err) {

    /** 0 written, 1 the log is not as it was written at the entry where the export ends, 2 it cannot be read. */
    int run(Map<String, Object> node) throws IOException {
        String name = String.valueOf(node.get("sluis.node.organisation"));
        try (NodeDatabase database = NodeDatabase.of(node)) {
            NodeSettings.Keys keys = ConfigurationFile.binder(node)
                    .bind("sluis.node.keys", NodeSettings.Keys.class)
                    .orElseThrow(() -> new IOException("sluis.node.keys: is required"));
            Written written = database.reading(
                    source -> written(node, source, AtRest.of(keys, new DataKeyTable(JdbcClient.create(source)))));
            out.flush();
            String json = written.export().completeness().json();
            if (report == null) {
                err.println(json);
            } else {
                Files.writeString(report, json + "\n");
            }
            return told(name, written);
        } catch (DataAccessException e) {
            err.println(name + ": the audit cannot be read");
            return ArchiveCommand.UNREADABLE;
        } catch (IllegalStateException e) {
            err.println("sluis: " + e.getMessage());
            return ArchiveCommand.UNREADABLE;
        }
    }

    private record Written(AuditExport export, AuditVerifier.Result chain) {}

    private Written written(Map<String, Object> node, DataSource source, AtRest atRest) {
        String oin = String.valueOf(node.get("sluis.node.oin"));
        AuditExport export = new AuditExport(
                form,
                requireNonNullElse(register, AuditExport.REGISTER),
                new Whose(Checkpoint.originOf(oin), oin, String.valueOf(node.get("sluis.node.organisation"))),
                new DataSubjects(JdbcClient.create(source), atRest),
                out);
        return new Written(export, new AuditVerifier(new JdbcTemplate(source)).verify(export::write));
    }

    private int told(String name, Written written) {
        if (written.chain() instanceof AuditVerifier.Result.Broken broken) {
            err.println(name + ": BROKEN at entry " + broken.n() + ": the export ends before it");
            return ArchiveCommand.BROKEN;
        }
        err.println(name + ": " + written.export().completeness().mapped() + " of "
                + written.export().completeness().entries() + " entries, "
                + written.export().completeness().lines() + " lines");
        return ArchiveCommand.OK;
    }
}
