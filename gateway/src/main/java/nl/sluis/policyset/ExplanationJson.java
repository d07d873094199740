package nl.sluis.policyset;

import java.util.List;
import nl.sluis.canonical.PersonRef;
import nl.sluis.policy.Cure;
import nl.sluis.policy.Explanation;
import nl.sluis.policy.Finding;
import nl.sluis.policy.Letter;
import nl.sluis.policy.LetterWriter;
import nl.sluis.policy.Obligation;
import nl.sluis.policy.rules.Language;
import nl.sluis.policy.rules.Phrases;
import nl.sluis.policy.rules.Reader;
import nl.sluis.policy.rules.RuleBook;
import nl.sluis.policy.rules.Statement;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes an explanation as JSON for one reader. What the family gets has always the same fields: no shape tells of what is hidden. */
final class ExplanationJson {

    private final Phrases phrases;
    private final LetterWriter writer;
    private final Language language;
    private final Audience audience;

    ExplanationJson(RuleBook book, Audience audience, Language language) {
        this.phrases = book.phrases();
        this.writer = new LetterWriter(book, language);
        this.language = language;
        this.audience = audience;
    }

    ObjectNode write(@Nullable String id, Explanation explanation) {
        ObjectNode node = CaseJson.mapper().createObjectNode();
        if (id != null) {
            node.put("id", id);
        }
        node.put("for", audience.word()).put("lang", language.of("nl", "en"));
        if (audience.reader() != Reader.FAMILY) {
            details(node, explanation);
        }
        ArrayNode text = node.putArray("text");
        letter(explanation).paragraphs().forEach(paragraph -> {
            ObjectNode one = text.addObject().put("heading", paragraph.heading());
            strings(one.putArray("lines"), paragraph.lines());
        });
        return node;
    }

    /** The words for the reader. */
    Letter letter(Explanation explanation) {
        PersonRef person = audience.person();
        if (person != null) {
            return writer.toFamily(explanation, person);
        }
        return audience.reader() == Reader.SENDER ? writer.toSender(explanation) : writer.toPrivacyOfficer(explanation);
    }

    private void details(ObjectNode node, Explanation explanation) {
        node.put("outcome", explanation.verdict().outcome().name());
        ArrayNode reasons = node.putArray("reasons");
        explanation.findings(audience.reader()).forEach(finding -> reasons.add(finding(finding)));
        ArrayNode withheld = node.putArray("withheld");
        explanation.withheld(audience.reader()).forEach(finding -> withheld.add(finding(finding)));
        ArrayNode nearest = node.putArray("whyNot");
        explanation.waysOn().nearest().forEach(near -> {
            ObjectNode one = nearest.addObject().put("rule", near.rule().id());
            statements(one.putArray("wanted"), near.wanted());
        });
        ArrayNode cures = node.putArray("cure");
        explanation.waysOn().cures().forEach(cure -> cure(cures.addArray(), cure));
        node.put("cureComplete", explanation.waysOn().complete());
        ArrayNode duties = node.putArray("obligations");
        explanation.verdict().obligations().forEach(duty -> duties.add(duty(duty)));
        node.put("policy", explanation.verdict().policy());
    }

    private ObjectNode finding(Finding finding) {
        Finding.Row row = finding.row();
        ObjectNode node = CaseJson.mapper().createObjectNode().put("code", row.key());
        node.put("rule", row.id()).put("article", row.article());
        node.put("text", writer.reason(finding, audience.reader()));
        put(node, "subject", finding.subject());
        put(node, "person", finding.person());
        ArrayNode items = node.putArray("items");
        finding.items().forEach(item -> items.add(item.value()));
        if (audience.reader() == Reader.PRIVACY_OFFICER) {
            node.put("confidence", row.confidence()).put("legal", language.of(row.text(), row.textEn()));
            node.put("place", row.place());
            statements(node.putArray("facts"), finding.facts());
            strings(node.putArray("evidence"), finding.evidence());
        }
        return node;
    }

    private void cure(ArrayNode into, Cure cure) {
        for (Cure.Step step : cure.steps()) {
            ObjectNode node = into.addObject();
            node.put("fact", step.becomes().fact());
            strings(node.putArray("values"), step.becomes().values());
            node.put("who", step.who().name());
            ArrayNode people = node.putArray("from");
            step.people().forEach(person -> people.add(person.value()));
            put(node, "about", step.about());
            ArrayNode items = node.putArray("items");
            step.items().forEach(item -> items.add(item.value()));
            node.put("text", writer.step(step));
        }
    }

    private ObjectNode duty(Obligation duty) {
        ObjectNode node = CaseJson.mapper().createObjectNode().put("code", duty.code());
        if (duty.due() != null) {
            node.put("due", duty.due().toString());
        }
        return node.put("text", writer.duty(duty));
    }

    private void statements(ArrayNode into, List<Statement> statements) {
        for (Statement statement : statements) {
            ObjectNode node = into.addObject().put("fact", statement.fact());
            strings(node.putArray("values"), statement.values());
            node.put("text", statement.in(phrases, language));
        }
    }

    private static void strings(ArrayNode into, List<String> strings) {
        strings.forEach(into::add);
    }

    private static void put(ObjectNode node, String field, @Nullable PersonRef person) {
        if (person != null) {
            node.put(field, person.value());
        }
    }
}
