package nl.sluis.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.sluis.policy.rules.Point;

/** Facts in the words of the rules, with the people behind them. The rules never see the people. */
final class Facts {

    private final Point point;
    private final Map<String, List<Who>> people;

    Facts(Point point) {
        this(point, new HashMap<>());
    }

    private Facts(Point point, Map<String, List<Who>> people) {
        this.point = point;
        this.people = people;
    }

    Facts copy() {
        return new Facts(point.copy(), new HashMap<>(people));
    }

    Point point() {
        return point;
    }

    Facts set(String fact, String value) {
        point.set(fact, value);
        return this;
    }

    Facts set(String fact, boolean yes) {
        return set(fact, yes ? "ja" : "nee");
    }

    /** Remembers whom a fact concerns; reasons of rows that name the fact are given once for each. */
    Facts concerns(String fact, List<Who> who) {
        people.put(fact, List.copyOf(who));
        return this;
    }

    /** The people behind the facts of a row; the fallback when none of its facts concerns particular people. */
    List<Who> behind(List<String> conditions, Who fallback) {
        Set<Who> result = new LinkedHashSet<>();
        boolean particular = false;
        for (String fact : conditions) {
            List<Who> own = people.get(fact);
            if (own != null) {
                particular = true;
                result.addAll(own);
            }
        }
        return particular ? new ArrayList<>(result) : List.of(fallback);
    }
}
