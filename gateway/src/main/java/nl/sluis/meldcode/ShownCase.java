package nl.sluis.meldcode;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.sluis.custody.PersonId;
import nl.sluis.custody.PersonRegister;
import nl.sluis.policy.Informing;
import nl.sluis.policy.MeldcodeRecord;
import org.jspecify.annotations.Nullable;

/** A meldcode case in an answer to the organisation's own systems, with the names of the case format. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ShownCase(
        String id,
        List<String> subjects,
        boolean acute,
        Map<Integer, Step> steps,
        MeldcodeRecord.@Nullable Weighing weighing,
        @Nullable String responsible,
        @Nullable LocalDate vtAdviceAt,
        List<Told> informing,
        List<Event> history) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Step(@Nullable LocalDate at, @Nullable String actor, MeldcodeRecord.@Nullable Skipped skipped) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Told(
            String person,
            boolean informed,
            @Nullable LocalDate at,
            Informing.@Nullable Manner manner,
            Informing.@Nullable NotInformed reason) {}

    /** What was recorded and when; what it said then is in the register. */
    record Event(String event, String about, Instant recordedAt) {}

    static ShownCase of(MeldcodeCase found, PersonRegister persons) {
        Set<PersonId> people = new HashSet<>(found.subjects());
        for (MeldcodeEvent event : found.current()) {
            switch (event) {
                case MeldcodeEvent.Informed informed -> people.add(new PersonId(informed.person()));
                case MeldcodeEvent.NotInformed not -> people.add(new PersonId(not.person()));
                default -> {}
            }
        }
        Map<PersonId, String> names = new HashMap<>();
        persons.references(people).forEach((id, ref) -> names.put(id, ref.value()));
        MeldcodeRecord current = found.asRecord();
        Map<Integer, Step> steps = new TreeMap<>();
        current.steps().forEach((n, step) -> steps.put(n, new Step(step.at(), step.actor(), step.skipped())));
        return new ShownCase(
                found.id().toString(),
                found.subjects().stream().map(id -> name(id, names)).sorted().toList(),
                current.acute(),
                steps,
                current.weighing(),
                current.responsible(),
                current.vtAdviceAt(),
                found.current().stream().flatMap(event -> told(event, names)).toList(),
                found.history().stream().map(recorded -> event(recorded, names)).toList());
    }

    private static Stream<Told> told(MeldcodeEvent event, Map<PersonId, String> names) {
        return switch (event) {
            case MeldcodeEvent.Informed informed ->
                Stream.of(new Told(
                        name(new PersonId(informed.person()), names), true, informed.at(), informed.manner(), null));
            case MeldcodeEvent.NotInformed not ->
                Stream.of(new Told(name(new PersonId(not.person()), names), false, null, null, not.reason()));
            default -> Stream.empty();
        };
    }

    private static Event event(MeldcodeCase.Recorded recorded, Map<PersonId, String> names) {
        String about = switch (recorded.event()) {
            case MeldcodeEvent.Informed informed -> "informing/" + name(new PersonId(informed.person()), names);
            case MeldcodeEvent.NotInformed not -> "informing/" + name(new PersonId(not.person()), names);
            default -> recorded.event().slot();
        };
        return new Event(MeldcodeStore.kind(recorded.event()), about, recorded.at());
    }

    private static String name(PersonId id, Map<PersonId, String> names) {
        return Objects.requireNonNull(names.get(id));
    }
}
