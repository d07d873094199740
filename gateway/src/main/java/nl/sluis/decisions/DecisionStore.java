package nl.sluis.decisions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.policy.DecisionFacts;
import nl.sluis.policy.Outcome;
import nl.sluis.policyset.ItemsText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of decisions. */
@Component
final class DecisionStore {

    static final String COLUMNS = "f.day, f.policy, f.vocabulary, f.items, f.outcome, f.rows";

    private final JdbcClient jdbc;

    DecisionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID decision, OrganisationId sender, MessageId message, Instant at, DecisionFacts facts) {
        UUID own = UUID.randomUUID();
        jdbc.sql("INSERT INTO decision_facts (id, day, policy, vocabulary, items, outcome, rows)"
                        + " VALUES (:id, :day, :policy, :vocabulary, :items, :outcome, :rows)")
                .param("id", own)
                .param("day", facts.day())
                .param("policy", facts.policy())
                .param("vocabulary", facts.vocabulary())
                .param("items", ItemsText.of(facts.items()))
                .param("outcome", facts.outcome().name())
                .param("rows", String.join(" ", facts.rows()))
                .update();
        jdbc.sql("INSERT INTO decision_link (decision, facts, sender, message, at) VALUES (?, ?, ?, ?, ?)")
                .params(decision, own, sender.value(), message.value(), Timestamp.from(at))
                .update();
    }

    Optional<DecisionFacts> last(OrganisationId sender, MessageId message) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM decision_link l JOIN decision_facts f ON f.id = l.facts"
                        + " WHERE l.sender = ? AND l.message = ? ORDER BY l.at DESC LIMIT 1")
                .params(sender.value(), message.value())
                .query(DecisionStore::facts)
                .optional();
    }

    static DecisionFacts facts(ResultSet row, int i) throws SQLException {
        return new DecisionFacts(
                row.getObject(1, LocalDate.class),
                row.getString(2),
                row.getString(3),
                ItemsText.read(row.getString(4)),
                Outcome.valueOf(row.getString(5)),
                ItemsText.words(row.getString(6)));
    }
}
