package nl.sluis.demo;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;

/** The entry of {@code ./sluis demo}. */
@Command(
        name = "sluis demo",
        description = "Five nodes on this machine and a story through them; then they stay up until they are stopped.")
public final class Main implements Callable<Integer> {

    /** The command line was not understood (sysexits EX_USAGE). */
    private static final int USAGE = 64;

    @Option(names = "--once", description = "stop after the story: 0 when every step ended as told")
    private boolean once;

    @SuppressWarnings("unused") // read by picocli
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "this text")
    private boolean help;

    private Main() {}

    /** Runs the demo; {@code --once} stops after the story, with 0 when every step ended as told. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setParameterExceptionHandler((e, words) -> {
                    PrintWriter err = e.getCommandLine().getErr();
                    err.println(e.getMessage());
                    e.getCommandLine().usage(err);
                    return USAGE;
                })
                .setExecutionExceptionHandler((e, command, words) -> {
                    throw e;
                });
    }

    @Override
    public Integer call() throws Exception {
        return new Demo(Path.of(System.getProperty("sluis.root", ".")), System.out).run(once);
    }
}
