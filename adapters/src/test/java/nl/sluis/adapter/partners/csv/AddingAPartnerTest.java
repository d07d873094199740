package nl.sluis.adapter.partners.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.sluis.adapter.Batch;
import nl.sluis.adapter.Draft;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.Translation;
import nl.sluis.canonical.MessageKind;
import org.junit.jupiter.api.Test;

/** Walks docs/adding-a-partner.md: what a newcomer copies from the page works, and what it says of faults is said. */
class AddingAPartnerTest {

    private final String page = Files.readString(page());

    AddingAPartnerTest() throws IOException {}

    @Test
    void theFileOfThePageIsReadByTheProfileOfThePage() {
        Batch batch = read(block("csv"));
        assertThat(batch.entries()).hasSize(2);
        for (Batch.Entry entry : batch.entries()) {
            Translation.Translated read = (Translation.Translated) entry.translation();
            Draft draft = read.draft();
            assertThat(draft.kind()).isEqualTo(MessageKind.SIGNAL);
            assertThat(draft.sections()).hasSizeGreaterThanOrEqualTo(2);
            assertThat(read.completeness().notReleased()).hasSize(1);
            assertThat(read.completeness().notUnderstood()).isEmpty();
        }
    }

    @Test
    void theFaultsOfThePageAreWhatIsSaid() {
        String wrong = block("yaml").replace("birth-date:", "birthdate:");
        String said = MappingProfiles.read("kinderopvang.yaml", wrong) instanceof MappingProfiles.Loaded.Faulty faulty
                ? faulty.faults().get(0).toString()
                : "";
        assertThat(said).isEqualTo(block("text").strip());
        Batch batch = read(block("csv").replace("12-9-2016", "31-9-2016"));
        Translation.Untranslatable faulty =
                (Translation.Untranslatable) batch.entries().get(1).translation();
        assertThat(page)
                .contains("`" + faulty.violations().get(0).path() + " "
                        + faulty.violations().get(0).code() + "`");
    }

    private Batch read(String csv) {
        return Profiles.of(block("yaml"))
                .readAll(
                        new Payload("text/csv;profile=kinderopvang-signaal", csv.getBytes(StandardCharsets.UTF_8)),
                        10_000);
    }

    private String block(String language) {
        Matcher block = Pattern.compile("(?s)```" + language + "\n(.*?)```").matcher(page);
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    private static Path page() {
        Path here = Path.of("").toAbsolutePath();
        Path docs =
                Files.isDirectory(here.resolve("docs/partners")) ? here.resolve("docs") : here.resolveSibling("docs");
        return docs.resolve("adding-a-partner.md");
    }
}
