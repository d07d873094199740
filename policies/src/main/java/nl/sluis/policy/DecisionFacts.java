package nl.sluis.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluis.policy.rules.Effect;
import nl.sluis.policy.rules.FactsCode;
import nl.sluis.policy.rules.Hits;
import nl.sluis.policy.rules.Point;
import nl.sluis.policy.rules.Rule;
import nl.sluis.policy.rules.RuleBook;
import nl.sluis.policy.rules.RuleSet;
import nl.sluis.policy.rules.Standing;

/**
 * What a decision rested on and what it was, without anything that says about whom: enough to take it again under other rules.
 *
 * @param day the day of sending, in Europe/Amsterdam
 * @param policy hash of the rules that decided
 * @param vocabulary hash of the word list that the codes are written in
 * @param items in the order of the message
 * @param rows names of the rows that hold for an item and block or permit, in the order of the tables
 */
public record DecisionFacts(
        LocalDate day, String policy, String vocabulary, List<Item> items, Outcome outcome, List<String> rows) {

    /**
     * One item.
     *
     * @param code its facts, as {@link FactsCode} writes them
     * @param mandatory whether the message makes no sense without it
     * @param free whether it may go, were it for the item alone
     */
    public record Item(String code, boolean mandatory, boolean free) {}

    public DecisionFacts {
        items = List.copyOf(items);
        rows = List.copyOf(rows);
    }

    /**
     * What other rules make of the same facts.
     *
     * @param on the day whose rules decide; the day of sending, or a later one to see what a set will change by then
     * @return empty when their word list is another, so that the codes cannot be read
     */
    public Optional<DecisionFacts> under(RuleBook book, LocalDate on) {
        RuleSet rules = book.on(on);
        FactsCode code = DayRules.of(rules).code();
        if (!code.vocabularyHash().equals(vocabulary)) {
            return Optional.empty();
        }
        List<Asked> asked = new ArrayList<>();
        for (Item item : items) {
            Optional<Point> point = code.point(item.code());
            if (point.isEmpty()) {
                return Optional.empty();
            }
            asked.add(new Asked(point.get(), item.mandatory(), rules.at(point.get())));
        }
        return Optional.of(of(book.hash(), on, rules, asked));
    }

    /** Whether other rules would have let through something else: another outcome, or other items of a message that goes. */
    public boolean differsFrom(DecisionFacts other) {
        return outcome != other.outcome || outcome == Outcome.PERMIT && !going().equals(other.going());
    }

    private List<Boolean> going() {
        return items.stream().map(Item::free).toList();
    }

    /** Of a question that was judged. */
    static DecisionFacts of(RuleBook book, LocalDate day, List<ItemJudgement> judged) {
        return of(
                book.hash(),
                day,
                book.on(day),
                judged.stream()
                        .map(one -> new Asked(one.facts().point(), one.item().mandatory(), one.hits()))
                        .toList());
    }

    private record Asked(Point point, boolean mandatory, Hits hits) {}

    private static DecisionFacts of(String policy, LocalDate day, RuleSet rules, List<Asked> asked) {
        FactsCode code = DayRules.of(rules).code();
        List<Item> items = new ArrayList<>();
        Set<Rule> holding = new LinkedHashSet<>();
        Effect strongest = Effect.PERMIT;
        for (Asked one : asked) {
            Standing standing = Standing.of(one.hits());
            items.add(new Item(code.of(one.point()), one.mandatory(), standing.free()));
            holding.addAll(one.hits().rules());
            strongest = Standing.stronger(strongest, one.mandatory() ? standing.whole() : standing.message());
        }
        if (items.stream().noneMatch(item -> item.mandatory() || item.free())) {
            strongest = Effect.DENY;
        }
        return new DecisionFacts(
                day, policy, code.vocabularyHash(), items, Outcome.valueOf(strongest.name()), names(rules, holding));
    }

    private static List<String> names(RuleSet rules, Set<Rule> holding) {
        return rules.rules().stream()
                .filter(holding::contains)
                .filter(rule -> rule.effect().blocks() || rule.effect() == Effect.PERMIT)
                .map(Rule::id)
                .toList();
    }
}
