package nl.sluis.adapter.partners;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.sluis.adapter.PartnerAdapterContract;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.Translation;
import nl.sluis.canonical.MessageKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the pages for suppliers show is read; what they link to is there. */
class PagesTest {

    private static final Pattern JSON = Pattern.compile("(?s)```json\n(.*?)```");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

    @ParameterizedTest
    @CsvSource({
        "school.md, application/json;profile=school-concern, SIGNAL",
        "wijkteam.md, application/vnd.sluis.message+json, FEEDBACK"
    })
    void readsTheSampleOfThePage(String page, String mediaType, MessageKind kind) throws IOException {
        Matcher sample = JSON.matcher(Files.readString(pages().resolve(page)));
        assertThat(sample.find()).isTrue();
        Payload payload = new Payload(mediaType, sample.group(1).getBytes(StandardCharsets.UTF_8));
        Translation translation = Adapters.all().stream()
                .filter(adapter -> adapter.reads(mediaType))
                .findFirst()
                .orElseThrow()
                .read(payload);
        assertThat(PartnerAdapterContract.codes(translation)).isEmpty();
        assertThat(((Translation.Translated) translation).draft().kind()).isEqualTo(kind);
    }

    @Test
    void linksToWhatIsThere() throws IOException {
        for (String page : new String[] {
            "school.md",
            "wijkteam.md",
            "gp.md",
            "specialist-care.md",
            "veilig-thuis.md",
            "housing.md",
            "debt.md",
            "receivers.md",
            "registers.md",
            "README.md",
            "../adding-a-partner.md"
        }) {
            Matcher link = LINK.matcher(Files.readString(pages().resolve(page)));
            while (link.find()) {
                assertThat(pages().resolve(page).resolveSibling(link.group(1)))
                        .as(page)
                        .exists();
            }
        }
    }

    private static Path pages() {
        Path here = Path.of("").toAbsolutePath();
        return Files.isDirectory(here.resolve("docs/partners"))
                ? here.resolve("docs/partners")
                : here.resolveSibling("docs").resolve("partners");
    }
}
