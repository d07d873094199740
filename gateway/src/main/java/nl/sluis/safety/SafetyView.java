package nl.sluis.safety;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How safe the children of a household are, as far as is known.
 *
 * @param line what stands above every form, whoever lays it out: safety is never a question for some families only
 * @param open whether something must be done: a child without a present estimate, or one of whom nobody knows yet who they are
 * @param instruments those that can be picked here
 */
public record SafetyView(String line, boolean open, Set<Instrument> instruments, List<Of> children) {

    /**
     * One child.
     *
     * @param name for people; null when nobody gave one
     * @param banner what stands there in words; never that nothing is known
     * @param estimate the id of the present estimate, to which sources are added; null when there is none
     * @param parentsOnly whether the present estimate rests on what parents say alone
     * @param sources of the present estimate, with those that were added
     * @param start the first estimate; null when there is none
     * @param now the present estimate; null when there is none
     * @param notMade why there is none; null when there is one or nobody said
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Of(
            UUID member,
            @Nullable String name,
            ChildSafety.State state,
            String banner,
            @Nullable UUID estimate,
            boolean parentsOnly,
            Set<Source> sources,
            @Nullable Made start,
            @Nullable Made now,
            @Nullable NotMade notMade) {}

    /** An estimate. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Made(
            LocalDate on,
            String maker,
            Instrument instrument,
            @Nullable Judgement judgement,
            Weight weight,
            Set<RiskMarker> markers,
            String seen) {

        static @Nullable Made of(Estimate.@Nullable Made made) {
            return made == null
                    ? null
                    : new Made(
                            made.on(),
                            made.maker(),
                            made.instrument(),
                            made.judgement(),
                            made.weight(),
                            made.markers(),
                            made.seen());
        }
    }

    /** Why there is none. */
    public record NotMade(LocalDate on, String maker, NotMadeReason reason, String why) {

        static @Nullable NotMade of(Estimate.@Nullable NotMade not) {
            return not == null ? null : new NotMade(not.on(), not.maker(), not.reason(), not.why());
        }
    }
}
