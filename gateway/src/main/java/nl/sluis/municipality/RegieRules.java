package nl.sluis.municipality;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Who has regie.
 *
 * @param rules the role that has it by itself
 * @param parent whether a parent can have it, with a professional beside
 * @param network whether somebody of the family's network can
 * @param second whether a second worker is always named
 * @param coercion what changes under drang and dwang
 */
public record RegieRules(
        Rules<Holder> rules, boolean parent, boolean network, boolean second, Map<Coercion, Shift> coercion) {

    /** Copies. */
    public RegieRules {
        coercion = Map.copyOf(coercion);
    }

    /**
     * Who has regie by itself.
     *
     * @param role empty when a household needs nobody, such as with a single question
     */
    record Holder(Optional<String> role) {

        @Override
        public String toString() {
            return "regie = " + role.orElse(NONE);
        }
    }

    /** As profiles write that nobody has regie. */
    static final String NONE = "none";

    /** What a measure does to regie. */
    public enum Shift {
        /** Nothing. */
        KEEP,
        /** Both agree who has it; until then it stays. */
        AGREE,
        /** The certified institution has it for the member whom the measure is about. */
        MEMBER,
        /** The certified institution has it for the whole household; who had it stays linked. */
        HOUSEHOLD
    }

    /** The role that has regie by itself; empty when a household needs none. */
    public Optional<String> role(Situation situation) {
        return rules.answer(situation).flatMap(Holder::role);
    }

    /** What begins when drang or dwang does. */
    public Shift shift(Coercion of) {
        return Objects.requireNonNullElse(coercion.get(of), Shift.KEEP);
    }

    /** The roles that rules name. */
    Set<String> roles() {
        Set<String> roles = new LinkedHashSet<>();
        rules.rules().forEach(rule -> rule.then().role().ifPresent(roles::add));
        Optional.ofNullable(rules.otherwise()).flatMap(Holder::role).ifPresent(roles::add);
        return roles;
    }
}
