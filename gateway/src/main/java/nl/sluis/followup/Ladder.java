package nl.sluis.followup;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import nl.sluis.municipality.ConfiguredMunicipality;
import nl.sluis.municipality.Municipality;
import nl.sluis.municipality.Step;
import org.springframework.stereotype.Component;

/**
 * To whom goes what is overdue, step by step: the ladder of the municipality's profile, and where none is configured that of
 * {@code sluis.followup.escalation}. Of a pilot in a part of the municipality nothing is known here: a household has no place.
 */
@Component
public final class Ladder {

    private final List<Step> steps;
    private final FollowupSettings settings;

    /** Reads it once, at the start. */
    public Ladder(ConfiguredMunicipality municipality, FollowupSettings settings) {
        this.steps = municipality
                .get()
                .map(Municipality::ladder)
                .filter(ladder -> !ladder.isEmpty())
                .orElseGet(() -> settings.escalation().stream()
                        .map(role -> new Step(role, role, null))
                        .toList());
        this.settings = settings;
    }

    /** The role of the first step; that which owns what nobody owns where there are no steps. */
    public String first() {
        return steps.isEmpty() ? settings.role() : steps.getFirst().role();
    }

    /** How many steps there are. */
    int size() {
        return steps.size();
    }

    /**
     * The role of a step.
     *
     * @param number from 0
     */
    String role(int number) {
        return steps.get(number).role();
    }

    /**
     * Until when a step lasts that begins now: as long as the municipality says, else {@code sluis.followup.terms.escalation}.
     *
     * @param number from 0
     */
    Instant until(int number, Instant now) {
        Period term = steps.get(number).term();
        return term == null
                ? settings.until("escalation", now)
                : now.atZone(Term.ZONE)
                        .toLocalDate()
                        .plus(term)
                        .plusDays(1)
                        .atStartOfDay(Term.ZONE)
                        .toInstant();
    }
}
