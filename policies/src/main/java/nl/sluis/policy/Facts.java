package nl.sluis.policy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.sluis.policy.rules.Point;
import org.jspecify.annotations.Nullable;

/** Facts in the words of the rules, with the people behind them. The rules never see the people. */
final class Facts {

    private final Slots slots;
    private final Point point;
    private final @Nullable Facts message;
    private @Nullable List<Who> @Nullable [] people;
    private @Nullable ConsentFacts consent;

    private Facts(Slots slots, Point point, @Nullable Facts message) {
        this.slots = slots;
        this.point = point;
        this.message = message;
    }

    /** Nothing is known yet. */
    static Facts unknown(Slots slots) {
        return new Facts(slots, Point.unknown(slots.vocabulary()), null);
    }

    /** The facts of an item start as those of its message. */
    Facts ofItem() {
        return new Facts(slots, point.copy(), this);
    }

    Point point() {
        return point;
    }

    Facts set(FactName<Boolean> fact, boolean yes) {
        point.set(slots.of(fact), yes ? 1 : 0);
        return this;
    }

    /** Sets a fact, once; null when it cannot be established, which leaves it unknown. */
    <V extends Enum<V>> Facts set(FactName<V> fact, @Nullable V value) {
        if (value != null) {
            point.set(slots.of(fact), value.ordinal());
        }
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
                found = found == null || found.isEmpty() ? own : together(found, own);
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

    private static List<Who> together(List<Who> one, List<Who> other) {
        Set<Who> all = new LinkedHashSet<>(one);
        all.addAll(other);
        return new ArrayList<>(all);
    }
}
