package nl.sluis.policyset;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.sluis.policy.rules.FaultyRules;
import nl.sluis.policy.rules.Incomparable;
import nl.sluis.policy.rules.Language;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** The commands of {@code policy}. Standard output of {@code decide} carries JSON only. */
@Command(name = "policy", description = "The rules: decide by them, prove them, sign them.", sortOptions = false)
public final class PolicyCommand {

    /** All was read and decided, or all was proved. */
    public static final int OK = 0;

    /** The rules are faulty, a claim is not proved, or the examples do not hold or do not guard them. */
    public static final int FAILED = 1;

    /** The command or its input was not right. */
    public static final int BAD_INPUT = 2;

    private final CaseCommands cases;
    private final RuleCommands rules;
    private final SetCommands sets;

    private PolicyCommand(Terminal terminal) {
        this.cases = new CaseCommands(terminal);
        this.rules = new RuleCommands(terminal);
        this.sets = new SetCommands(terminal, Clock.systemUTC());
    }

    /**
     * Runs one command.
     *
     * @param args the words after {@code policy}
     * @return the exit code of the process
     */
    public static int run(String[] args, InputStream in, PrintStream out, PrintStream err) {
        return commandLine(in, out, err).execute(args);
    }

    /** The command with all that are under it. */
    public static CommandLine commandLine(InputStream in, PrintStream out, PrintStream err) {
        Terminal terminal = new Terminal(in, out, err);
        CommandLine policy = new CommandLine(new PolicyCommand(terminal));
        withHelp(policy);
        policy.getSubcommands().values().forEach(PolicyCommand::withHelp);
        return policy.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
                .registerConverter(Path.class, PolicyCommand::path)
                .registerConverter(LocalDate.class, PolicyCommand::day)
                .setExecutionExceptionHandler((e, command, words) -> told(e, terminal));
    }

    /** Has a command answer to {@code --help}. */
    public static void withHelp(CommandLine command) {
        command.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("this text")
                        .build());
    }

    @Command(name = "decide", description = "Decide a case, or an array of cases; answers with JSON.")
    int decide(@Option(names = "--case", required = true, paramLabel = "FILE|-") String file) {
        return cases.decide(file);
    }

    @Command(name = "explain", description = "Explain the decision on a case.")
    int explain(
            @Option(names = "--case", required = true, paramLabel = "FILE|-") String file,
            @Option(
                            names = "--for",
                            defaultValue = "sender",
                            paramLabel = "sender|privacy-officer|family:REF",
                            converter = Words.AudienceWord.class)
                    Audience audience,
            @Option(names = "--lang", defaultValue = "nl", paramLabel = "nl|en", converter = Words.LanguageWord.class)
                    Language language,
            @Option(names = "--json") boolean json) {
        return cases.explain(file, audience, language, json);
    }

    @Command(name = "check", description = "Read and prove the rules, and run their examples.")
    int check(@Option(names = "--set", paramLabel = "DIR") Optional<Path> set) throws IOException {
        return rules.check(set);
    }

    @Command(name = "test", description = "Run the examples; name rows that no example guards.")
    int test(@Option(names = "--set", paramLabel = "DIR") Optional<Path> set) throws IOException {
        return rules.test(set);
    }

    @Command(name = "read", description = "Write the rules as pages for a lawyer.")
    int read(
            @Option(names = "--to", required = true, paramLabel = "DIR") Path to,
            @Option(names = "--set", paramLabel = "DIR") Optional<Path> set,
            @Option(names = "--at", paramLabel = "DATE") Optional<LocalDate> at)
            throws IOException {
        return rules.read(to, set, at);
    }

    @Command(name = "export-dmn", description = "Write the rules of a day as DMN 1.3.")
    int exportDmn(
            @Option(names = "--set", paramLabel = "DIR") Optional<Path> set,
            @Option(names = "--at", paramLabel = "DATE", description = "without it, the last day on which they change")
                    Optional<LocalDate> at,
            @Option(names = "--to", paramLabel = "FILE", description = "without it, standard output") Optional<Path> to)
            throws IOException {
        return rules.exportDmn(set, at, to);
    }

    @Command(name = "prepare", description = "Show the effect of a set and write the MANIFEST that both people sign.")
    int prepare(
            @Option(names = "--set", required = true, paramLabel = "DIR") Path folder,
            @Option(names = "--previous", paramLabel = "DIR") Optional<Path> previous,
            @Option(names = "--valid-from", paramLabel = "DATE") Optional<LocalDate> validFrom)
            throws RefusedSet, IOException {
        return sets.prepare(folder, previous, validFrom);
    }

    @Command(name = "sign", description = "Show the effect of a set and sign it in a role.")
    int sign(
            @Option(names = "--set", required = true, paramLabel = "DIR") Path folder,
            @Option(
                            names = "--as",
                            required = true,
                            paramLabel = "privacy-officer|lawyer",
                            converter = Words.RoleWord.class)
                    SignerRole role,
            @Option(names = "--key", required = true, paramLabel = "FILE") Path key,
            @Option(names = "--certificate", required = true, paramLabel = "FILE") Path certificate,
            @Option(names = "--previous", paramLabel = "DIR") Optional<Path> previous,
            @Option(names = "--valid-from", paramLabel = "DATE") Optional<LocalDate> validFrom)
            throws RefusedSet, IOException {
        return sets.sign(folder, role, key, certificate, previous, validFrom);
    }

    @Command(
            name = "verify",
            description = "Check signatures, rules, proofs and examples of a set, and with --previous its effect.")
    int verify(
            @Option(names = "--set", required = true, paramLabel = "DIR") Path folder,
            @Option(names = "--privacy-officer", required = true, paramLabel = "FILE") List<Path> officers,
            @Option(names = "--lawyer", required = true, paramLabel = "FILE") List<Path> lawyers,
            @Option(names = "--previous", paramLabel = "DIR") Optional<Path> previous)
            throws RefusedSet, IOException {
        return sets.verify(folder, officers, lawyers, previous);
    }

    @Command(name = "diff", description = "Say what a set decides otherwise.")
    int diff(
            @Parameters(index = "0", paramLabel = "OLD", description = "a folder, or 'shipped'") String old,
            @Parameters(index = "1", paramLabel = "NEW", description = "a folder, or 'shipped'") String now,
            @Option(
                            names = "--language",
                            defaultValue = "nl",
                            paramLabel = "nl|en",
                            converter = Words.LanguageWord.class)
                    Language language,
            @Option(names = "--since", paramLabel = "DATE") Optional<LocalDate> since,
            @Option(names = "--exactly-on", paramLabel = "DATE") Optional<LocalDate> exactlyOn)
            throws RefusedSet {
        return sets.diff(old, now, language, since, exactlyOn);
    }

    @Command(name = "replay", description = "Say what a set would have made of past decisions.")
    int replay(
            @Option(names = "--set", required = true, paramLabel = "DIR", description = "a folder, or 'shipped'")
                    String set,
            @Option(names = "--decisions", required = true, paramLabel = "FILE|-") Path decisions,
            @Option(names = "--day", paramLabel = "DATE", description = "take the rules of that day")
                    Optional<LocalDate> day)
            throws RefusedSet, IOException {
        return sets.replay(set, decisions, day);
    }

    private static int told(Exception e, Terminal terminal) throws Exception {
        switch (e) {
            case RefusedSet refused -> refused.faults().forEach(terminal.err()::println);
            case FaultyRules faulty -> faulty.faults().forEach(terminal.err()::println);
            case Incomparable incomparable -> terminal.err().println(incomparable.getMessage());
            case IOException io -> {
                terminal.err().println("policy: a file cannot be read or written, or is not what it should be");
                return BAD_INPUT;
            }
            default -> throw e;
        }
        return FAILED;
    }

    // What was typed is not repeated: it may be what nobody should read again

    private static Path path(String word) {
        try {
            return Path.of(word);
        } catch (InvalidPathException e) {
            throw new TypeConversionException("no path");
        }
    }

    private static LocalDate day(String word) {
        try {
            return LocalDate.parse(word);
        } catch (DateTimeException e) {
            throw new TypeConversionException("no day of the form YYYY-MM-DD");
        }
    }
}
