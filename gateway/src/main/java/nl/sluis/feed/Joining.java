package nl.sluis.feed;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.audit.AuditLog;
import nl.sluis.followup.Tasks;
import nl.sluis.household.Doubt;
import nl.sluis.household.Households;
import nl.sluis.regie.RegieMoves;
import nl.sluis.seal.AtRest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Does what a person decided about two households that may be one. Their items stand together from then on, each encrypted with the key of
 * the household in which it stands. There is no way back but by the original messages: hence a person, and an entry in the audit.
 */
@Component
public class Joining {

    private final JdbcClient jdbc;
    private final Households households;
    private final Tasks tasks;
    private final RegieMoves regie;
    private final AuditLog audit;
    private final Clock clock;

    Joining(JdbcClient jdbc, Households households, Tasks tasks, RegieMoves regie, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.households = households;
        this.tasks = tasks;
        this.regie = regie;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a person decides. */
    enum Decision {
        /** They are one person, and so the households are one. */
        SAME,
        /** They are two people. */
        OTHER
    }

    /**
     * Decides, with its proof in the audit.
     *
     * @return the household in which the items stand now; empty when there is no such doubt or somebody decided already
     */
    @Transactional
    Optional<UUID> decide(UUID household, UUID id, Decision decision) {
        // Nothing is linked to either of them meanwhile
        if (!households.claim(household)) {
            return Optional.empty();
        }
        return households.openDoubt(household, id).map(doubt -> {
            int items = 0;
            List<String> involved = List.of();
            if (decision == Decision.SAME) {
                items = move(doubt);
                moveTasks(doubt);
                involved = households.join(doubt, clock.instant());
            } else {
                households.keepApart(doubt, clock.instant());
            }
            UUID now = decision == Decision.SAME ? doubt.other() : household;
            if (!households.isDoubtful(now)) {
                jdbc.sql("UPDATE feed_item SET household_ambiguous = false WHERE household_id = ?")
                        .param(now)
                        .update();
            }
            // Last: an entry holds up every other, among them that of somebody who has one of these rows in hand
            involved.forEach(person -> audit.append(
                    "involvement.begun", null, Map.of("household", doubt.other().toString(), "person", person)));
            audit.append(
                    decision == Decision.SAME ? "household.joined" : "household.kept-apart",
                    null,
                    Map.of(
                            "household", household.toString(),
                            "other", doubt.other().toString(),
                            "items", Integer.toString(items)));
            return now;
        });
    }

    private void moveTasks(Doubt doubt) {
        if (!doubt.household().equals(doubt.other())) {
            regie.move(doubt.household(), doubt.other());
            tasks.move(doubt.household(), doubt.other());
        }
        if (!doubt.member().equals(doubt.candidate())) {
            regie.merge(doubt.member(), doubt.candidate());
            tasks.merge(doubt.member(), doubt.candidate());
        }
    }

    private int move(Doubt doubt) {
        if (doubt.household().equals(doubt.other())) {
            return 0;
        }
        List<UUID> items = jdbc.sql("SELECT id FROM feed_item WHERE household_id = ? ORDER BY position")
                .param(doubt.household())
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
        AtRest.Subject before = households.keyOf(doubt.household());
        AtRest.Unlocked after = households.keyOf(doubt.other()).unlocked();
        for (UUID item : items) {
            byte[] content = before.decrypt(
                    Feed.label(item),
                    jdbc.sql("SELECT content FROM feed_item WHERE id = ?")
                            .param(item)
                            .query((row, n) -> row.getBytes(1))
                            .single());
            jdbc.sql("UPDATE feed_item SET household_id = ?, content = ? WHERE id = ?")
                    .params(doubt.other(), after.encrypt(Feed.label(item), content), item)
                    .update();
        }
        return items.size();
    }
}
