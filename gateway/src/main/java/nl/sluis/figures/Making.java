package nl.sluis.figures;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.figures.Counted.Report;
import nl.sluis.handover.SenderTypes;
import org.springframework.stereotype.Component;

/** Makes figures that can be given of what was counted. */
@Component
class Making {

    // All of them, whether anything came or not: which sorts there are says nothing
    private static final List<OrganisationType> SORTS = Arrays.stream(OrganisationType.values())
            .filter(type -> type != OrganisationType.VEILIG_THUIS)
            .toList();

    private static final long DAY = Duration.ofDays(1).toSeconds();

    private final SenderTypes types;
    private final FiguresSettings settings;

    Making(SenderTypes types, FiguresSettings settings) {
        this.types = types;
        this.settings = settings;
    }

    Published of(Quarter quarter, Counted counted, Instant at) {
        int smallest = settings.smallestCell();
        Counted.Safety safety = counted.safety();
        Line children = Line.of(List.of(safety.estimated(), safety.notMade(), safety.open()), smallest);
        Counted.Evaluations evaluations = counted.evaluations();
        Line due = Line.of(List.of(evaluations.done(), evaluations.overdue()), smallest);
        return new Published(
                quarter.toString(),
                quarter.firstDay().toString(),
                quarter.lastDay().toString(),
                at,
                smallest,
                reports(counted.reports(), smallest),
                Line.alone(counted.handovers(), smallest),
                new Published.Safety(
                        children.total(),
                        children.cells().get(0),
                        children.cells().get(1),
                        children.cells().get(2)),
                new Published.Evaluations(
                        due.total(), due.cells().get(0), due.cells().get(1)),
                Line.alone(counted.escalations(), smallest),
                Published.reasons());
    }

    private Published.Reports reports(List<Report> reports, int smallest) {
        Map<OrganisationType, List<Report>> bySort = bySort(reports);
        List<List<Report>> rows =
                SORTS.stream().map(sort -> bySort.getOrDefault(sort, List.of())).toList();
        Split split = Split.of(rows.stream().map(Making::parts).toList(), smallest);
        List<Published.OfSort> shown = IntStream.range(0, rows.size())
                .mapToObj(i -> {
                    Split.Shown row = split.rows().get(i);
                    return new Published.OfSort(
                            SORTS.get(i).name(), row.sum(), row.first(), row.second(), median(row, rows.get(i)));
                })
                .toList();
        Split.Shown total = split.total();
        OptionalInt median = median(total, rows.stream().flatMap(List::stream).toList());
        return new Published.Reports(shown, new Published.OfAll(total.sum(), total.first(), total.second(), median));
    }

    // Who the directory does not know is of no sort that it names; each sender is looked up once
    private Map<OrganisationType, List<Report>> bySort(List<Report> reports) {
        Map<OrganisationType, List<Report>> bySort = new EnumMap<>(OrganisationType.class);
        reports.stream()
                .collect(Collectors.groupingBy(Report::sender))
                .forEach((sender, of) -> bySort.merge(
                        types.of(sender).orElse(OrganisationType.OTHER),
                        of,
                        (one, other) ->
                                Stream.concat(one.stream(), other.stream()).toList()));
        return bySort;
    }

    private static Split.Parts parts(List<Report> reports) {
        int answered = Math.toIntExact(
                reports.stream().filter(report -> report.answered() != null).count());
        return new Split.Parts(answered, reports.size() - answered);
    }

    // Only beside a number of answers that is shown: it would say that there are enough of them
    private static OptionalInt median(Split.Shown shown, List<Report> reports) {
        if (shown.first().isEmpty()) {
            return OptionalInt.empty();
        }
        long[] seconds = reports.stream()
                .map(Report::answered)
                .filter(Objects::nonNull)
                .mapToLong(Duration::toSeconds)
                .sorted()
                .toArray();
        long middle = (seconds[(seconds.length - 1) / 2] + seconds[seconds.length / 2]) / 2;
        return OptionalInt.of(Math.toIntExact((middle + DAY / 2) / DAY));
    }
}
