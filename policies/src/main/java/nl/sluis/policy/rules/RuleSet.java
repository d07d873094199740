package nl.sluis.policy.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The rules of one day, ready to be asked. For each fact and value a mask says which rows it leaves standing; a decision is
 * the AND over the facts, and the bits that are left are the rows that hold.
 */
public final class RuleSet {

    /** Results are kept for at most this many different answers; beyond it they are built each time. */
    private static final int MAX_INTERNED = 4096;

    private final Vocabulary vocabulary;
    private final List<Rule> rules;
    private final Set<String> inForce;
    private final List<RequiredData> required;
    private final long[][][] masks;
    private final ConcurrentHashMap<List<Long>, Hits> interned = new ConcurrentHashMap<>();

    RuleSet(Vocabulary vocabulary, List<Rule> rules, Set<String> inForce, List<RequiredData> required) {
        this.vocabulary = vocabulary;
        this.rules = List.copyOf(rules);
        this.inForce = Set.copyOf(inForce);
        this.required = List.copyOf(required);
        this.masks = masks(vocabulary, this.rules);
    }

    private static long[][][] masks(Vocabulary vocabulary, List<Rule> rules) {
        int words = (rules.size() + 63) / 64;
        long[][][] masks = new long[vocabulary.facts().size()][][];
        for (int f = 0; f < masks.length; f++) {
            masks[f] = new long[vocabulary.fact(f).values().size()][words];
            for (int v = 0; v < masks[f].length; v++) {
                for (int r = 0; r < rules.size(); r++) {
                    if (rules.get(r).box().contains(f, v)) {
                        masks[f][v][r / 64] |= 1L << (r % 64);
                    }
                }
            }
        }
        return masks;
    }

    /** The words that the rules use. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** Every row but the invariants, in the order of the files. */
    public List<Rule> rules() {
        return rules;
    }

    /** Whether a legal basis may be relied on; one that the rules do not know may not. */
    public boolean inForce(String basis) {
        return inForce.contains(basis);
    }

    /** What the law asks at least, per kind of message. */
    public List<RequiredData> required() {
        return required;
    }

    /** The rows that hold at a point. */
    public Hits at(Point point) {
        int words = (rules.size() + 63) / 64;
        Long[] bits = new Long[words];
        for (int w = 0; w < words; w++) {
            long standing = -1L;
            for (int f = 0; f < masks.length && standing != 0; f++) {
                standing &= masks[f][point.value(f)][w];
            }
            bits[w] = standing;
        }
        List<Long> key = List.of(bits);
        Hits known = interned.get(key);
        if (known != null) {
            return known;
        }
        Hits hits = hits(key);
        if (interned.size() < MAX_INTERNED) {
            interned.put(key, hits);
        }
        return hits;
    }

    private Hits hits(List<Long> bits) {
        List<Rule> hit = new ArrayList<>();
        for (int w = 0; w < bits.size(); w++) {
            for (long rest = bits.get(w); rest != 0; rest &= rest - 1) {
                hit.add(rules.get(w * 64 + Long.numberOfTrailingZeros(rest)));
            }
        }
        return new Hits(hit);
    }
}
