package nl.sluis.policy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.SectionId;
import nl.sluis.policy.rules.Effect;
import nl.sluis.policy.rules.Reader;
import nl.sluis.policy.rules.Rule;
import nl.sluis.policy.rules.Statement;
import org.jspecify.annotations.Nullable;

/**
 * One row that holds, with everything behind it. Who may read it, the row says.
 *
 * @param subject whom the items are about; null when it is about the message
 * @param person whose act, consent or informing it is about; null when nobody's
 * @param items which items, in the order of the question; empty for the message as a whole
 * @param facts on which it holds
 * @param evidence identifiers of the consents and refusals that were looked at
 */
public record Finding(
        Row row,
        @Nullable PersonRef subject,
        @Nullable PersonRef person,
        List<SectionId> items,
        List<Statement> facts,
        List<String> evidence) {

    public Finding {
        items = List.copyOf(items);
        facts = List.copyOf(facts);
        evidence = List.copyOf(evidence);
    }

    /**
     * What a row says.
     *
     * @param id name of the row; {@code -} for what follows from no row
     * @param key the reason code, or the name of a row that gives none
     * @param confidence how well the article was checked
     * @param place file and line
     */
    public record Row(
            String id,
            String key,
            Effect effect,
            String article,
            String confidence,
            String text,
            String textEn,
            Set<Reader> readers,
            String place) {

        public Row {
            readers = Set.copyOf(readers);
        }

        static Row of(Rule rule) {
            Rule.Words words = rule.words();
            String code = words.code();
            Set<Reader> readers = EnumSet.noneOf(Reader.class);
            Arrays.stream(Reader.values())
                    .filter(reader -> reader.mayRead(rule))
                    .forEach(readers::add);
            return new Row(
                    rule.id(),
                    code == null ? rule.id() : code,
                    rule.effect(),
                    words.article(),
                    words.confidence(),
                    words.text(),
                    words.textEn(),
                    readers,
                    rule.source());
        }

        /** The same, for one reader. */
        Row to(Reader reader) {
            return new Row(id, key, effect, article, confidence, text, textEn, EnumSet.of(reader), place);
        }

        /** Of a reason that follows from no row. */
        static Row of(Reason reason) {
            return new Row(
                    reason.rule(),
                    reason.code().name(),
                    Effect.DENY,
                    reason.article(),
                    "beleid",
                    reason.text(),
                    reason.textEn(),
                    EnumSet.of(Reader.SENDER, Reader.PRIVACY_OFFICER),
                    "-");
        }
    }
}
