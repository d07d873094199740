package nl.sluis.policyset;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.sluis.policy.RuleSets;
import nl.sluis.policy.rules.FaultyRules;
import nl.sluis.policy.rules.RuleBook;
import org.jspecify.annotations.Nullable;

/** The command {@code policy read}: writes the rules in force on a day as pages for a lawyer. */
final class ReadCommand {

    static final String USAGE = """
            usage: policy read --to DIR [--set DIR] [--at YYYY-MM-DD]
            """;

    private static final ZoneId HOME = ZoneId.of("Europe/Amsterdam");

    private final PrintStream out;
    private final PrintStream err;

    private ReadCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Runs the command; the words are those after {@code read}. */
    static int run(List<String> words, PrintStream out, PrintStream err) {
        return new ReadCommand(out, err).run(words);
    }

    private int run(List<String> words) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < words.size(); i += 2) {
            options.put(words.get(i), words.get(i + 1));
        }
        boolean understood = List.of("--to", "--set", "--at").containsAll(options.keySet());
        String to = options.get("--to");
        LocalDate day = day(options.get("--at"));
        if (!understood || words.size() != 2 * options.size() || to == null || day == null) {
            err.print(USAGE);
            return PolicyCommand.BAD_INPUT;
        }
        try {
            String set = options.get("--set");
            Map<String, String> texts = set == null
                    ? RuleSets.builtInText()
                    : SetFolder.read(Path.of(set)).texts();
            return write(RuleSets.read(texts), texts, day, Path.of(to));
        } catch (IOException | InvalidPathException e) {
            err.println("policy read: cannot read the set or write the pages");
            return PolicyCommand.BAD_INPUT;
        } catch (RefusedSet e) {
            e.faults().forEach(fault -> err.println(fault));
            return PolicyCommand.BAD_INPUT;
        } catch (FaultyRules e) {
            e.faults().forEach(fault -> err.println(fault));
            return PolicyCommand.FAILED;
        }
    }

    private static @Nullable LocalDate day(@Nullable String word) {
        try {
            return word == null ? LocalDate.now(HOME) : LocalDate.parse(word);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private int write(RuleBook book, Map<String, String> texts, LocalDate day, Path to) throws IOException {
        Map<String, String> pages = new ReadingRenderer().render(book, texts, day);
        Files.createDirectories(to);
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Files.writeString(to.resolve(page.getKey()), page.getValue(), StandardCharsets.UTF_8);
        }
        out.println(pages.size() + " pages: " + to.resolve("index.html"));
        out.flush();
        return PolicyCommand.OK;
    }
}
