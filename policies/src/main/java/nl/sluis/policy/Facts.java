package nl.sluis.policy;

import java.util.List;
import nl.sluis.policy.rules.Fact;
import nl.sluis.policy.rules.Point;
import org.jspecify.annotations.Nullable;

/**
 * Facts in the words of the rules, with the people behind them. The rules never see the people. Each fact is a few bits at a fixed
 * place ({@link FactName#packed()}), so that setting one is an instruction or two and the rules look at several at a time. Those
 * of an item stand apart from those of its message. Not thread-safe.
 */
final class Facts {

    private static final int NO = 1;
    private static final int YES = 2;
    private static final int OF_MESSAGE = FactNames.longs(Fact.Level.MESSAGE);
    private static final int OF_ITEM = FactNames.longs(Fact.Level.ITEM);

    private final Slots slots;
    private final long[] bits;
    private final @Nullable Facts message;
    private @Nullable List<Who> @Nullable [] people;
    private @Nullable ConsentFacts consent;

    private Facts(Slots slots, long[] bits, @Nullable Facts message) {
        this.slots = slots;
        this.bits = bits;
        this.message = message;
    }

    /** Nothing is known yet of a message. */
    static Facts unknown(Slots slots) {
        return new Facts(slots, new long[OF_MESSAGE], null);
    }

    /** Nothing is known yet of an item of this message. */
    Facts ofItem() {
        return new Facts(slots, new long[OF_ITEM], this);
    }

    /** The same facts, to go on from for one of several items; whom they concern is not taken along. */
    Facts copy() {
        return new Facts(slots, bits.clone(), message);
    }

    /** The facts of this level, as {@link FactName#packed()} keeps them; not to be changed. */
    long[] packed() {
        return bits;
    }

    /** The same facts one by one, those of the message too. A fact that is not set has the value of the unknown. */
    Point point() {
        Point point = message == null ? Point.unknown(slots.vocabulary()) : message.point();
        for (FactName<?> name : FactNames.all()) {
            if ((name.level() == Fact.Level.MESSAGE) == (message == null)) {
                int held = name.packed().in(bits);
                if (held != 0) {
                    point.set(slots.of(name), held - 1);
                }
            }
        }
        return point;
    }

    /** Sets a fact of this level. */
    Facts set(FactName<Boolean> fact, boolean yes) {
        return put(fact, yes ? YES : NO);
    }

    /** Sets a fact of this level; null when it cannot be established, which leaves it unknown. */
    <V extends Enum<V>> Facts set(FactName<V> fact, @Nullable V value) {
        return value == null ? this : put(fact, value.ordinal() + 1);
    }

    private Facts put(FactName<?> fact, int held) {
        if ((fact.level() == Fact.Level.MESSAGE) != (message == null)) {
            throw new IllegalArgumentException(fact.word() + " is a fact of the other level");
        }
        fact.packed().put(bits, held);
        return this;
    }

    /** Remembers whom a fact concerns, each once; reasons of rows that name the fact are given once for each. */
    Facts concerns(FactName<Boolean> fact, List<Who> who) {
        if (people == null) {
            people = nobody();
        }
        people[fact.index()] = who;
        return this;
    }

    /** The facts of consent know themselves whom they concern. */
    void concerns(ConsentFacts known) {
        consent = known;
    }

    // Java makes no arrays of a generic type
    @SuppressWarnings("unchecked")
    private static @Nullable List<Who>[] nobody() {
        return (List<Who>[]) new List<?>[FactNames.count()];
    }

    /** The people behind the facts of a row; the fallback when none of its facts concerns particular people. */
    List<Who> behind(List<FactName<?>> conditions, Who fallback) {
        List<Who> found = null;
        for (FactName<?> fact : conditions) {
            List<Who> own = behind(fact);
            if (own != null) {
                found = found == null ? own : Who.together(found, own);
            }
        }
        return found == null ? List.of(fallback) : found;
    }

    private @Nullable List<Who> behind(FactName<?> fact) {
        List<Who> own = people == null ? null : people[fact.index()];
        if (own == null && consent != null) {
            own = consent.people(fact);
        }
        return own == null && message != null ? message.behind(fact) : own;
    }
}
