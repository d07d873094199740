package nl.sluis.handover;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import nl.sluis.feed.FeedItem;
import nl.sluis.safety.Estimate;
import nl.sluis.safety.Instrument;
import nl.sluis.safety.Judgement;
import nl.sluis.safety.NotMadeReason;
import nl.sluis.safety.RiskMarker;
import nl.sluis.safety.SafetyEstimates;
import nl.sluis.safety.Source;
import nl.sluis.safety.Weight;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What Veilig Thuis states about the safety of a child, as it is kept: an estimate of theirs, or that none was made. */
@Component
class StatedSafety {

    private static final String NODE = "node";

    private final SafetyEstimates estimates;

    StatedSafety(SafetyEstimates estimates) {
        this.estimates = estimates;
    }

    /** Keeps it, in the caller's transaction; what is no judgement counts as none made. */
    void keep(UUID household, UUID child, FeedItem item, Block block) {
        LocalDate on = HandoverReader.day(item, block);
        String said = block.source();
        String maker = said == null ? item.sourceName() : said;
        String words = block.text();
        String text = words == null ? block.code() : words;
        estimates.stated(
                household,
                switch (block.code()) {
                    case "SAFETY_SAFE_ENOUGH" -> made(child, on, maker, Judgement.SAFE_ENOUGH, text);
                    case "SAFETY_WORRIES" -> made(child, on, maker, Judgement.WORRIES, text);
                    case "SAFETY_UNSAFE" -> made(child, on, maker, Judgement.UNSAFE, text);
                    case Block.IN_WORDS -> made(child, on, maker, null, text);
                    default -> new Estimate.NotMade(child, on, maker, NotMadeReason.OTHER, text);
                },
                NODE);
    }

    private static Estimate made(UUID child, LocalDate on, String maker, @Nullable Judgement judgement, String text) {
        return new Estimate.Made(
                child,
                on,
                maker,
                Instrument.OTHER,
                judgement,
                Weight.HEAVY,
                Set.of(RiskMarker.VEILIG_THUIS),
                Set.of(Source.VEILIG_THUIS),
                text);
    }
}
