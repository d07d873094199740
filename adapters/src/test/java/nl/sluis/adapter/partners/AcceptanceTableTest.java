package nl.sluis.adapter.partners;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of the 18 traps names tests that are there, and says of each trap where it stands. */
class AcceptanceTableTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\|([^|]*)\\|([^|]*)\\|([^|]*)\\|$");
    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)\\.(\\w+)`");
    private static final Pattern STATE = Pattern.compile("shown|(in part|not yet): .+");

    @Test
    void hasARowForEachOfTheEighteen() throws IOException {
        assertThat(rows().stream().map(row -> Integer.valueOf(row.group(1))))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 18).boxed().toList());
    }

    @Test
    void namesTestsThatAreThere() throws IOException {
        for (MatchResult row : rows()) {
            List<MatchResult> named = NAMED.matcher(row.group(4)).results().toList();
            assertThat(row.group(3).strip()).as(row.group(1)).matches(STATE);
            assertThat(row.group(3).strip().equals("shown") && named.isEmpty())
                    .as(row.group(1))
                    .isFalse();
            for (MatchResult test : named) {
                assertThat(isThere(test.group(1), test.group(2)))
                        .as(test.group())
                        .isTrue();
            }
        }
    }

    @Test
    void countsItselfRightly() throws IOException {
        List<String> states = rows().stream()
                .map(row -> row.group(3).strip().replaceFirst(":.*", ""))
                .toList();
        String counts = Stream.of("shown", "in part", "not yet")
                .map(state ->
                        state + " " + states.stream().filter(state::equals).count())
                .collect(Collectors.joining(", "));
        assertThat(page().toLowerCase(java.util.Locale.ROOT)).contains("\n" + counts + ".\n");
    }

    @Test
    void theCheckBites() throws IOException {
        assertThat(isThere("AcceptanceTableTest", "theCheckBites")).isTrue();
        assertThat(isThere("AcceptanceTableTest", "theCheckBite")).isFalse();
        assertThat(isThere("NoSuchTest", "theCheckBites")).isFalse();
    }

    private static List<MatchResult> rows() throws IOException {
        return ROW.matcher(page()).results().toList();
    }

    private static String page() throws IOException {
        return Files.readString(root().resolve("docs/partners/README.md"));
    }

    private static boolean isThere(String test, String method) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String module : List.of("policies", "adapters", "gateway")) {
            try (Stream<Path> files = Files.walk(root().resolve(module).resolve("src/test/java"))) {
                files.filter(file -> file.endsWith(test + ".java")).forEach(sources::add);
            }
        }
        return sources.stream().anyMatch(file -> read(file).contains("    void " + method + "("));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.isDirectory(here.resolve("docs/partners")) ? here : here.getParent();
    }
}
