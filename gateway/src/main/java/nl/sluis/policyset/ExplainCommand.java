package nl.sluis.policyset;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.sluis.policy.Letter;
import nl.sluis.policy.PolicyDecisionPoint;
import nl.sluis.policy.RuleSets;
import nl.sluis.policy.rules.Language;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** The command {@code policy explain}: a decision in words for the sender, the privacy officer or one person of the family. */
final class ExplainCommand {

    static final String USAGE = """
            usage: policy explain --case FILE|- [--for sender|privacy-officer|family:REF] [--lang nl|en] [--json]
            """;

    private final CaseInput input;
    private final PrintStream out;
    private final PrintStream err;
    private final PolicyDecisionPoint decisionPoint = new PolicyDecisionPoint();

    /** What was asked; null where an option was not right. */
    private record Options(
            @Nullable String file,
            @Nullable Audience audience,
            @Nullable Language language,
            boolean json) {}

    private ExplainCommand(InputStream in, PrintStream out, PrintStream err) {
        this.input = new CaseInput("policy explain", in, err);
        this.out = out;
        this.err = err;
    }

    /** Runs the command; the words are those after {@code explain}. */
    static int run(List<String> words, InputStream in, PrintStream out, PrintStream err) {
        return new ExplainCommand(in, out, err).run(words);
    }

    private int run(List<String> words) {
        Options options = options(words);
        if (options == null || options.file() == null || options.audience() == null || options.language() == null) {
            err.print(USAGE);
            return PolicyCommand.BAD_INPUT;
        }
        Optional<JsonNode> cases = input.bytes(options.file()).flatMap(input::parse);
        if (cases.isEmpty()) {
            return PolicyCommand.BAD_INPUT;
        }
        ExplanationJson json = new ExplanationJson(RuleSets.builtIn(), options.audience(), options.language());
        return options.json() ? json(cases.get(), json) : text(cases.get(), json);
    }

    private static @Nullable Options options(List<String> words) {
        String file = null;
        Audience audience = Audience.of("sender").orElse(null);
        Language language = Language.NL;
        List<String> rest = new ArrayList<>(words);
        boolean json = rest.remove("--json");
        if (rest.size() % 2 != 0) {
            return null;
        }
        for (int i = 0; i < rest.size(); i += 2) {
            String value = rest.get(i + 1);
            switch (rest.get(i)) {
                case "--case" -> file = value;
                case "--for" -> audience = Audience.of(value).orElse(null);
                case "--lang" -> language = language(value);
                default -> {
                    return null;
                }
            }
        }
        return new Options(file, audience, language, json);
    }

    private static @Nullable Language language(String word) {
        return switch (word) {
            case "nl" -> Language.NL;
            case "en" -> Language.EN;
            default -> null;
        };
    }

    private int json(JsonNode cases, ExplanationJson json) {
        JsonNode answer;
        if (cases.isArray()) {
            ArrayNode answers = CaseJson.mapper().createArrayNode();
            cases.forEach(one -> answers.add(answer(one, json)));
            answer = answers;
        } else {
            answer = answer(cases, json);
        }
        out.writeBytes(CaseJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(answer));
        out.println();
        out.flush();
        return CaseJson.hasErrors(answer) ? PolicyCommand.BAD_INPUT : PolicyCommand.OK;
    }

    private JsonNode answer(JsonNode node, ExplanationJson json) {
        return switch (CaseJson.read(node)) {
            case CaseJson.Read.Case found -> json.write(found.id(), decisionPoint.explain(found.request()));
            case CaseJson.Read.Faulty faulty -> CaseJson.errors(faulty.id(), faulty.errors());
        };
    }

    private int text(JsonNode cases, ExplanationJson json) {
        boolean faulty = false;
        for (JsonNode one : cases.isArray() ? cases : List.of(cases)) {
            switch (CaseJson.read(one)) {
                case CaseJson.Read.Case found -> print(found.id(), json.letter(decisionPoint.explain(found.request())));
                case CaseJson.Read.Faulty wrong -> {
                    faulty = true;
                    wrong.errors().forEach(error -> err.println(error.path() + " " + error.code()));
                }
            }
        }
        out.flush();
        return faulty ? PolicyCommand.BAD_INPUT : PolicyCommand.OK;
    }

    private void print(@Nullable String id, Letter letter) {
        StringBuilder text = new StringBuilder(id == null ? "" : "# " + id + "\n\n");
        for (Letter.Paragraph paragraph : letter.paragraphs()) {
            text.append(paragraph.heading()).append('\n');
            paragraph.lines().forEach(line -> text.append("  ").append(line).append('\n'));
            text.append('\n');
        }
        // UTF-8, whatever the terminal's own encoding is, as the JSON.
        out.writeBytes(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
