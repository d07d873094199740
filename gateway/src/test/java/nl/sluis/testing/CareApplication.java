package nl.sluis.testing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.closing.ClosingSettings;
import nl.sluis.figures.FiguresSettings;
import nl.sluis.handover.HandoverSettings;
import nl.sluis.handover.SenderTypes;
import nl.sluis.handover.Told;
import nl.sluis.handover.WordBack;
import nl.sluis.safety.SafetySettings;
import nl.sluis.transition.TransitionSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Primary;

/** What a team works with around a household, without the path; its clock stands still, and nothing goes by itself. */
@ComponentScan({
    "nl.sluis.closing",
    "nl.sluis.console.regisseur",
    "nl.sluis.family",
    "nl.sluis.figures",
    "nl.sluis.handover",
    "nl.sluis.plan",
    "nl.sluis.safety",
    "nl.sluis.transition",
    "nl.sluis.watch"
})
@EnableConfigurationProperties({
    ClosingSettings.class,
    FiguresSettings.class,
    HandoverSettings.class,
    SafetySettings.class,
    TransitionSettings.class
})
public class CareApplication extends FeedApplication {

    /** When it is, unless a test moves on. */
    public static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

    private static final Map<String, OrganisationType> TYPES = Map.of(
            "veilig-thuis", OrganisationType.VEILIG_THUIS,
            "basisschool-", OrganisationType.SCHOOL,
            "huisarts-", OrganisationType.GP,
            "politie-", OrganisationType.POLICE,
            "corporatie-", OrganisationType.HOUSING);

    @Bean
    @Override
    SettableClock clock() {
        return new SettableClock(NOW);
    }

    /** What an organisation is, its name says; there is no directory. */
    @Bean
    @Primary
    SenderTypes typesByName() {
        return sender -> TYPES.entrySet().stream()
                .filter(type -> sender.value().startsWith(type.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** What the sender of a case is told; there is no path. */
    @Bean
    @Primary
    ToldWords words() {
        return new ToldWords();
    }

    /** Remembers what was told. */
    public static final class ToldWords implements WordBack {

        private final List<Told> told = new CopyOnWriteArrayList<>();
        private volatile boolean mayGo = true;

        @Override
        public boolean tell(Message handover, Told word) {
            if (mayGo) {
                told.add(word);
            }
            return mayGo;
        }

        /** Everything that was told. */
        public List<Told> told() {
            return told;
        }

        /** Whether anything may go from now on. */
        public void mayGo(boolean may) {
            mayGo = may;
        }
    }
}
