package nl.sluis.policy.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The facts of all items of a message, and what they could become. A fact stands in one slot: of the message, of a person, or of an
 * item; items share the slots of their message and their person.
 */
final class Changeable {

    private static final int MESSAGE = 0;

    private final Vocabulary vocabulary;
    private final Phrases phrases;
    private final List<Cures.Item> items = new ArrayList<>();
    private final List<List<Integer>> places = new ArrayList<>();
    private final List<Object> subjects;
    private final boolean[] ofPerson;
    private final long[][] possible;

    Changeable(RuleSet rules, Phrases phrases, List<Cures.Item> items, Cures.Possible allowed) {
        this.vocabulary = rules.vocabulary();
        this.phrases = phrases;
        merge(items);
        this.subjects = this.items.stream().map(Cures.Item::subject).distinct().toList();
        int facts = vocabulary.facts().size();
        this.ofPerson = new boolean[facts];
        for (int f = 0; f < facts; f++) {
            Fact fact = vocabulary.fact(f);
            ofPerson[f] = fact.values().stream()
                    .anyMatch(value -> phrases.who(fact.name(), value).onlyFindsOut());
        }
        this.possible = new long[1 + this.items.size() + subjects.size()][facts];
        for (int item = 0; item < this.items.size(); item++) {
            for (int f = 0; f < facts; f++) {
                long own = mask(item, f, allowed);
                int slot = slot(item, f);
                // What one item of a person rules out is ruled out for all of them
                possible[slot][f] = possible[slot][f] == 0 ? own : possible[slot][f] & own;
            }
        }
    }

    /** Items about one person with the same facts need the same change. */
    private void merge(List<Cures.Item> all) {
        Map<List<Object>, Integer> seen = new HashMap<>();
        for (int place = 0; place < all.size(); place++) {
            Cures.Item item = all.get(place);
            List<Object> key = new ArrayList<>(List.of(item.subject()));
            for (int f = 0; f < facts(); f++) {
                key.add(item.point().value(f));
            }
            Integer first = seen.putIfAbsent(key, items.size());
            if (first == null) {
                items.add(item);
                places.add(new ArrayList<>());
            }
            places.get(first == null ? items.size() - 1 : first).add(place);
        }
    }

    private long mask(int item, int fact, Cures.Possible allowed) {
        Fact known = vocabulary.fact(fact);
        int now = now(item, fact);
        long mask = 1L << now;
        for (int v = 0; v < known.values().size(); v++) {
            Contributor who = phrases.who(known.name(), known.values().get(v));
            Integer unknown = known.unknown();
            boolean open = !who.onlyFindsOut() || (unknown != null && unknown == now);
            if (who != Contributor.NOBODY
                    && open
                    && allowed.test(
                            places.get(item).getFirst(),
                            known.name(),
                            known.values().get(v))) {
                mask |= 1L << v;
            }
        }
        return mask;
    }

    /** Everything that could be, a mask for each slot and fact. */
    long[][] everything() {
        long[][] copy = new long[possible.length][];
        for (int slot = 0; slot < copy.length; slot++) {
            copy[slot] = possible[slot].clone();
        }
        return copy;
    }

    int items() {
        return items.size();
    }

    int facts() {
        return vocabulary.facts().size();
    }

    /** Where a fact of an item stands. */
    int slot(int item, int fact) {
        if (vocabulary.fact(fact).level() == Fact.Level.MESSAGE) {
            return MESSAGE;
        }
        return ofPerson[fact]
                ? 1 + items.size() + subjects.indexOf(items.get(item).subject())
                : 1 + item;
    }

    int now(int item, int fact) {
        return items.get(item).point().value(fact);
    }

    /** The change of one slot, as people read it. */
    Cures.Change change(int slot, int fact, long mask) {
        Fact changed = vocabulary.fact(fact);
        List<String> values = new ArrayList<>();
        for (int v = 0; v < changed.values().size(); v++) {
            if ((mask & (1L << v)) != 0) {
                values.add(changed.values().get(v));
            }
        }
        List<Integer> about = new ArrayList<>();
        for (int item = 0; item < items.size() && slot != MESSAGE; item++) {
            if (slot(item, fact) == slot) {
                about.addAll(places.get(item));
            }
        }
        return new Cures.Change(changed.name(), values, phrases.who(changed.name(), values.getFirst()), about);
    }
}
