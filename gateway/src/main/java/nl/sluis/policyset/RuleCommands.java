package nl.sluis.policyset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import nl.sluis.policy.RuleSets;
import nl.sluis.policy.rules.DmnExport;
import nl.sluis.policy.rules.RuleBook;

/**
 * {@code policy check}, {@code test}, {@code read} and {@code export-dmn}: what the rules themselves are worth, and how others read
 * them. Of the shipped rules, or with {@code --set} of a folder of rule files.
 */
final class RuleCommands {

    private static final ZoneId HOME = ZoneId.of("Europe/Amsterdam");

    private final Terminal terminal;

    RuleCommands(Terminal terminal) {
        this.terminal = terminal;
    }

    private interface OnTexts {
        int run(Map<String, String> texts) throws IOException;
    }

    int check(Optional<Path> set) throws IOException {
        return on(set, texts -> report(texts).check() ? PolicyCommand.OK : PolicyCommand.FAILED);
    }

    int test(Optional<Path> set) throws IOException {
        return on(set, texts -> report(texts).test() ? PolicyCommand.OK : PolicyCommand.FAILED);
    }

    int read(Path to, Optional<Path> set, Optional<LocalDate> at) throws IOException {
        return on(set, texts -> {
            Map<String, String> pages =
                    new ReadingRenderer().render(RuleSets.read(texts), texts, at.orElse(LocalDate.now(HOME)));
            Files.createDirectories(to);
            for (Map.Entry<String, String> page : pages.entrySet()) {
                Files.writeString(to.resolve(page.getKey()), page.getValue());
            }
            terminal.out().println(pages.size() + " pages: " + to.resolve("index.html"));
            return PolicyCommand.OK;
        });
    }

    int exportDmn(Optional<Path> set, Optional<LocalDate> at, Optional<Path> to) throws IOException {
        return on(set, texts -> {
            RuleBook book = RuleSets.read(texts);
            LocalDate day = at.orElseGet(
                    () -> book.periods().stream().max(LocalDate::compareTo).orElseThrow());
            String dmn = DmnExport.of(book, day);
            if (to.filter(file -> !file.toString().equals("-")).isPresent()) {
                Files.write(to.get(), dmn.getBytes(StandardCharsets.UTF_8));
            } else {
                terminal.utf8(dmn + "\n");
            }
            return PolicyCommand.OK;
        });
    }

    private RuleReport report(Map<String, String> texts) {
        return new RuleReport(RuleSets.read(texts), terminal.out(), terminal.err());
    }

    private int on(Optional<Path> set, OnTexts command) throws IOException {
        Map<String, String> texts;
        try {
            texts = set.isPresent() ? SetFolder.read(set.get()).texts() : RuleSets.builtInText();
        } catch (RefusedSet e) {
            e.faults().forEach(terminal.err()::println);
            return PolicyCommand.BAD_INPUT;
        }
        return command.run(texts);
    }
}
