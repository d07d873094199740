package nl.sluis.policyset;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.sluis.policy.DecisionFacts;
import nl.sluis.policy.Outcome;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Decisions as lines of JSON, one each, for {@code policy replay}: facts codes and rows, and nobody. */
public final class DecisionLines {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private DecisionLines() {}

    // Days and outcomes as words: the file is read by other programs too
    private record Line(
            String day,
            String policy,
            String vocabulary,
            List<DecisionFacts.Item> items,
            String outcome,
            List<String> rows) {}

    /** One line, without its end. */
    public static String write(DecisionFacts facts) {
        return JSON.writeValueAsString(new Line(
                facts.day().toString(),
                facts.policy(),
                facts.vocabulary(),
                facts.items(),
                facts.outcome().name(),
                facts.rows()));
    }

    /** The decision; empty when the line is not one. */
    public static Optional<DecisionFacts> read(String line) {
        try {
            Line read = JSON.readValue(line, Line.class);
            return Optional.of(new DecisionFacts(
                    LocalDate.parse(read.day()),
                    read.policy(),
                    read.vocabulary(),
                    read.items(),
                    Outcome.valueOf(read.outcome()),
                    read.rows()));
        } catch (JacksonException | DateTimeException | IllegalArgumentException | NullPointerException e) {
            return Optional.empty();
        }
    }
}
