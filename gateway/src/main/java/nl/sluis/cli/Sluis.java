package nl.sluis.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.context.properties.bind.BindException;

/** The entry of {@code ./sluis}. */
public final class Sluis {

    private static final int USAGE = 64;

    private Sluis() {}

    /** Runs a command; the exit code is 0 when it did what it says. */
    public static void main(String[] args) throws IOException, InterruptedException {
        System.exit(run(List.of(args), System.out, System.err));
    }

    static int run(List<String> args, PrintStream out, PrintStream err) throws IOException, InterruptedException {
        String command = args.isEmpty() ? "help" : args.getFirst();
        List<String> rest = args.isEmpty() ? args : args.subList(1, args.size());
        return switch (command) {
            case "node" -> node(rest, err);
            default -> usage(err);
        };
    }

    private static int node(List<String> args, PrintStream err) throws IOException, InterruptedException {
        Optional<Path> file = option(args, "--config").map(Path::of);
        if (file.isEmpty()) {
            return usage(err);
        }
        try (RunningNodes nodes = RunningNodes.start(ConfigurationFile.read(file.get()))) {
            CountDownLatch stop = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(stop::countDown));
            err.println("Sluis: ready");
            stop.await();
        } catch (BindException e) {
            err.println(e.getMessage());
            return 1;
        }
        return 0;
    }

    private static Optional<String> option(List<String> args, String name) {
        int at = args.indexOf(name);
        return at >= 0 && at + 1 < args.size() ? Optional.of(args.get(at + 1)) : Optional.empty();
    }

    private static int usage(PrintStream err) {
        err.println(String.join(System.lineSeparator(), Arrays.asList("Usage: ./sluis node --config FILE")));
        return USAGE;
    }
}
