package nl.sluis.policyset;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.sluis.policy.PolicyDecisionPoint;
import nl.sluis.policy.RuleSets;
import nl.sluis.policy.rules.Example;
import nl.sluis.policy.rules.FaultyRules;
import nl.sluis.policy.rules.Proof;
import nl.sluis.policy.rules.Proofs;
import nl.sluis.policy.rules.Rule;
import nl.sluis.policy.rules.RuleBook;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The commands {@code policy decide} and {@code policy check}. Standard output of {@code decide} carries JSON only. */
public final class PolicyCommand {

    /** All was read and decided, or all was proved. */
    public static final int OK = 0;

    /** The rules are faulty, a claim is not proved or an example does not hold. */
    public static final int FAILED = 1;

    /** The command or its input was not right. */
    public static final int BAD_INPUT = 2;

    private static final String USAGE = """
            usage: policy decide --case FILE|-   decide a case, or an array of cases
                   policy check [--set DIR]      read and prove the rules
            """ + SetCommands.USAGE;

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;

    private PolicyCommand(InputStream in, PrintStream out, PrintStream err) {
        this.in = in;
        this.out = out;
        this.err = err;
    }

    /**
     * Runs one command.
     *
     * @param args the words after {@code policy}
     * @return the exit code of the process
     */
    public static int run(String[] args, InputStream in, PrintStream out, PrintStream err) {
        PolicyCommand command = new PolicyCommand(in, out, err);
        List<String> words = List.of(args);
        if (words.size() == 3 && words.get(0).equals("decide") && words.get(1).equals("--case")) {
            return command.decide(words.get(2));
        }
        if (words.equals(List.of("check"))) {
            return command.check(command.book());
        }
        if (words.size() == 3 && words.get(0).equals("check") && words.get(1).equals("--set")) {
            return command.check(command.book(words.get(2)));
        }
        Optional<Integer> done = new SetCommands(in, out, err, Clock.systemUTC()).run(words);
        if (done.isEmpty()) {
            err.print(USAGE);
        }
        return done.orElse(BAD_INPUT);
    }

    private int decide(String file) {
        Optional<byte[]> bytes = bytes(file);
        if (bytes.isEmpty()) {
            return BAD_INPUT;
        }
        JsonNode answer = parse(bytes.get())
                .map(input -> CaseJson.decide(input, new PolicyDecisionPoint()))
                .orElseGet(() -> CaseJson.errors(null, List.of(new CaseError("", "MALFORMED_JSON"))));
        // Bytes, not text: JSON is UTF-8 whatever the terminal's own encoding is.
        out.writeBytes(CaseJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(answer));
        out.println();
        out.flush();
        return CaseJson.hasErrors(answer) ? BAD_INPUT : OK;
    }

    private Optional<byte[]> bytes(String file) {
        try {
            return Optional.of(file.equals("-") ? in.readAllBytes() : Files.readAllBytes(Path.of(file)));
        } catch (IOException | InvalidPathException e) {
            err.println("policy decide: cannot read " + file);
            return Optional.empty();
        }
    }

    // The text of the exception may quote the input, which may be personal data; only the place is told.
    private Optional<JsonNode> parse(byte[] bytes) {
        try {
            JsonNode node = CaseJson.mapper().readTree(bytes);
            return node == null || node.isMissingNode() ? Optional.empty() : Optional.of(node);
        } catch (JacksonException e) {
            err.println("policy decide: the input is no JSON" + place(e));
            return Optional.empty();
        }
    }

    private static String place(JacksonException e) {
        return e.getLocation() == null
                ? ""
                : " at line %d, column %d"
                        .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    }

    private int check(@Nullable RuleBook book) {
        if (book == null) {
            return FAILED;
        }
        LocalDate last = book.periods().stream().max(LocalDate::compareTo).orElseThrow();
        List<Proof> proofs = Proofs.of(book, last);
        List<Proof> open = proofs.stream().filter(proof -> !proof.proved()).toList();
        open.forEach(proof -> err.println("NIET BEWEZEN " + proof.claim() + ": " + proof.counterExamples()));
        List<Example> failed = book.examples().stream()
                .filter(example -> !holds(book, last, example))
                .toList();
        failed.forEach(example -> err.println("VOORBEELD KLOPT NIET " + example.source() + " " + example.name()));
        out.println(book.hash());
        out.printf(
                "regels %d, bewezen %d van %d, voorbeelden %d van %d%n",
                book.rules().size(),
                proofs.size() - open.size(),
                proofs.size(),
                book.examples().size() - failed.size(),
                book.examples().size());
        out.flush();
        return open.isEmpty() && failed.isEmpty() ? OK : FAILED;
    }

    private @Nullable RuleBook book() {
        try {
            return RuleSets.read(RuleSets.builtInText());
        } catch (FaultyRules e) {
            e.faults().forEach(fault -> err.println(fault));
            return null;
        }
    }

    private @Nullable RuleBook book(String folder) {
        try {
            return SetCommands.book(folder);
        } catch (RefusedSet e) {
            e.faults().forEach(fault -> err.println(fault));
            return null;
        } catch (Options.BadUsage e) {
            err.println("policy check: " + e.getMessage());
            return null;
        }
    }

    private static boolean holds(RuleBook book, LocalDate day, Example example) {
        var hits = book.on(day).at(example.point());
        List<String> ids = hits.rules().stream().map(Rule::id).sorted().toList();
        return hits.decision().equals(example.expected())
                && ids.equals(example.rules().stream().sorted().toList());
    }
}
