package nl.sluis.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.sluis.certs.DevelopmentPki;
import nl.sluis.certs.Holder;
import nl.sluis.certs.PkiFiles;
import nl.sluis.process.FreePorts;

/** Measures, prints a table as it goes, and writes the page. */
final class LoadRun {

    /** As {@code ./sluis node} starts Java, but for the memory, which is fixed so that runs compare. */
    private static final List<String> OPTIONS = List.of("-Xms512m", "-Xmx512m");

    private LoadRun() {}

    /** Runs what is asked for ({@link Wanted#of}). */
    public static void main(String... arguments) throws Exception {
        Wanted wanted = Wanted.of(arguments);
        Machine machine = Machine.now();
        System.out.println(machine);
        List<Measured> all = new ArrayList<>();
        for (int i = 0; i < wanted.repeats(); i++) {
            Path home = Files.createTempDirectory("sluis-load-");
            PkiFiles files = DevelopmentPki.generate(home.resolve("pki"), Holder.lindedam());
            try (FloorPair floor = new FloorPair(home.resolve("floor"), files, FreePorts.base(0, 1, 2, 3), OPTIONS)) {
                measure(floor, wanted, all);
            }
            try (NodePair nodes = new NodePair(
                    home.resolve("nodes"), files, FreePorts.base(0, 1, 100, 101), OPTIONS, wanted.set())) {
                measure(nodes, wanted, all);
            }
        }
        // Where the page goes is of the machine that it was made on
        String again = Arrays.stream(arguments)
                .filter(argument -> !argument.startsWith("page="))
                .collect(Collectors.joining(" "));
        Files.writeString(wanted.page(), Page.of(machine, wanted, all, again));
        System.out.println("written: " + wanted.page());
        // Servers of pages and pools have threads that outlive their use
        System.exit(0);
    }

    private static void measure(Course course, Wanted wanted, List<Measured> all)
            throws IOException, InterruptedException {
        OpenLoop loop = new OpenLoop(course);
        List<Integer> rates = wanted.rates();
        int size = wanted.sizes().getFirst();
        int sent = 0;
        int warming = rates.get(Math.min(1, rates.size() - 1));
        sent += loop.run(warming, size, Math.max(1, wanted.warmUp())).sent();
        List<Measured> own = new ArrayList<>();
        for (int other : wanted.sizes().subList(1, wanted.sizes().size())) {
            own.add(shown(loop.run(rates.getFirst(), other, wanted.seconds())));
        }
        for (int rate : rates) {
            Measured step = shown(loop.run(rate, size, wanted.seconds()));
            own.add(step);
            if (!step.keptUp()) {
                // What is above it is only worse, and fills the disk
                break;
            }
        }
        sent += own.stream().mapToInt(Measured::sent).sum();
        long arrived = course.arrived();
        System.out.printf(Locale.ROOT, "%s: %d accepted, %d arrived%n", course.name(), sent, arrived);
        if (arrived != sent || sent == 0) {
            throw new IllegalStateException("accepted and arrived differ: the figures would be of something else");
        }
        all.addAll(own);
    }

    private static Measured shown(Measured step) {
        System.out.println(Page.line(step));
        return step;
    }
}
