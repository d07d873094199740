package nl.sluis.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was decided, or would be, in the terms of the report.
 *
 * @param outcome code of the outcome
 * @param basis code of the ground on which it is asked
 * @param leaves the parts that go; none when nothing goes
 * @param stays the parts that do not
 * @param reasons each once, in the order of the decision
 * @param missing names of those whose consent is missing
 * @param id by which it can be looked up; empty when nothing was sent
 */
public record ReportAnswer(
        String outcome,
        String basis,
        List<WrittenPart> leaves,
        List<Kept> stays,
        List<String> reasons,
        List<String> missing,
        String id) {

    /** Reads and copies. */
    public ReportAnswer {
        leaves = List.copyOf(leaves);
        stays = List.copyOf(stays);
        reasons = List.copyOf(reasons);
        missing = List.copyOf(missing);
    }

    /**
     * A part that stays behind.
     *
     * @param code why
     */
    public record Kept(WrittenPart part, String code) {}

    /** As the one path answered about this document. */
    static ReportAnswer of(ReportDocument document, byte[] body) {
        return of(document.parts(), document.basis(), document::nameOf, body);
    }

    /**
     * As the one path answered about these parts.
     *
     * @param basis code of the ground on which it is asked
     * @param names what somebody is called, by the reference that the answer has
     * @param body the answer, as {@code POST /v1/decisions} gives it
     */
    public static ReportAnswer of(List<WrittenPart> parts, String basis, UnaryOperator<String> names, byte[] body) {
        JsonNode answer = JsonMapper.shared().readTree(body);
        Map<String, String> withheld = answer.path("withheld")
                .valueStream()
                .collect(Collectors.toMap(
                        item -> item.path("item").asString(),
                        item -> item.path("code").asString(),
                        (one, other) -> one));
        List<WrittenPart> leaves = new ArrayList<>();
        List<Kept> stays = new ArrayList<>();
        for (WrittenPart part : parts) {
            String code = withheld.get(part.id());
            if (code == null) {
                leaves.add(part);
            } else {
                stays.add(new Kept(part, code));
            }
        }
        return new ReportAnswer(
                answer.path("outcome").asString(),
                basis,
                leaves,
                stays,
                answer.path("reasons")
                        .valueStream()
                        .map(reason -> reason.path("text").asString())
                        .distinct()
                        .toList(),
                answer.path("missing")
                        .valueStream()
                        .map(each -> names.apply(each.path("from").asString()))
                        .distinct()
                        .toList(),
                answer.path("id").asString(""));
    }
}
