package nl.sluis.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import nl.sluis.policyset.PolicyCommand;

/** The entry of {@code ./sluis}, for every command but {@code demo}: nothing depends on the demo, which has its own. */
public final class Sluis {

    /** The command line was not understood (sysexits EX_USAGE). */
    static final int USAGE = 64;

    private static final int OK = 0;
    private static final int FAILED = 1;

    private Sluis() {}

    /** Runs a command; the exit code is 0 when it did what it says. */
    public static void main(String[] args) throws IOException, InterruptedException {
        System.exit(run(List.of(args), System.out, System.err));
    }

    static int run(List<String> args, PrintStream out, PrintStream err) throws IOException, InterruptedException {
        String command = args.isEmpty() ? "help" : args.getFirst();
        List<String> rest = args.isEmpty() ? args : args.subList(1, args.size());
        return switch (command) {
            case "node" -> withConfiguration(rest, err, file -> node(file, err));
            case "check" -> withConfiguration(rest, err, file -> CheckCommand.run(file, out, err));
            case "policy" -> PolicyCommand.run(rest.toArray(String[]::new), System.in, out, err);
            case "audit" -> audit(rest, out, err);
            case "decisions" -> decisions(rest, out, err);
            default -> usage(err);
        };
    }

    private interface OnFile {
        int run(Path file) throws IOException, InterruptedException;
    }

    private static int withConfiguration(List<String> args, PrintStream err, OnFile command)
            throws IOException, InterruptedException {
        Optional<Path> file = option(args, "--config").map(Path::of);
        if (file.isPresent() && !Files.isReadable(file.get())) {
            err.println("The configuration file cannot be read: " + file.get());
            return FAILED;
        }
        return file.isEmpty() ? usage(err) : command.run(file.get());
    }

    private static int audit(List<String> args, PrintStream out, PrintStream err)
            throws IOException, InterruptedException {
        return !args.isEmpty() && args.getFirst().equals("verify")
                ? withConfiguration(args, err, file -> AuditCommand.verify(file, out, err))
                : usage(err);
    }

    private static int decisions(List<String> args, PrintStream out, PrintStream err)
            throws IOException, InterruptedException {
        return !args.isEmpty() && args.getFirst().equals("export")
                ? withConfiguration(args, err, file -> DecisionsCommand.export(file, out, err))
                : usage(err);
    }

    private static int node(Path file, PrintStream err) throws IOException, InterruptedException {
        CountDownLatch stop = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop.countDown();
            await(stopped);
        }));
        try (RunningNodes nodes = RunningNodes.start(ConfigurationFile.read(file))) {
            err.println("Sluis is ready: " + nodes.count() + " node(s)");
            stop.await();
            return OK;
        } catch (ConfigurationFault fault) {
            err.println(fault.getMessage());
            return FAILED;
        } finally {
            stopped.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<String> option(List<String> args, String name) {
        int at = args.indexOf(name);
        return at >= 0 && at + 1 < args.size() ? Optional.of(args.get(at + 1)) : Optional.empty();
    }

    private static int usage(PrintStream err) {
        err.print("""
                Usage: ./sluis demo [--once]
                       ./sluis node --config FILE
                       ./sluis check --config FILE
                       ./sluis policy decide --case FILE|-
                       ./sluis policy explain --case FILE|-
                       ./sluis policy read --to DIR
                       ./sluis policy check|test [--set DIR]
                       ./sluis policy sign|verify|diff|replay|export-dmn ...   (says how, when asked without more)
                       ./sluis decisions export --config FILE
                       ./sluis audit verify --config FILE
                """);
        return USAGE;
    }
}
