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
import nl.sluis.followup.TaskKind;
import nl.sluis.outbox.MessageState;
import nl.sluis.regie.Regie;
import nl.sluis.safety.Instrument;
import nl.sluis.safety.Judgement;
import nl.sluis.safety.NotMadeReason;
import nl.sluis.safety.RiskMarker;
import nl.sluis.safety.Source;
import org.junit.jupiter.api.Test;

class ConsoleTextTest {

    private static final ResourceBundle DUTCH = ResourceBundle.getBundle("messages", Locale.ROOT);

    private static final Map<String, Enum<?>[]> CODES = Map.ofEntries(
            Map.entry("kind", MessageKind.values()),
            Map.entry("urgency", Urgency.values()),
            Map.entry("ground", LegalBasis.values()),
            Map.entry("purpose", Purpose.values()),
            Map.entry("category", DataCategory.values()),
            Map.entry("role", HouseholdRole.values()),
            Map.entry("domain", LifeDomain.values()),
            Map.entry("state", FeedState.values()),
            Map.entry("sort", FeedCard.Sort.values()),
            Map.entry("report.state", MessageState.values()),
            Map.entry("task", TaskKind.values()),
            Map.entry("holder", Regie.Holder.values()),
            Map.entry("instrument", Instrument.values()),
            Map.entry("judgement", Judgement.values()),
            Map.entry("marker", RiskMarker.values()),
            Map.entry("not-made", NotMadeReason.values()),
            Map.entry("safety.source", Source.values()));

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
