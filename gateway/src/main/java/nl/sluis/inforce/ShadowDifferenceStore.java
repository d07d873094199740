package nl.sluis.inforce;

import java.util.UUID;
import nl.sluis.policy.DecisionFacts;
import nl.sluis.policyset.ItemsText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where the set in shadow would have decided otherwise. */
@Component
class ShadowDifferenceStore {

    private final JdbcClient jdbc;

    ShadowDifferenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(DecisionFacts decided, DecisionFacts would) {
        jdbc.sql("INSERT INTO shadow_difference (id, day, policy, shadow_policy, vocabulary, items, outcome,"
                        + " shadow_outcome, rows, shadow_rows) VALUES (:id, :day, :policy, :shadow, :vocabulary, :items,"
                        + " :outcome, :would, :rows, :wouldRows)")
                .param("id", UUID.randomUUID())
                .param("day", decided.day())
                .param("policy", decided.policy())
                .param("shadow", would.policy())
                .param("vocabulary", decided.vocabulary())
                .param("items", ItemsText.of(decided.items()))
                .param("outcome", decided.outcome().name())
                .param("would", would.outcome().name())
                .param("rows", String.join(" ", decided.rows()))
                .param("wouldRows", String.join(" ", would.rows()))
                .update();
    }
}
