package nl.sluis.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.Purpose;
import nl.sluis.canonical.Urgency;
import nl.sluis.feed.FeedState;
import nl.sluis.outbox.MessageState;
import org.junit.jupiter.api.Test;

class ConsoleTextTest {

    private static final ResourceBundle DUTCH = ResourceBundle.getBundle("messages", Locale.ROOT);

    private static final Map<String, Enum<?>[]> CODES = Map.of(
            "kind", MessageKind.values(),
            "urgency", Urgency.values(),
            "ground", LegalBasis.values(),
            "purpose", Purpose.values(),
            "category", DataCategory.values(),
            "role", HouseholdRole.values(),
            "domain", LifeDomain.values(),
            "state", FeedState.values(),
            "sort", FeedCard.Sort.values(),
            "report.state", MessageState.values());

    @Test
    void hasATextForEveryCodeThatAPageCanShow() {
        Stream<String> keys = CODES.entrySet().stream()
                .flatMap(codes -> Arrays.stream(codes.getValue()).map(code -> codes.getKey() + "." + code.name()));

        assertThat(DUTCH.keySet()).containsAll(keys.toList());
    }

    @Test
    void saysEverythingInBothLanguages() throws IOException {
        assertThat(keys("/messages_en.properties")).isEqualTo(keys("/messages.properties"));
    }

    @Test
    void callsLifeDomainsWhatTheCodeListCallsThem() {
        assertThat(LifeDomain.values())
                .allSatisfy(domain ->
                        assertThat(DUTCH.getString("domain." + domain)).isEqualTo(domain.dutchName()));
    }

    /** What a file says itself; a bundle would fill in from its parent. */
    private static Set<String> keys(String file) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = ConsoleTextTest.class.getResourceAsStream(file)) {
            properties.load(in);
        }
        return properties.stringPropertyNames();
    }
}
