package nl.sluis.policy;

import java.util.List;
import java.util.Set;
import nl.sluis.canonical.ConsentRecord;
import nl.sluis.canonical.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * The recorded facts that a decision rests on.
 *
 * @param meldcode null when no meldcode case is claimed
 * @param arrears null when none is recorded
 * @param withheldByProfessional sections that the professional keeps back (law table R04)
 * @param secondProfessional the colleague who was consulted in a conflict of duties; null when none
 * @param meeting the meeting with the family on which the sender relies; null when none
 * @param disclosure1215 who must consent to disclosure about a youth of 12 to 15 (law table 3.3)
 * @param parentsMustNotKnow whether asking the parents would itself harm (Jeugdwet art. 7.3.4)
 */
public record RecordedFacts(
        List<ConsentRecord> consents,
        @Nullable MeldcodeRecord meldcode,
        List<Informing> informing,
        @Nullable ArrearsRecord arrears,
        List<Measure> measures,
        Set<SectionId> withheldByProfessional,
        @Nullable String secondProfessional,
        @Nullable Meeting meeting,
        Disclosure1215 disclosure1215,
        boolean parentsMustNotKnow) {

    /** Nothing recorded. */
    public static final RecordedFacts NONE = new RecordedFacts(
            List.of(), null, List.of(), null, List.of(), Set.of(), null, null, Disclosure1215.BOTH, false);

    public RecordedFacts {
        consents = List.copyOf(consents);
        informing = List.copyOf(informing);
        measures = List.copyOf(measures);
        withheldByProfessional = Set.copyOf(withheldByProfessional);
    }

    /** Who must consent to disclosure about a youth of 12 to 15 under Jeugdwet and WGBO. */
    public enum Disclosure1215 {
        /** The youth and the custodians; the default. */
        BOTH,
        /** The youth alone. */
        CHILD_ONLY
    }
}
