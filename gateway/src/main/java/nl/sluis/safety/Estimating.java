package nl.sluis.safety;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.sluis.adapter.Violation;
import nl.sluis.household.Sight;
import nl.sluis.node.Reading;
import org.springframework.stereotype.Component;

/** Records what whoever calls says of the safety of children, in calls and on pages alike. */
@Component
public final class Estimating {

    private final SafetyRecords records;
    private final SafetyEstimates estimates;
    private final Instruments instruments;
    private final Sight sight;

    Estimating(SafetyRecords records, SafetyEstimates estimates, Instruments instruments, Sight sight) {
        this.records = records;
        this.estimates = estimates;
        this.instruments = instruments;
        this.sight = sight;
    }

    /** What became of it. */
    public sealed interface Outcome {

        /** It is on record. */
        record Recorded() implements Outcome {}

        /** There is no such household, or not for whoever calls. */
        record NotThere() implements Outcome {}

        /** It is not as it should be; at least one violation. */
        record Faulty(List<Violation> violations) implements Outcome {
            public Faulty {
                violations = List.copyOf(violations);
            }
        }
    }

    /** By what safety can be estimated here. */
    public Set<Instrument> instruments() {
        return instruments.choice();
    }

    /**
     * Records an estimate, or that none was made. The same again, by whoever pressed twice, changes nothing.
     *
     * @param statement JSON, as {@code POST /v1/households/{household}/safety/estimates} takes it
     */
    public Outcome record(UUID household, byte[] statement) {
        if (!sight.sees(household)) {
            return new Outcome.NotThere();
        }
        return switch (SafetyJson.estimate(statement, instruments.choice(), records.today())) {
            case Reading.Faulty<SafetyJson.Stated> faulty -> new Outcome.Faulty(faulty.violations());
            case Reading.Read<SafetyJson.Stated> read ->
                of(estimates.record(
                        household,
                        read.value().named(),
                        read.value().of(),
                        sight.caller().orElseThrow()));
        };
    }

    static Outcome of(SafetyEstimates.Outcome outcome) {
        return switch (outcome) {
            case RECORDED -> new Outcome.Recorded();
            case NOT_THERE -> new Outcome.NotThere();
            case NOT_A_MEMBER ->
                new Outcome.Faulty(List.of(new Violation("/members", "NOT_A_MEMBER", "Nobody of this household")));
            case NO_CHILDREN ->
                new Outcome.Faulty(
                        List.of(new Violation("/members", "NO_CHILDREN", "No child is known here: name the members")));
        };
    }
}
