package nl.sluis.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every line of the table of what survives a crash names its test, and the test is there. */
class CrashTableTest {

    private static final String HEAD = "| When the process dies |";
    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

    @Test
    void everyLineNamesATestThatIsThere() throws IOException {
        String page = Files.readString(Repository.root().resolve("docs/ARCHITECTURE.md"));
        List<String> lines = lines(page);
        assertThat(lines).hasSizeGreaterThan(10);
        assertThat(withoutTest(lines)).isEmpty();
    }

    @Test
    void theCheckBites() throws IOException {
        String page = HEAD + " what |\n|---|---|\n| here | `CrashTableTest.theCheckBites` |\n| there | nothing |\n"
                + "| elsewhere | `CrashTableTest.thisIsNotThere` |\n\n| another | table |\n";
        assertThat(withoutTest(lines(page))).hasSize(2);
    }

    private static List<String> lines(String page) {
        return page.substring(page.indexOf(HEAD))
                .lines()
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .toList();
    }

    private static List<String> withoutTest(List<String> lines) throws IOException {
        List<String> without = new ArrayList<>();
        for (String line : lines) {
            Matcher named = NAMED.matcher(line);
            boolean found = named.find();
            named.reset();
            while (named.find()) {
                found &= isThere(named.group(1), named.group(2));
            }
            if (!found) {
                without.add(line);
            }
        }
        return without;
    }

    private static boolean isThere(String test, String method) throws IOException {
        Path tests = Repository.root().resolve("gateway/src/test/java");
        try (Stream<Path> files = Files.walk(tests)) {
            for (Path file : files.filter(f -> f.endsWith(test + ".java")).toList()) {
                if (Files.readString(file).contains("void " + method + "(")) {
                    return true;
                }
            }
        }
        return false;
    }
}
