package nl.sluis.safety;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluis.household.Entry;
import nl.sluis.household.Note;
import nl.sluis.household.Records;
import nl.sluis.node.Dutch;
import org.springframework.stereotype.Component;

/** What is on record about the safety of the children of a household. */
@Component
public class SafetyRecords {

    private static final String MADE = "SAFETY_MADE";
    private static final String NOT_MADE = "SAFETY_NOT_MADE";
    private static final String SOURCE = "SAFETY_SOURCE";
    private static final String CHILD = "HOUSEHOLD_CHILD";

    private final Records records;
    private final SafetySettings settings;
    private final Clock clock;

    SafetyRecords(Records records, SafetySettings settings, Clock clock) {
        this.records = records;
        this.settings = settings;
        this.clock = clock;
    }

    /** A source that was added to an estimate. */
    record Added(UUID estimate, Source source) {}

    /** How the safety of every child stands, those first who became known first; empty when no child is known. */
    public List<ChildSafety> of(UUID household) {
        List<Entry<? extends Estimate>> estimates = estimates(household);
        List<Entry<Added>> added = records.of(household, SOURCE, Added.class);
        Set<UUID> children = new LinkedHashSet<>(children(household));
        // Who was estimated as a child is one here, whatever messages said
        // as the entry stands now: two members may have become one since it was written
        estimates.stream().map(Entry::member).filter(Objects::nonNull).forEach(children::add);
        return children.stream().map(child -> of(child, estimates, added)).toList();
    }

    private ChildSafety of(UUID child, List<Entry<? extends Estimate>> estimates, List<Entry<Added>> added) {
        List<Entry<? extends Estimate>> own =
                estimates.stream().filter(entry -> child.equals(entry.member())).toList();
        Optional<UUID> last = own.stream()
                .filter(entry -> entry.content() instanceof Estimate.Made)
                .reduce((one, other) ->
                        other.content().on().isBefore(one.content().on()) ? one : other)
                .map(Entry::id);
        Set<Source> sources = EnumSet.noneOf(Source.class);
        added.stream()
                .filter(entry -> last.filter(entry.content().estimate()::equals).isPresent())
                .forEach(entry -> sources.add(entry.content().source()));
        return ChildSafety.of(child, own.stream().map(Entry::content).toList(), sources, today(), settings.counts());
    }

    /** Everything in the order in which it was recorded; of one moment estimates come last. */
    private List<Entry<? extends Estimate>> estimates(UUID household) {
        List<Entry<? extends Estimate>> all = new ArrayList<>(records.of(household, NOT_MADE, Estimate.NotMade.class));
        all.addAll(records.of(household, MADE, Estimate.Made.class));
        return all;
    }

    /** The members whom messages call children and who are not of age. */
    public Set<UUID> children(UUID household) {
        LocalDate today = today();
        return records.of(household, CHILD, Child.class).stream()
                // The last that was said of somebody counts
                .collect(Collectors.toMap(
                        entry -> Objects.requireNonNull(entry.member()),
                        Entry::content,
                        (before, after) -> after,
                        LinkedHashMap::new))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue().isOn(today))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Those of whom a message gave a birth date and who may not be of age yet, with the first day on which they may be eighteen: past for whom only the year
     * or the month is known, and not surely of age.
     */
    public Map<UUID, LocalDate> comingOfAge(UUID household) {
        LocalDate today = today();
        Map<UUID, LocalDate> days = new LinkedHashMap<>();
        // The last that was said of somebody counts
        for (Entry<Child> entry : records.of(household, CHILD, Child.class)) {
            UUID member = Objects.requireNonNull(entry.member());
            days.remove(member);
            if (entry.content().isOn(today)) {
                entry.content().comesOfAge().ifPresent(day -> days.put(member, day));
            }
        }
        return days;
    }

    /** The households with children of which messages told, in the order of their ids after one; at most so many. */
    public List<UUID> households(UUID after, int most) {
        return records.households(CHILD, after, most);
    }

    /** Keeps that a member is a child, unless the same is on record; in the caller's transaction. */
    void child(UUID household, UUID member, Child child, String by) {
        Optional<Child> known = records.of(household, CHILD, Child.class).stream()
                .filter(entry -> member.equals(entry.member()))
                .reduce((before, after) -> after)
                .map(Entry::content);
        if (known.isEmpty() || (child.birthDate() != null && !known.get().equals(child))) {
            records.add(household, Note.of(CHILD, child).about(member), by, clock.instant());
        }
    }

    /** Whether this is what was recorded last about its child, word for word. */
    boolean saysLast(UUID household, Estimate estimate) {
        List<? extends Entry<? extends Estimate>> own = estimates(household).stream()
                .filter(entry -> estimate.member().equals(entry.member()))
                .sorted(Comparator.comparing(Entry::at))
                .toList();
        return !own.isEmpty() && own.getLast().content().equals(estimate);
    }

    /** Keeps an estimate, in the caller's transaction; its id. */
    UUID add(UUID household, Estimate estimate, String by) {
        return switch (estimate) {
            case Estimate.Made made ->
                records.add(
                        household,
                        Note.of(MADE, made).about(made.member()).coded(Objects.toString(made.judgement(), "IN_WORDS")),
                        by,
                        clock.instant());
            case Estimate.NotMade not ->
                records.add(
                        household,
                        Note.of(NOT_MADE, not)
                                .about(not.member())
                                .coded(not.reason().name()),
                        by,
                        clock.instant());
        };
    }

    /** Keeps a further source of an estimate, in the caller's transaction; false when there is no such estimate. */
    boolean addSource(UUID household, UUID estimate, Source source, String by) {
        Optional<Entry<Estimate.Made>> found = records.find(household, estimate, MADE, Estimate.Made.class);
        found.ifPresent(entry -> records.add(
                household,
                Note.of(SOURCE, new Added(estimate, source))
                        .about(entry.member())
                        .coded(source.name()),
                by,
                clock.instant()));
        return found.isPresent();
    }

    /** The id of the last estimate of a child, to add to; empty when there is none. */
    Optional<UUID> last(UUID household, UUID child) {
        return records.of(household, MADE, Estimate.Made.class).stream()
                .filter(entry -> child.equals(entry.member()))
                .reduce((one, other) ->
                        other.content().on().isBefore(one.content().on()) ? one : other)
                .map(Entry::id);
    }

    LocalDate today() {
        return Dutch.day(clock.instant());
    }
}
