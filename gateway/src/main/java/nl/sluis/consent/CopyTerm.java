package nl.sluis.consent;

import java.time.Duration;
import java.time.Instant;
import nl.sluis.node.Dutch;
import nl.sluis.policy.RulesInForce;
import nl.sluis.policy.rules.Term;
import org.springframework.stereotype.Component;

/** How old the keeper's word on a copy may be; a number that lawyers sign, since it weighs a withdrawal against the weather. */
@Component
final class CopyTerm {

    /** The row of the terms that says it, in days. */
    static final String DUTY = "CONFIRM_CONSENT_COPY";

    /** Asked for at a third of the term: its keeper may be away for the rest of it before anything is held. */
    private static final int EARLIER = 3;

    private final RulesInForce rules;

    CopyTerm(RulesInForce rules) {
        this.rules = rules;
    }

    /** Until when a copy counts that was last confirmed then; a policy set that names no term lets no copy count. */
    Instant freshUntil(Instant asOf, Instant now) {
        return asOf.plus(length(now));
    }

    /** What was last confirmed before then is to be confirmed. */
    Instant toConfirmBefore(Instant now) {
        return now.minus(length(now).dividedBy(EARLIER));
    }

    private Duration length(Instant now) {
        Term term = rules.on(Dutch.day(now)).terms().get(DUTY);
        return term == null || term.unit() != Term.Unit.DAYS ? Duration.ZERO : Duration.ofDays(term.count());
    }
}
