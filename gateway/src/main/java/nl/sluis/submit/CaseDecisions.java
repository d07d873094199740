package nl.sluis.submit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluis.adapter.Violation;
import nl.sluis.audit.AuditLog;
import nl.sluis.node.Problems;
import nl.sluis.policy.PolicyDecisionPoint;
import nl.sluis.policyset.CaseJson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Decides neutral cases over HTTP, as {@code ./sluis policy decide} does: by the same reader and the same decision point. A
 * case brings its own facts; no register is asked and nothing is kept but that somebody asked.
 */
@Component
final class CaseDecisions {

    private final PolicyDecisionPoint decisionPoint;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    CaseDecisions(PolicyDecisionPoint decisionPoint, AuditLog audit, PlatformTransactionManager transactions) {
        this.decisionPoint = decisionPoint;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * The answer when the body is a case, or an array of cases: said so by {@code profile=case}, or to be seen from it when
     * the type is plain JSON. Empty when it is something else.
     */
    Optional<ResponseEntity<?>> answer(@Nullable String contentType, byte[] body) {
        Optional<String> profile = profile(contentType);
        if (profile.isEmpty() || !(profile.get().equals("case") || profile.get().isEmpty())) {
            return Optional.empty();
        }
        boolean said = profile.get().equals("case");
        JsonNode root;
        try {
            root = CaseJson.mapper().readTree(body);
        } catch (JacksonException e) {
            return said
                    ? Optional.of(Problems.unprocessable("/", "MALFORMED_JSON", "The body must be JSON"))
                    : Optional.empty();
        }
        return said || looksLikeACase(root) ? Optional.of(decide(root)) : Optional.empty();
    }

    private ResponseEntity<?> decide(JsonNode root) {
        JsonNode answer = CaseJson.decide(root, decisionPoint);
        transaction.executeWithoutResult(status -> audit.append(
                "decision.asked",
                null,
                Map.of("form", "case", "cases", Integer.toString(root.isArray() ? root.size() : 1))));
        return answer.isObject() && CaseJson.hasErrors(answer)
                ? Problems.unprocessable(violations(answer))
                : ResponseEntity.ok(answer);
    }

    private static List<Violation> violations(JsonNode answer) {
        List<Violation> violations = new ArrayList<>();
        answer.path("errors")
                .forEach(error -> violations.add(new Violation(
                        error.path("path").asString(),
                        error.path("code").asString(),
                        "The case format says otherwise")));
        return violations;
    }

    private static boolean looksLikeACase(JsonNode root) {
        JsonNode first = root.isArray() ? root.path(0) : root;
        return first.has("at") && first.has("items") && first.has("sender");
    }

    // The profile parameter of JSON, empty when it has none; nothing when the type is not JSON
    private static Optional<String> profile(@Nullable String contentType) {
        try {
            MediaType type = MediaType.parseMediaType(contentType == null ? "" : contentType);
            String profile = type.getParameter("profile");
            return type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)
                    ? Optional.of(profile == null ? "" : profile.replace("\"", ""))
                    : Optional.empty();
        } catch (InvalidMediaTypeException e) {
            return Optional.empty();
        }
    }
}
