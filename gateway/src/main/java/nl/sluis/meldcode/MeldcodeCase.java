package nl.sluis.meldcode;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import nl.sluis.custody.KnownPersons;
import nl.sluis.custody.PersonId;
import nl.sluis.policy.Informing;
import nl.sluis.policy.MeldcodeRecord;
import org.jspecify.annotations.Nullable;

/** A meldcode case: its events in order, and what follows from them. */
record MeldcodeCase(UUID id, Set<PersonId> subjects, List<Recorded> history) {

    MeldcodeCase {
        subjects = Set.copyOf(subjects);
        history = List.copyOf(history);
    }

    /** An event and when it was recorded. */
    record Recorded(MeldcodeEvent event, Instant at) {}

    boolean acute() {
        return current().stream().anyMatch(e -> e instanceof MeldcodeEvent.Opened opened && opened.acute());
    }

    /** Whether recording it would say nothing new. */
    boolean says(MeldcodeEvent event) {
        return current().contains(event);
    }

    /** The latest of each slot. */
    Collection<MeldcodeEvent> current() {
        Map<String, MeldcodeEvent> latest = new LinkedHashMap<>();
        history.forEach(recorded -> latest.put(recorded.event().slot(), recorded.event()));
        return latest.values();
    }

    MeldcodeRecord asRecord() {
        Map<Integer, MeldcodeRecord.Step> steps = new TreeMap<>();
        MeldcodeRecord.@Nullable Weighing weighing = null;
        String opener = null;
        String weigher = null;
        LocalDate advice = null;
        for (MeldcodeEvent event : current()) {
            switch (event) {
                case MeldcodeEvent.Opened opened -> opener = opened.responsible();
                case MeldcodeEvent.StepTaken taken ->
                    steps.put(taken.step(), new MeldcodeRecord.Step(taken.at(), taken.actor(), null));
                case MeldcodeEvent.StepSkipped skipped ->
                    steps.put(skipped.step(), new MeldcodeRecord.Step(null, null, skipped.reason()));
                case MeldcodeEvent.Weighed weighed -> {
                    weighing = weighed.outcome();
                    weigher = weighed.responsible();
                }
                case MeldcodeEvent.AdviceAsked asked -> advice = asked.at();
                case MeldcodeEvent.Informed informed -> {}
                case MeldcodeEvent.NotInformed notInformed -> {}
            }
        }
        return new MeldcodeRecord(steps, weighing, weigher != null ? weigher : opener, advice, acute());
    }

    /** About the persons of a question; others are nobody's business there. */
    List<Informing> informing(KnownPersons known) {
        return current().stream()
                .map(event -> informing(event, known))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Informing> informing(MeldcodeEvent event, KnownPersons known) {
        return switch (event) {
            case MeldcodeEvent.Informed informed ->
                known.reference(new PersonId(informed.person()))
                        .map(ref -> new Informing(ref, true, informed.at(), informed.manner(), null));
            case MeldcodeEvent.NotInformed not ->
                known.reference(new PersonId(not.person()))
                        .map(ref -> new Informing(ref, false, null, null, not.reason()));
            default -> Optional.empty();
        };
    }
}
