package nl.sluis.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.sluis.audit.AuditTree;
import nl.sluis.audit.AuditVerifier;
import nl.sluis.checkpoint.Archive;
import nl.sluis.checkpoint.Checkpoint;
import nl.sluis.checkpoint.Checkpoints;
import nl.sluis.checkpoint.LogCheck;
import nl.sluis.checkpoint.ProofCheck;
import nl.sluis.checkpoint.Prover;
import nl.sluis.seal.DetachedSignature;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code ./sluis audit export} and {@code prove}, and {@code verify} of what they write, which needs no node. */
final class ArchiveCommand {

    static final int OK = 0;
    static final int BROKEN = 1;
    static final int UNREADABLE = 2;
    static final int RESERVED = 3;

    private final PrintStream out;
    private final PrintStream err;

    ArchiveCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Checks an archive; 0 intact, 1 broken, 2 cannot be read, 3 intact and something stays to be said. */
    int archive(Path file, List<Path> trust, List<Path> seen) {
        try (BufferedReader in = Files.newBufferedReader(file)) {
            List<byte[]> kept = new ArrayList<>();
            for (Path path : seen) {
                kept.add(Files.readAllBytes(path));
            }
            return told(Archive.check(in, certificates(trust), kept), "entries");
        } catch (IOException e) {
            return unreadable(e);
        }
    }

    /** Checks the proof of one entry; as above. */
    int proof(Path file, List<Path> trust) {
        try {
            Optional<LogCheck.Outcome> outcome = ProofCheck.check(Files.readString(file), certificates(trust));
            if (outcome.isEmpty()) {
                err.println("sluis: this is no proof of an entry");
                return UNREADABLE;
            }
            return told(outcome.get(), "entry");
        } catch (IOException e) {
            return unreadable(e);
        }
    }

    /** Writes the log of one node up to its latest checkpoint. */
    int export(Path config, @Nullable String organisation) throws IOException {
        return on(config, organisation, (node, jdbc) -> {
            long size = Archive.write(
                    node.origin(),
                    node.organisation(),
                    new Checkpoints(jdbc.client(), node.origin()),
                    reader -> jdbc.verifier().verify(reader),
                    out);
            err.println(node.organisation() + ": " + size + " entries, up to the latest checkpoint");
            return size > 0 ? OK : BROKEN;
        });
    }

    /** Writes the log of one node in the form of somebody else. */
    int export(Path config, @Nullable String organisation, FormCommand form) throws IOException {
        Optional<Map<String, Object>> node = node(config, organisation);
        return node.isPresent() ? form.run(node.get()) : UNREADABLE;
    }

    /** Writes the proof of one entry, from the database of one node. */
    int prove(Path config, @Nullable String organisation, long n) throws IOException {
        return on(
                config,
                organisation,
                (node, jdbc) -> proved(
                        n,
                        Prover.prove(n, new Checkpoints(jdbc.client(), node.origin()), new AuditTree(jdbc.client()))));
    }

    /** Writes the proof of one entry, from an archive. */
    int prove(Path archive, long n) {
        try (BufferedReader in = Files.newBufferedReader(archive)) {
            return proved(n, Prover.prove(n, in));
        } catch (IOException e) {
            return unreadable(e);
        }
    }

    private int proved(long n, Optional<String> proof) {
        proof.ifPresentOrElse(
                out::println, () -> err.println("sluis: entry " + n + " is under no checkpoint that can be read"));
        return proof.isPresent() ? OK : BROKEN;
    }

    private int told(LogCheck.Outcome outcome, String what) {
        if (outcome.broken() != null) {
            out.println("BROKEN at " + outcome.broken());
            return BROKEN;
        }
        out.println("intact: " + outcome.entries() + " " + what + ", signed up to " + outcome.signed());
        out.println("  log: " + outcome.origin());
        outcome.witnesses().forEach((oin, size) -> out.println("  witness " + oin + " signed up to " + size));
        outcome.stamps().forEach(stamp -> out.println("  time-stamp: " + stamp));
        outcome.reservations().forEach(reservation -> out.println("  but: " + reservation));
        return outcome.reservations().isEmpty() ? OK : RESERVED;
    }

    private int unreadable(IOException e) {
        err.println("sluis: " + Objects.requireNonNullElse(e.getMessage(), "a file cannot be read"));
        return UNREADABLE;
    }

    private static List<X509Certificate> certificates(List<Path> files) throws IOException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Path file : files) {
            certificates.addAll(DetachedSignature.certificates(file));
        }
        return certificates;
    }

    private record Node(String organisation, String origin) {}

    private record Access(JdbcClient client, AuditVerifier verifier) {}

    private interface Act {
        int on(Node node, Access jdbc);
    }

    private Optional<Map<String, Object>> node(Path config, @Nullable String organisation) throws IOException {
        List<Map<String, Object>> nodes = ConfigurationFile.read(config).stream()
                .filter(node -> organisation == null
                        || organisation.equals(String.valueOf(node.get("sluis.node.organisation"))))
                .toList();
        if (nodes.size() != 1) {
            err.println("sluis: --organisation must name one of the nodes of this configuration");
            return Optional.empty();
        }
        return Optional.of(nodes.getFirst());
    }

    private int on(Path config, @Nullable String organisation, Act act) throws IOException {
        Optional<Map<String, Object>> found = node(config, organisation);
        if (found.isEmpty()) {
            return UNREADABLE;
        }
        Map<String, Object> node = found.get();
        String name = String.valueOf(node.get("sluis.node.organisation"));
        String origin = Checkpoint.originOf(String.valueOf(node.get("sluis.node.oin")));
        try (NodeDatabase database = NodeDatabase.of(node)) {
            return database.reading(source -> act.on(
                    new Node(name, origin),
                    new Access(JdbcClient.create(source), new AuditVerifier(new JdbcTemplate(source)))));
        } catch (DataAccessException e) {
            err.println(name + ": the audit cannot be read");
            return UNREADABLE;
        }
    }
}
