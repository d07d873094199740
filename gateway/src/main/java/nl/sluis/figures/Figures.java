package nl.sluis.figures;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes the figures of a quarter once, when they are first asked for, and gives the same ever after. */
@Component
class Figures {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final FiguresStore store;
    private final Making making;
    private final Clock clock;

    Figures(FiguresStore store, Making making, Clock clock) {
        this.store = store;
        this.making = making;
        this.clock = clock;
    }

    /** Of a quarter; empty when it is not over. */
    @Transactional
    Optional<JsonNode> of(Quarter quarter) {
        Instant now = clock.instant();
        if (!quarter.isOver(now)) {
            return Optional.empty();
        }
        if (store.given(quarter).isEmpty()) {
            Published made = making.of(quarter, store.count(quarter), now);
            store.keep(quarter, now, JSON.writeValueAsString(made));
        }
        // Where two were made at once, both give what was kept
        return store.given(quarter).map(JSON::readTree);
    }
}
