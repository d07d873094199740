package nl.sluis.linking;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.reader.NamedCsvRecordHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluis.canonical.PartialDate;
import nl.sluis.linking.Match.Likeness;
import nl.sluis.path.RealFiles;
import org.junit.jupiter.api.Test;

/**
 * Seeks perturbed copies of the test persons of RvIG, without their numbers, among all of them: each way in which systems differ, alone
 * and with each other one.
 */
class RvigLinkingTest {

    private static final Path FILE = RealFiles.file("brp", "20220502_Testset_persoonslijsten_proefomgeving_GBA-V.csv");

    /** The measure of the issue; what is right is linked, or comes before a person. */
    private static final double RECALL = 0.95;

    private final Map<String, People> persons = persons();
    private final Map<String, Description> known = new HashMap<>();
    private final Map<String, Set<String>> byKey = new HashMap<>();

    RvigLinkingTest() {
        persons.forEach((number, person) -> {
            Description description = person.bsn(number).description();
            known.put(number, description);
            description
                    .keys()
                    .forEach(key -> byKey.computeIfAbsent(key, any -> new LinkedHashSet<>())
                            .add(number));
        });
    }

    /** What became of copies of one sort. */
    private static final class Tally {
        private int copies;
        private int linked;
        private int linkedWrongly;
        private int before;
        private int others;

        @Override
        public String toString() {
            return "%d copies: %d linked, %d linked wrongly, %d before a person, %d not found; %.2f others before a person each"
                    .formatted(
                            copies, linked, linkedWrongly, before, copies - linked - before, (double) others / copies);
        }
    }

    @Test
    void linksNobodyWronglyAndFindsNearlyEverybodyBack() {
        Map<String, Tally> tallies = new LinkedHashMap<>();
        Tally all = new Tally();
        Random random = new Random(20261122);
        for (Perturbation one : Perturbation.values()) {
            for (Perturbation other : Perturbation.values()) {
                if (one.compareTo(other) <= 0) {
                    Tally tally =
                            tallies.computeIfAbsent(one == other ? one.name() : "TWO_AT_ONCE", any -> new Tally());
                    persons.forEach((number, person) -> {
                        People copy = one == other ? one.of(person, random) : other.of(one.of(person, random), random);
                        count(number, copy.description(), tally, all);
                    });
                }
            }
        }
        tallies.forEach((name, tally) -> System.out.println(name + ": " + tally));
        System.out.println("all: " + all);

        assertThat(persons).hasSizeGreaterThan(600);
        assertThat(all.linkedWrongly).isZero();
        assertThat((double) (all.linked + all.before) / all.copies).isGreaterThanOrEqualTo(RECALL);
    }

    private void count(String number, Description copy, Tally... tallies) {
        Map<String, Description> candidates = copy.keys().stream()
                .flatMap(key -> byKey.getOrDefault(key, Set.of()).stream())
                .distinct()
                .collect(Collectors.toMap(who -> who, known::get));
        List<Search.Found<String>> found = Search.of(copy, candidates);
        for (Tally tally : tallies) {
            tally.copies++;
            for (Search.Found<String> one : found) {
                boolean right = one.who().equals(number);
                if (one.match().likeness() == Likeness.SAME) {
                    tally.linked += right ? 1 : 0;
                    tally.linkedWrongly += right ? 0 : 1;
                } else {
                    tally.before += right ? 1 : 0;
                    tally.others += right ? 0 : 1;
                }
            }
        }
    }

    /** Those with a family name, by their number. */
    private static Map<String, People> persons() {
        Map<String, People> persons = new LinkedHashMap<>();
        NamedCsvRecordHandler handler = NamedCsvRecordHandler.of(rows -> rows.allowDuplicateHeaderFields(true));
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().fieldSeparator(';').detectBomHeader(true).build(handler, FILE)) {
            for (NamedCsvRecord row : rows) {
                String number = row.getField("01.01.20");
                if (!number.isEmpty() && !row.getField("01.02.40").isEmpty()) {
                    persons.putIfAbsent(number, person(row));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return persons;
    }

    private static People person(NamedCsvRecord row) {
        return new People(
                "",
                row.getField("01.02.10"),
                "",
                row.getField("01.02.30"),
                row.getField("01.02.40"),
                born(row.getField("01.03.10")),
                row.getField("08.11.60"),
                String.join("", List.of(row.getField("08.11.20"), row.getField("08.11.30"), row.getField("08.11.40"))));
    }

    /** Some dates there do not exist. */
    private static String born(String digits) {
        try {
            return PartialDate.parse(digits.replaceFirst("(....)(..)(..)", "$1-$2-$3"))
                    .toString();
        } catch (IllegalArgumentException e) {
            return PartialDate.UNKNOWN.toString();
        }
    }
}
