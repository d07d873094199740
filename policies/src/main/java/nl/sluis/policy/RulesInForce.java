package nl.sluis.policy;

import java.time.LocalDate;
import nl.sluis.policy.rules.RuleBook;

/** The rules that decide, by the day of sending. Asked once for each decision, so that one set decides all of it. */
@FunctionalInterface
public interface RulesInForce {

    /** The set that decides on a day; {@link ClosedRules} when there is none. */
    RuleBook on(LocalDate day);
}
