package nl.sluis.policyset;

import java.io.InputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nl.sluis.policy.PolicyDecisionPoint;
import tools.jackson.databind.JsonNode;

/** The commands of {@code policy}. Standard output of {@code decide} carries JSON only. */
public final class PolicyCommand {

    /** All was read and decided, or all was proved. */
    public static final int OK = 0;

    /** The rules are faulty, a claim is not proved, or the examples do not hold or do not guard them. */
    public static final int FAILED = 1;

    /** The command or its input was not right. */
    public static final int BAD_INPUT = 2;

    private static final String USAGE = """
            usage: policy decide --case FILE|-   decide a case, or an array of cases
                   policy explain --case FILE|-  explain it [--for sender|privacy-officer|family:REF] [--lang nl|en] [--json]
                   policy read --to DIR          the rules as pages for a lawyer [--set DIR] [--at YYYY-MM-DD]
            """ + RuleCommands.USAGE + SetCommands.USAGE;

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
        if (!words.isEmpty() && words.getFirst().equals("explain")) {
            return ExplainCommand.run(words.subList(1, words.size()), in, out, err);
        }
        if (!words.isEmpty() && words.getFirst().equals("read")) {
            return ReadCommand.run(words.subList(1, words.size()), out, err);
        }
        Optional<Integer> done = new RuleCommands(out, err)
                .run(words)
                .or(() -> new SetCommands(in, out, err, Clock.systemUTC()).run(words));
        if (done.isEmpty()) {
            err.print(USAGE);
        }
        return done.orElse(BAD_INPUT);
    }

    private int decide(String file) {
        CaseInput input = new CaseInput("policy decide", in, err);
        Optional<byte[]> bytes = input.bytes(file);
        if (bytes.isEmpty()) {
            return BAD_INPUT;
        }
        JsonNode answer = input.parse(bytes.get())
                .map(cases -> CaseJson.decide(cases, new PolicyDecisionPoint()))
                .orElseGet(() -> CaseJson.errors(null, List.of(new CaseError("", "MALFORMED_JSON"))));
        // Bytes, not text: JSON is UTF-8 whatever the terminal's own encoding is.
        out.writeBytes(CaseJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(answer));
        out.println();
        out.flush();
        return CaseJson.hasErrors(answer) ? BAD_INPUT : OK;
    }
}
