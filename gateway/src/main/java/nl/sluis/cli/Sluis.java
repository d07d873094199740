package nl.sluis.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import nl.sluis.policyset.PolicyCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The entry of {@code ./sluis}, for every command but {@code demo}: nothing depends on the demo, which has its own. */
@Command(name = "sluis", sortOptions = false)
public final class Sluis {

    /** The command line was not understood (sysexits EX_USAGE). */
    static final int USAGE = 64;

    private static final int OK = 0;
    private static final int FAILED = 1;

    private final PrintStream out;
    private final PrintStream err;

    private Sluis(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Runs a command; the exit code is 0 when it did what it says. */
    public static void main(String[] args) {
        System.exit(run(args, System.in, System.out, System.err));
    }

    static int run(String[] args, InputStream in, PrintStream out, PrintStream err) {
        CommandLine sluis = new CommandLine(new Sluis(out, err))
                .addSubcommand(new AuditCommands(out, err))
                .addSubcommand(new Decisions(out, err))
                .addSubcommand(new RestoreCommand(out, err));
        sluis.getSubcommands().values().forEach(Sluis::withHelp);
        return sluis.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
                .setParameterExceptionHandler((e, words) -> misunderstood(e, err))
                .setExecutionExceptionHandler((e, command, words) -> {
                    // The rules have faults of their own to tell; only the outermost is asked
                    CommandLine above = command.getParent();
                    return above != null && above.getCommandName().equals("policy")
                            ? above.getExecutionExceptionHandler().handleExecutionException(e, command, words)
                            : failed(e, err);
                })
                .addSubcommand(PolicyCommand.commandLine(in, out, err))
                .execute(args);
    }

    private static void withHelp(CommandLine command) {
        PolicyCommand.withHelp(command);
        command.getSubcommands().values().forEach(PolicyCommand::withHelp);
    }

    private static int misunderstood(ParameterException e, PrintStream err) {
        err.println(e.getMessage());
        e.getCommandLine().usage(err);
        return USAGE;
    }

    private static int failed(Exception e, PrintStream err) throws Exception {
        if (e instanceof IOException || e instanceof ConfigurationFault) {
            err.println("sluis: " + e.getMessage());
            return FAILED;
        }
        throw e;
    }

    @Command(name = "node", description = "Run the node or nodes of a configuration, until it is stopped.")
    int node(@Option(names = "--config", required = true, paramLabel = "FILE") Path file)
            throws IOException, InterruptedException {
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
        } finally {
            stopped.countDown();
        }
    }

    @Command(name = "check", description = "Name every fault in a configuration with its key.")
    int check(@Option(names = "--config", required = true, paramLabel = "FILE") Path file) throws IOException {
        return CheckCommand.run(file, out, err);
    }

    @Command(name = "retention", description = "Show what would be destroyed when; destroys nothing.")
    int retention(@Option(names = "--config", required = true, paramLabel = "FILE") Path file) throws IOException {
        return RetentionCommand.show(file, out, err);
    }

    @Command(name = "version", description = "Name the version of the program and of Java.")
    int version() {
        // Stands in the jar's manifest; classes that were not packed have none
        String version = Sluis.class.getPackage().getImplementationVersion();
        out.println("sluis " + (version == null ? "(not packed)" : version) + ", Java " + Runtime.version());
        return OK;
    }

    /** What can be asked about past decisions. */
    @Command(name = "decisions", description = "What the decisions of a node rested on.")
    record Decisions(PrintStream out, PrintStream err) {

        @Command(
                name = "export",
                description = "Write the facts codes of every decision that is kept, for policy replay.")
        int export(@Option(names = "--config", required = true, paramLabel = "FILE") Path file) throws IOException {
            return DecisionsCommand.export(file, out, err);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
