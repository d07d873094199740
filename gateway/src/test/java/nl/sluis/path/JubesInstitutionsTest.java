package nl.sluis.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.directory.Directory;
import nl.sluis.directory.DirectorySettings;
import nl.sluis.directory.DirectorySettings.Entry;
import nl.sluis.directory.Ended;
import nl.sluis.testing.Certificates;
import nl.sluis.testing.SettableClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A directory made of the national list of institutions: who has ended is refused, and its successor is found. */
class JubesInstitutionsTest {

    private static final String FILE = "referentielijsten-v1.0-20260703.xlsx";
    private static final SettableClock CLOCK = new SettableClock(Instant.parse("2026-11-22T09:00:00Z"));

    @Test
    void whoHasEndedInTheRealListIsRefusedAndEverybodyElseIsFound() throws IOException {
        List<Map<String, String>> rows = InstitutionList.read(RealFiles.file("stuf-jeugdzorg", FILE));
        Directory directory = directory(rows);
        int ended = 0;
        for (Map<String, String> row : rows) {
            OrganisationId id = id(row.get("IDINST"));
            LocalDate last = day(row.get("DTOPHINST"));
            boolean over = last != null && last.isBefore(LocalDate.of(2026, 11, 22));
            assertThat(directory.find(id).isEmpty()).as("%s", id).isEqualTo(over);
            if (over) {
                ended++;
                assertThat(directory.ended(id).orElseThrow().lastDay()).isEqualTo(last);
                assertThat(directory.findByOin(oin(row))).isEmpty();
            }
        }
        assertThat(ended).isGreaterThan(20);
        // It has an OIN, and a certificate may still be out there
        assertThat(directory.ended(id("AST133")).orElseThrow().lastDay()).isEqualTo("2023-02-28");
    }

    @Test
    void theSuccessorOfOneThatEndedIsFoundThroughTheListsOwnColumn() {
        Directory directory = directory(List.of(
                Map.of("IDINST", "ZZ0001", "DTOPHINST", "20121231", "IDNINST", "ZZ0002"),
                Map.of("IDINST", "ZZ0002", "DTOPHINST", "20230228", "IDNINST", "ZZ0003"),
                Map.of("IDINST", "ZZ0003", "OINR", "00000099000000007777")));
        assertThat(directory.ended(id("ZZ0001")))
                .contains(new Ended(LocalDate.of(2012, 12, 31), Optional.of(id("ZZ0003"))));
        assertThat(directory.find(id("ZZ0003"))).isPresent();
    }

    private static Directory directory(List<Map<String, String>> rows) {
        List<Entry> entries = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Map<String, String> row : rows) {
            if (seen.add(row.get("IDINST"))) {
                entries.add(entry(row));
            }
        }
        return new Directory(new DirectorySettings(entries), CLOCK);
    }

    // The list knows no nodes: any endpoint and certificate will do
    private static Entry entry(Map<String, String> row) {
        String successor = row.get("IDNINST");
        return new Entry(
                id(row.get("IDINST")).value(),
                row.getOrDefault("CORRNMINST", row.get("IDINST")),
                OrganisationType.SPECIALIST_CARE,
                oin(row),
                URI.create("https://localhost"),
                Certificates.lasting("school"),
                null,
                day(row.get("DTOPHINST")),
                List.of(),
                List.of(),
                List.of(),
                successor == null ? null : id(successor).value(),
                List.of());
    }

    private static OrganisationId id(String listed) {
        return new OrganisationId(listed.toLowerCase(Locale.ROOT));
    }

    // Who has no OIN cannot call; the directory wants one of everybody
    private static String oin(Map<String, String> row) {
        String none = "NONE0000000000000000" + row.get("IDINST").toUpperCase(Locale.ROOT);
        return row.getOrDefault("OINR", none.substring(0, 4) + none.substring(none.length() - 16));
    }

    private static @Nullable LocalDate day(@Nullable String listed) {
        return listed == null ? null : LocalDate.parse(listed, DateTimeFormatter.BASIC_ISO_DATE);
    }
}
