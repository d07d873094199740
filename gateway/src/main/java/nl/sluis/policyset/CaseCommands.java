package nl.sluis.policyset;

import java.util.List;
import java.util.Optional;
import nl.sluis.policy.Letter;
import nl.sluis.policy.PolicyDecisionPoint;
import nl.sluis.policy.RuleSets;
import nl.sluis.policy.rules.Language;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * {@code policy decide} and {@code policy explain}: a case, decided, and in words for the sender, the privacy officer or one person
 * of the family.
 */
final class CaseCommands {

    private final Terminal terminal;
    private final PolicyDecisionPoint decisionPoint = new PolicyDecisionPoint();

    CaseCommands(Terminal terminal) {
        this.terminal = terminal;
    }

    int decide(String file) {
        CaseInput input = new CaseInput("policy decide", terminal.in(), terminal.err());
        Optional<byte[]> bytes = input.bytes(file);
        if (bytes.isEmpty()) {
            return PolicyCommand.BAD_INPUT;
        }
        return answered(input.parse(bytes.get())
                .map(cases -> CaseJson.decide(cases, decisionPoint))
                .orElseGet(() -> CaseJson.errors(null, List.of(new CaseError("", "MALFORMED_JSON")))));
    }

    int explain(String file, Audience audience, Language language, boolean json) {
        CaseInput input = new CaseInput("policy explain", terminal.in(), terminal.err());
        Optional<JsonNode> cases = input.bytes(file).flatMap(input::parse);
        if (cases.isEmpty()) {
            return PolicyCommand.BAD_INPUT;
        }
        ExplanationJson words = new ExplanationJson(RuleSets.builtIn(), audience, language);
        return json ? answered(explained(cases.get(), words)) : told(cases.get(), words);
    }

    private int answered(JsonNode answer) {
        terminal.utf8(CaseJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(answer));
        terminal.out().println();
        return CaseJson.hasErrors(answer) ? PolicyCommand.BAD_INPUT : PolicyCommand.OK;
    }

    private JsonNode explained(JsonNode cases, ExplanationJson words) {
        if (!cases.isArray()) {
            return one(cases, words);
        }
        ArrayNode answers = CaseJson.mapper().createArrayNode();
        cases.forEach(one -> answers.add(one(one, words)));
        return answers;
    }

    private JsonNode one(JsonNode node, ExplanationJson words) {
        return switch (CaseJson.read(node)) {
            case CaseJson.Read.Case found -> words.write(found.id(), decisionPoint.explain(found.request()));
            case CaseJson.Read.Faulty faulty -> CaseJson.errors(faulty.id(), faulty.errors());
        };
    }

    private int told(JsonNode cases, ExplanationJson words) {
        boolean faulty = false;
        for (JsonNode one : cases.isArray() ? cases : List.of(cases)) {
            switch (CaseJson.read(one)) {
                case CaseJson.Read.Case found ->
                    print(found.id(), words.letter(decisionPoint.explain(found.request())));
                case CaseJson.Read.Faulty wrong -> {
                    faulty = true;
                    wrong.errors().forEach(error -> terminal.err().println(error.path() + " " + error.code()));
                }
            }
        }
        return faulty ? PolicyCommand.BAD_INPUT : PolicyCommand.OK;
    }

    private void print(@Nullable String id, Letter letter) {
        StringBuilder text = new StringBuilder(id == null ? "" : "# " + id + "\n\n");
        for (Letter.Paragraph paragraph : letter.paragraphs()) {
            text.append(paragraph.heading()).append('\n');
            paragraph.lines().forEach(line -> text.append("  ").append(line).append('\n'));
            text.append('\n');
        }
        terminal.utf8(text.toString());
    }
}
