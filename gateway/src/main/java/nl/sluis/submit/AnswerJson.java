package nl.sluis.submit;

import java.util.Locale;
import nl.sluis.adapter.MessageJson;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.outbox.Continuing;
import nl.sluis.outbox.Outbox;
import nl.sluis.outbox.Outgoing;
import nl.sluis.outbox.Undelivered;
import nl.sluis.policy.ReasonCode;
import nl.sluis.policy.Verdict;
import nl.sluis.send.Submitted;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers as the contract has them. References of persons are the sender's own. */
@Component
final class AnswerJson {

    private static final Locale DUTCH = Locale.of("nl");

    private final JsonMapper json;
    private final Undelivered undelivered;
    private final UndeliveredJson pressing;
    private final Continuing continuing;
    private final KeepersToAsk keepers;

    AnswerJson(
            JsonMapper json,
            Undelivered undelivered,
            UndeliveredJson pressing,
            Continuing continuing,
            KeepersToAsk keepers) {
        this.json = json;
        this.undelivered = undelivered;
        this.pressing = pressing;
        this.continuing = continuing;
        this.keepers = keepers;
    }

    ObjectNode of(Submitted.Decided decided, boolean english) {
        ObjectNode answer = json.createObjectNode()
                .put("id", decided.message().id().toString())
                .put("thread", decided.message().thread().toString())
                .put("kind", decided.message().kind().name());
        verdict(answer, decided.verdict(), english);
        ask(answer, decided.message().sender(), decided.message().id(), decided.verdict(), english);
        return answer.put("state", decided.state().name());
    }

    /** Nothing was kept, so there is no identity and no state. */
    ObjectNode dryRun(Submitted.Decided decided, boolean english) {
        ObjectNode answer =
                json.createObjectNode().put("kind", decided.message().kind().name());
        verdict(answer, decided.verdict(), english);
        return answer;
    }

    ObjectNode of(Outgoing outgoing, Iterable<Outbox.Step> history, boolean english) {
        ObjectNode answer = json.createObjectNode()
                .put("id", outgoing.id().toString())
                .put("thread", outgoing.thread().toString())
                .put("kind", outgoing.kind())
                .put("recipient", outgoing.recipient().value());
        Verdict verdict = MessageJson.mapper().readValue(outgoing.answer(), Verdict.class);
        verdict(answer, verdict, english);
        ask(answer, outgoing.sender(), outgoing.id(), verdict, english);
        answer.put("state", outgoing.state().name());
        undelivered
                .alarm(outgoing.sender(), outgoing.id())
                .ifPresent(code -> answer.set(
                        "alarm", pressing.alarm(code, outgoing.recipient(), english ? Locale.ENGLISH : DUTCH)));
        continuing.next(outgoing.sender(), outgoing.id()).ifPresent(next -> answer.put("continuedAs", next.toString()));
        ArrayNode steps = answer.putArray("history");
        for (Outbox.Step step : history) {
            ObjectNode node = steps.addObject()
                    .put("at", step.at().toString())
                    .put("state", step.state().name());
            String detail = step.detail();
            if (detail != null && !detail.isBlank()) {
                node.put("detail", detail);
            }
        }
        return answer;
    }

    /** Whether texts go in English; Dutch is the default. */
    static boolean english(Locale language) {
        return language.getLanguage().equals("en");
    }

    byte[] write(ObjectNode answer) {
        return json.writeValueAsBytes(answer);
    }

    ObjectNode read(byte[] answer) {
        return (ObjectNode) json.readTree(answer);
    }

    private void ask(ObjectNode answer, OrganisationId sender, MessageId id, Verdict verdict, boolean english) {
        String hint = keepers.hint(sender, id, verdict, english ? Locale.ENGLISH : DUTCH);
        if (!hint.isEmpty()) {
            answer.path("reasons")
                    .valueStream()
                    .filter(reason -> reason.path("code").asString().equals(ReasonCode.CONSENT_WITHOUT_EVIDENCE.name()))
                    .forEach(reason -> ((ObjectNode) reason)
                            .put("text", reason.path("text").asString() + " " + hint));
        }
    }

    private static void verdict(ObjectNode answer, Verdict verdict, boolean english) {
        answer.put("outcome", verdict.outcome().name());
        ArrayNode reasons = answer.putArray("reasons");
        verdict.reasons().forEach(reason -> {
            ObjectNode node = reasons.addObject()
                    .put("code", reason.code().name())
                    .put("rule", reason.rule())
                    .put("article", reason.article())
                    .put("text", english ? reason.textEn() : reason.text());
            if (reason.subject() != null) {
                node.put("subject", reason.subject().value());
            }
            if (reason.person() != null) {
                node.put("person", reason.person().value());
            }
        });
        ArrayNode withheld = answer.putArray("withheld");
        verdict.withheld()
                .forEach(item -> withheld.addObject()
                        .put("item", item.item().value())
                        .put("subject", item.subject().value())
                        .put("category", item.category().name())
                        .put("code", item.code().name()));
        ArrayNode missing = answer.putArray("missing");
        verdict.missing()
                .forEach(fact -> missing.addObject()
                        .put("what", fact.what().name())
                        .put("from", fact.from().value())
                        .put("about", fact.about().value()));
        ArrayNode obligations = answer.putArray("obligations");
        verdict.obligations().forEach(duty -> {
            ObjectNode node = obligations.addObject().put("code", duty.code());
            if (duty.due() != null) {
                node.put("due", duty.due().toString());
            }
        });
        answer.put("policy", verdict.policy());
        ArrayNode whyNot = answer.putArray("whyNot");
        verdict.whyNot().forEach(whyNot::add);
    }
}
