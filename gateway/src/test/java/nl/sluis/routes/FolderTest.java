package nl.sluis.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import nl.sluis.adapter.Payload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTest {

    private static final Answer ANSWER =
            new Answer(new Payload("text/csv", "sluis\r\n".getBytes(StandardCharsets.UTF_8)), true, "csv");

    @TempDir
    Path path;

    @Test
    void aFileThatCameInThePlaceOfTheOneThatWasReadIsTakenToo() throws IOException {
        Folder folder = new Folder(path, 1_000);
        assertThat(folder.trouble()).isEmpty();
        Path export = Files.writeString(path.resolve("export.csv"), "eerste");
        Folder.Found.Content read = (Folder.Found.Content) folder.read(export);
        Path next = Files.writeString(path.resolve("next.half"), "tweede");
        Files.move(next, export, StandardCopyOption.ATOMIC_MOVE);

        folder.dealtWith(export, read.as(), "0a", ANSWER);

        assertThat(files()).singleElement().satisfies(left -> assertThat(left).hasContent("tweede"));
        assertThat(path.resolve("done/0a/sluis-answer.csv")).exists();
        assertThat(path.resolve("done/0a/export.csv")).doesNotExist();
    }

    @Test
    void aFileThatWasReadLiesBesideItsAnswer() throws IOException {
        Folder folder = new Folder(path, 1_000);
        assertThat(folder.trouble()).isEmpty();
        Path export = Files.writeString(path.resolve("export.csv"), "eerste");
        Folder.Found.Content read = (Folder.Found.Content) folder.read(export);

        folder.dealtWith(export, read.as(), "0a", ANSWER);

        assertThat(files()).isEmpty();
        assertThat(path.resolve("done/0a/export.csv")).hasContent("eerste");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(path)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
