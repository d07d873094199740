package nl.sluis.policyset;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.sluis.policy.RuleSets;
import nl.sluis.policy.rules.DmnExport;
import nl.sluis.policy.rules.FaultyRules;
import nl.sluis.policy.rules.RuleBook;
import org.jspecify.annotations.Nullable;

/**
 * The commands {@code policy check}, {@code policy test} and {@code policy export-dmn}: what the rules themselves are worth. Of
 * the shipped rules, or with {@code --set} of a folder of rule files.
 */
final class RuleCommands {

    static final String USAGE = """
                   policy check [--set DIR]      read and prove the rules, and run their examples
                   policy test [--set DIR]       run the examples; name rows that no example guards
                   policy export-dmn [--set DIR] [--at DATE] [--to FILE|-]   the rules of a day as DMN 1.3
            """;

    private static final Map<String, Set<String>> OPTIONS =
            Map.of("check", Set.of("--set"), "test", Set.of("--set"), "export-dmn", Set.of("--set", "--at", "--to"));

    private final PrintStream out;
    private final PrintStream err;

    RuleCommands(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** The exit code; empty when the words are none of these commands. */
    Optional<Integer> run(List<String> words) {
        if (words.isEmpty() || !OPTIONS.containsKey(words.get(0))) {
            return Optional.empty();
        }
        Map<String, String> options = new HashMap<>();
        for (int i = 1; i < words.size(); i += 2) {
            boolean known = OPTIONS.getOrDefault(words.get(0), Set.of()).contains(words.get(i));
            if (!known || i + 1 == words.size() || options.put(words.get(i), words.get(i + 1)) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(run(words.get(0), options));
    }

    private int run(String command, Map<String, String> options) {
        try {
            RuleBook book = book(options.get("--set"));
            RuleReport report = new RuleReport(book, out, err);
            return switch (command) {
                case "check" -> report.check() ? PolicyCommand.OK : PolicyCommand.FAILED;
                case "test" -> report.test() ? PolicyCommand.OK : PolicyCommand.FAILED;
                default -> export(book, options);
            };
        } catch (FaultyRules e) {
            e.faults().forEach(fault -> err.println(fault));
            return PolicyCommand.FAILED;
        } catch (RefusedSet e) {
            boolean rules = e.faults().stream().allMatch(fault -> fault.code() == SetFault.Code.RULES);
            e.faults().forEach(fault -> err.println(rules ? fault.text() : fault.toString()));
            return rules ? PolicyCommand.FAILED : PolicyCommand.BAD_INPUT;
        } catch (InvalidPathException e) {
            err.println("policy " + command + ": --set is no folder");
            return PolicyCommand.BAD_INPUT;
        }
    }

    private static RuleBook book(@Nullable String folder) throws RefusedSet {
        return folder == null
                ? RuleSets.read(RuleSets.builtInText())
                : SetFolder.read(Path.of(folder)).book();
    }

    private int export(RuleBook book, Map<String, String> options) {
        LocalDate last = book.periods().stream().max(LocalDate::compareTo).orElseThrow();
        String at = options.getOrDefault("--at", last.toString());
        String to = options.getOrDefault("--to", "-");
        try {
            byte[] dmn = DmnExport.of(book, LocalDate.parse(at)).getBytes(StandardCharsets.UTF_8);
            if (to.equals("-")) {
                out.writeBytes(dmn);
                out.println();
                out.flush();
            } else {
                Files.write(Path.of(to), dmn);
            }
            return PolicyCommand.OK;
        } catch (DateTimeException e) {
            err.println("policy export-dmn: --at is a date of the form YYYY-MM-DD");
        } catch (IOException e) {
            err.println("policy export-dmn: cannot write " + to);
        }
        return PolicyCommand.BAD_INPUT;
    }
}
