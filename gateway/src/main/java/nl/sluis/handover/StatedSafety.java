package nl.sluis.handover;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.canonical.PartialDate;
import nl.sluis.feed.FeedItem;
import nl.sluis.node.Dutch;
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

    /**
     * Keeps it, in the caller's transaction. What is no judgement counts as none made, and so does one without a day or with a day after that
     * on which it was sent; of a month or a year its first day counts.
     */
    void keep(UUID household, UUID child, FeedItem item, Block block) {
        LocalDate sent = Dutch.day(item.message().sentAt());
        Optional<LocalDate> on = day(block.on()).filter(day -> !day.isAfter(sent));
        Optional<Judgement> judged = judgement(block.code());
        String said = block.source();
        String maker = said == null ? item.sourceName() : said;
        String words = block.text();
        String text = words == null ? block.code() : words;
        boolean made = on.isPresent() && (judged.isPresent() || block.code().equals(Block.IN_WORDS));
        estimates.stated(
                household,
                made
                        ? made(child, on.get(), maker, judged.orElse(null), text)
                        : new Estimate.NotMade(child, on.orElse(sent), maker, NotMadeReason.OTHER, text),
                NODE);
    }

    private static Optional<LocalDate> day(@Nullable PartialDate stated) {
        return Optional.ofNullable(stated).filter(date -> date.year() != 0).map(PartialDate::earliest);
    }

    private static Optional<Judgement> judgement(String code) {
        return switch (code) {
            case "SAFETY_SAFE_ENOUGH" -> Optional.of(Judgement.SAFE_ENOUGH);
            case "SAFETY_WORRIES" -> Optional.of(Judgement.WORRIES);
            case "SAFETY_UNSAFE" -> Optional.of(Judgement.UNSAFE);
            default -> Optional.empty();
        };
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
