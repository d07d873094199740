package nl.sluis.consent;

import static nl.sluis.consent.ConsentFixture.TEAM;
import static nl.sluis.consent.ConsentFixture.by;
import static nl.sluis.consent.ConsentFixture.given;
import static nl.sluis.consent.ConsentFixture.refused;
import static nl.sluis.consent.ConsentFixture.team;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import nl.sluis.canonical.ConsentRecord;
import nl.sluis.testing.SettableClock;
import nl.sluis.testing.TestDatabase;

class WithdrawnStaysWithdrawnTest {

    private static final DataSource DATABASE = TestDatabase.migrated();

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T09:00:00Z"));

    /** 0 to 2 record one of three forms (again), 3 a refusal, 4 and more withdraw what was recorded, now or before. */
    @Property(tries = 40)
    void neverShowsAWithdrawnConsentAsLive(@ForAll @Size(max = 12) List<@IntRange(min = 0, max = 9) Integer> acts) {
        ConsentFixture consents = new ConsentFixture(DATABASE, clock);
        List<String> ids = new ArrayList<>();
        Map<String, Instant> withdrawn = new HashMap<>();
        for (int act : acts) {
            clock.advance(Duration.ofMinutes(1));
            if (act < 4) {
                ids.add(consents.record(
                        act == 3
                                ? refused(team(), null)
                                : given(team(), null, Instant.parse("2026-01-0" + (act + 1) + "T00:00:00Z"))));
            } else if (!ids.isEmpty()) {
                String id = ids.get(act % ids.size());
                Instant at = act % 2 == 0 ? clock.instant() : clock.instant().minusSeconds(90);
                Withdrawal answer = consents.register.withdraw(id, by("sanne", at));
                withdrawn.put(id, ((Withdrawal.Withdrawn) answer).at());
            }
            for (ConsentRecord record : consents.concerning(TEAM)) {
                if (withdrawn.containsKey(record.id())) {
                    assertThat(record.withdrawnAt()).isEqualTo(withdrawn.get(record.id()));
                }
            }
        }
    }
}
