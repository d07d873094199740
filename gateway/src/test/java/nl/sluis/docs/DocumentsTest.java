package nl.sluis.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Documents that lead somewhere and say nothing about somebody's machine. */
class DocumentsTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(#[^)]*)?\\)");
    private static final Pattern ELSEWHERE = Pattern.compile("^(https?|mailto):.*");
    private static final Pattern MACHINE_PATH = Pattern.compile("(?<![\\w.)>/])/(home|root|Users|work|tmp|mnt)/\\w");

    @Test
    void everyRelativeLinkResolves() throws IOException {
        Path root = Repository.root();
        List<String> broken = new ArrayList<>();
        for (Path document : Repository.documents()) {
            for (String target : links(Files.readString(document))) {
                Path file = document.resolveSibling(target).normalize();
                if (!Files.exists(file)) {
                    broken.add(root.relativize(document) + " -> " + target);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void noDocumentNamesAPathOfSomebodysMachine() throws IOException {
        for (Path document : Repository.documents()) {
            assertThat(machinePaths(Files.readString(document)))
                    .as("%s", document)
                    .isEmpty();
        }
    }

    @Test
    void theChecksBite() {
        assertThat(links("[a](b.md) and [c](https://example.org/) and ![d](e.png#x)"))
                .containsExactly("b.md", "e.png");
        assertThat(machinePaths("see /home/somebody/notes")).hasSize(1);
        assertThat(machinePaths("see `docs/home/page` and /usr/lib/jvm")).isEmpty();
    }

    @Test
    void theDecisionsAreAllListed() throws IOException {
        Path decisions = Repository.root().resolve("docs/decisions");
        String list = Files.readString(decisions.resolve("README.md"));
        for (Path document : Repository.documents()) {
            if (document.startsWith(decisions) && !document.endsWith("README.md")) {
                assertThat(document.getFileName().toString()).matches("\\d{4}-\\d{2}-\\d{2}-[a-z0-9-]+\\.md");
                assertThat(list).contains("(" + document.getFileName() + ")");
            }
        }
    }

    private static List<String> links(String text) {
        return LINK.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(target -> !ELSEWHERE.matcher(target).matches())
                .toList();
    }

    private static List<String> machinePaths(String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = MACHINE_PATH.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }
}
