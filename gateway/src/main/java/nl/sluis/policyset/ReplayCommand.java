package nl.sluis.policyset;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluis.policy.DecisionFacts;

/** {@code policy replay}: what another set would have made of past decisions. */
final class ReplayCommand {

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;

    ReplayCommand(InputStream in, PrintStream out, PrintStream err) {
        this.in = in;
        this.out = out;
        this.err = err;
    }

    int run(List<String> words) throws Options.BadUsage, RefusedSet, IOException {
        Options options = Options.of(words, Set.of("set", "decisions", "day"));
        String decisions = options.need("decisions");
        Replay replay = new Replay(
                SetCommands.book(options.need("set")), options.day("day").orElse(null));
        long line = 0;
        try (BufferedReader reader = decisions.equals("-")
                ? new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                : Files.newBufferedReader(Path.of(decisions))) {
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                line++;
                Optional<DecisionFacts> facts = DecisionLines.read(text);
                if (facts.isEmpty()) {
                    err.println("policy replay: line " + line + " is no decision");
                    return PolicyCommand.BAD_INPUT;
                }
                replay.take(facts.get());
            }
        }
        report(replay);
        return PolicyCommand.OK;
    }

    private void report(Replay replay) {
        out.printf("besluiten %d, anders %d%n", replay.taken(), replay.different());
        replay.groups()
                .forEach(group -> out.printf(
                        "%d: eerst %s, nu %s, door %s%n",
                        group.getValue(),
                        group.getKey().before(),
                        group.getKey().after(),
                        String.join(" ", group.getKey().rows())));
        if (replay.unreadable() > 0) {
            out.printf(
                    "niet te herhalen %d: hun feiten staan in de woorden van een andere woordenlijst%n",
                    replay.unreadable());
        }
        out.flush();
    }
}
