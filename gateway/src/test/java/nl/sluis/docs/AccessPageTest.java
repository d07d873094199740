package nl.sluis.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import nl.sluis.access.TestAccess;
import nl.sluis.access.TestAccess.Line;
import nl.sluis.testing.ApiDocument;
import nl.sluis.testing.ApiDocument.Operation;
import org.junit.jupiter.api.Test;

/** The page of who may call what, and the words of the API's description, are what the code has. */
class AccessPageTest {

    @Test
    void thePageShowsEveryLineOfTheTableAndNoOther() throws IOException {
        String page = Files.readString(Repository.root().resolve("docs/security/access.md"));
        String lines = page.lines().filter(line -> line.startsWith("| `")).collect(Collectors.joining("\n"));
        assertThat(lines).isEqualTo(table(TestAccess.rows()) + "\n" + table(TestAccess.management()));
        assertThat(TestAccess.roles()).allSatisfy(role -> assertThat(page).contains("\n| " + role + " | "));
    }

    @Test
    void everyCallOfTheDescriptionNamesTheRolesOfTheTable() {
        for (Operation operation : ApiDocument.served().operations()) {
            Line line = TestAccess.rows().stream()
                    .filter(row -> row.path().equals(operation.path()))
                    .filter(row -> List.of("ANY", operation.method().toUpperCase(java.util.Locale.ROOT))
                            .contains(row.method()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(operation + " is in no line of the access table"));
            String roles = String.join(", ", line.roles().stream().sorted().toList());
            assertThat(operation.json().path("description").asString())
                    .as("%s", operation)
                    .contains(line.roles().isEmpty() ? "Who: " : " (roles: " + roles + ")");
        }
    }

    private static String table(List<Line> lines) {
        return lines.stream()
                .map(line -> "| `%s` | `%s` | %s |"
                        .formatted(
                                line.method(),
                                line.path(),
                                line.who().isEmpty()
                                        ? "nobody"
                                        : String.join(", ", line.who()) + (line.people() ? "; people too" : "")))
                .collect(Collectors.joining("\n"));
    }
}
