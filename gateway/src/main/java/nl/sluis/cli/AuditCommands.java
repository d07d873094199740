package nl.sluis.cli;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import nl.sluis.export.ExportForm;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./sluis audit}: what can be asked about the evidence. */
@Command(name = "audit", description = "The evidence of a node.")
record AuditCommands(PrintStream out, PrintStream err) {

    /** What is checked: one of these. */
    static final class What {
        @Option(names = "--config", paramLabel = "FILE", description = "The databases of these nodes.")
        @Nullable
        Path config;

        @Option(names = "--archive", paramLabel = "FILE", description = "What audit export wrote; needs no node.")
        @Nullable
        Path archive;

        @Option(names = "--proof", paramLabel = "FILE", description = "What audit prove wrote; needs no node.")
        @Nullable
        Path proof;
    }

    /** What is proved from: one of these. */
    static final class From {
        @Option(names = "--config", paramLabel = "FILE", description = "The database of this node.")
        @Nullable
        Path config;

        @Option(names = "--archive", paramLabel = "FILE", description = "What audit export wrote; needs no node.")
        @Nullable
        Path archive;
    }

    @Command(
            name = "verify",
            description = {
                "Name the first place that is not as it was written.",
                "0 intact, 1 broken, 2 cannot be read, 3 intact as far as can be said: see the lines with but."
            })
    int verify(
            @ArgGroup(multiplicity = "1") What what,
            @Option(
                            names = "--trust",
                            paramLabel = "FILE",
                            description =
                                    "PEM: certificates of who may have signed, or of authorities. Repeat for more.")
                    @Nullable
                    List<Path> trust,
            @Option(
                            names = "--seen",
                            paramLabel = "FILE",
                            description = "With --archive: a checkpoint or countersignature that a witness kept (CMS).")
                    @Nullable
                    List<Path> seen)
            throws IOException {
        List<Path> trusted = trust == null ? List.of() : trust;
        if (what.config != null) {
            return AuditCommand.verify(what.config, out, err);
        }
        ArchiveCommand command = new ArchiveCommand(out, err);
        return what.archive != null
                ? command.archive(what.archive, trusted, seen == null ? List.of() : seen)
                : command.proof(requireNonNull(what.proof), trusted);
    }

    /** The form of somebody else, and what it needs. */
    static final class As {
        @Option(
                names = "--as",
                required = true,
                paramLabel = "FORM",
                description = "In the form of somebody else, a line each: ${COMPLETION-CANDIDATES}.")
        @Nullable
        ExportForm form;

        @Option(
                names = "--report",
                paramLabel = "FILE",
                description = "Write here what the form expresses and what not, instead of to standard error.")
        @Nullable
        Path report;

        @Option(
                names = "--register",
                paramLabel = "URI",
                description = "What the address of a processing activity begins with (LOGBOEK).")
        @Nullable
        String register;
    }

    @Command(
            name = "export",
            description =
                    "Write the log up to its latest checkpoint, with everything that proves it, to standard output.")
    int export(
            @Option(names = "--config", required = true, paramLabel = "FILE") Path file,
            @Option(names = "--organisation", paramLabel = "ID", description = "Which node, when there are several.")
                    @Nullable
                    String organisation,
            @ArgGroup(exclusive = false) @Nullable As as)
            throws IOException {
        ArchiveCommand archive = new ArchiveCommand(out, err);
        return as == null
                ? archive.export(file, organisation)
                : archive.export(
                        file, organisation, new FormCommand(requireNonNull(as.form), as.register, as.report, out, err));
    }

    @Command(
            name = "prove",
            description = "Write the proof of one entry, which anybody can verify, to standard output.")
    int prove(
            @ArgGroup(multiplicity = "1") From from,
            @Option(names = "--entry", required = true, paramLabel = "N", description = "1 and up.") long n,
            @Option(names = "--organisation", paramLabel = "ID", description = "Which node, when there are several.")
                    @Nullable
                    String organisation)
            throws IOException {
        ArchiveCommand command = new ArchiveCommand(out, err);
        return from.config != null
                ? command.prove(from.config, organisation, n)
                : command.prove(requireNonNull(from.archive), n);
    }

    @Command(name = "disputes", description = "Show logs that do not go on from what was countersigned of them.")
    int disputes(@Option(names = "--config", required = true, paramLabel = "FILE") Path file) throws IOException {
        return new AdmitCommand(out, err).disputes(file);
    }

    @Command(
            name = "admit",
            description = "As a witness: a partner's log goes on from the checkpoint that was refused, for all to see.")
    int admit(
            @Option(names = "--config", required = true, paramLabel = "FILE") Path file,
            @Option(names = "--partner", required = true, paramLabel = "ID", description = "Whose log.") String partner,
            @Option(names = "--by", required = true, paramLabel = "CODE", description = "Who admits; no name.")
                    String by)
            throws IOException {
        return new AdmitCommand(out, err).admit(file, partner, by);
    }

    @Command(
            name = "dismiss",
            description = "As a witness: what was countersigned of a partner's log stands; the alarm ends.")
    int dismiss(
            @Option(names = "--config", required = true, paramLabel = "FILE") Path file,
            @Option(names = "--partner", required = true, paramLabel = "ID", description = "Whose log.") String partner,
            @Option(names = "--by", required = true, paramLabel = "CODE", description = "Who dismisses; no name.")
                    String by)
            throws IOException {
        return new AdmitCommand(out, err).dismiss(file, partner, by);
    }

    @Command(
            name = "witnessed",
            description = "As a witness: write the last checkpoint of a partner that was countersigned here (CMS).")
    int witnessed(
            @Option(names = "--config", required = true, paramLabel = "FILE") Path file,
            @Option(names = "--partner", required = true, paramLabel = "ID", description = "Whose log.") String partner)
            throws IOException {
        return new AdmitCommand(out, err).witnessed(file, partner);
    }
}
