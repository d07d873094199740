package nl.sluis.household;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.sluis.linking.Clue;
import nl.sluis.linking.Match;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of what a person has to decide about who is who. */
final class DoubtStore {

    private static final String SELECT =
            "SELECT id, household_id, member_id, other_id, candidate_id, score, clues, since, apart_at"
                    + " FROM household_doubt ";

    private final JdbcClient jdbc;

    DoubtStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is to be decided from now on. */
    record NewDoubt(UUID household, UUID member, UUID other, UUID candidate, Match match) {}

    /**
     * Writes those that are new: one statement, also when there is nothing to write. What a person decided is not asked again, whichever of
     * the two is named first.
     */
    void write(List<NewDoubt> doubts) {
        jdbc.sql("""
                        INSERT INTO household_doubt (id, household_id, member_id, other_id, candidate_id, score, clues)
                        SELECT * FROM unnest(CAST(:ids AS uuid[]), CAST(:households AS uuid[]), CAST(:members AS uuid[]),
                            CAST(:others AS uuid[]), CAST(:candidates AS uuid[]), CAST(:scores AS int[]), CAST(:clues AS text[]))
                            AS n(id, household, member, other, candidate, score, clues)
                        WHERE NOT EXISTS (SELECT 1 FROM household_doubt d WHERE
                            (d.household_id, d.member_id, d.other_id, d.candidate_id) IN
                            ((n.household, n.member, n.other, n.candidate), (n.other, n.candidate, n.household, n.member)))""")
                .param("ids", texts(doubts, any -> UUID.randomUUID()))
                .param("households", texts(doubts, NewDoubt::household))
                .param("members", texts(doubts, NewDoubt::member))
                .param("others", texts(doubts, NewDoubt::other))
                .param("candidates", texts(doubts, NewDoubt::candidate))
                .param("scores", texts(doubts, doubt -> doubt.match().score()))
                .param("clues", texts(doubts, doubt -> names(doubt.match().clues())))
                .update();
    }

    /** In which a household is the later one, the most alike first. */
    List<Doubt> of(UUID household) {
        return jdbc.sql(SELECT + "WHERE household_id = ? ORDER BY score DESC, id")
                .param(household)
                .query((row, n) -> doubt(row))
                .list();
    }

    /** The one with this id, of this household, on which nobody decided. */
    Optional<Doubt> open(UUID household, UUID id) {
        return jdbc.sql(SELECT + "WHERE household_id = ? AND id = ? AND apart_at IS NULL")
                .params(household, id)
                .query((row, n) -> doubt(row))
                .optional();
    }

    /** Whether a person still has to decide one of these. */
    boolean anyOpen(List<NewDoubt> doubts) {
        return jdbc.sql("""
                        SELECT count(*) FROM household_doubt d JOIN unnest(CAST(:households AS uuid[]), CAST(:members AS uuid[]),
                            CAST(:others AS uuid[]), CAST(:candidates AS uuid[])) AS n(household, member, other, candidate)
                        ON (d.household_id, d.member_id, d.other_id, d.candidate_id) IN
                            ((n.household, n.member, n.other, n.candidate), (n.other, n.candidate, n.household, n.member))
                        WHERE d.apart_at IS NULL""")
                        .param("households", texts(doubts, NewDoubt::household))
                        .param("members", texts(doubts, NewDoubt::member))
                        .param("others", texts(doubts, NewDoubt::other))
                        .param("candidates", texts(doubts, NewDoubt::candidate))
                        .query((row, n) -> row.getLong(1))
                        .single()
                > 0;
    }

    boolean anyOpen(UUID household) {
        return !jdbc.sql("SELECT 1 FROM household_doubt WHERE household_id = ? AND apart_at IS NULL LIMIT 1")
                .param(household)
                .query()
                .listOfRows()
                .isEmpty();
    }

    /** Also when the household is the earlier one, at which nobody decides. */
    boolean anyOpenOnEitherSide(UUID household) {
        return !jdbc.sql("SELECT 1 FROM household_doubt WHERE :household IN (household_id, other_id)"
                        + " AND apart_at IS NULL LIMIT 1")
                .param("household", household)
                .query()
                .listOfRows()
                .isEmpty();
    }

    void keepApart(UUID id, Instant at) {
        jdbc.sql("UPDATE household_doubt SET apart_at = ? WHERE id = ?")
                .params(at.atOffset(ZoneOffset.UTC), id)
                .update();
    }

    /** What was doubted of a household is doubted of the one that it became part of. */
    void move(UUID from, UUID to) {
        for (String column : List.of("household_id", "other_id")) {
            jdbc.sql("UPDATE household_doubt SET %1$s = :to WHERE %1$s = :from".formatted(column))
                    .param("from", from)
                    .param("to", to)
                    .update();
        }
    }

    /** What nobody has to decide any more: whether somebody is the same as itself in one household. */
    void settle() {
        jdbc.sql("DELETE FROM household_doubt WHERE household_id = other_id AND member_id = candidate_id")
                .update();
        jdbc.sql("""
                        DELETE FROM household_doubt d WHERE apart_at IS NULL AND EXISTS (SELECT 1 FROM household_doubt o
                            WHERE o.apart_at IS NOT NULL AND o.id <> d.id AND (o.member_id, o.candidate_id) IN
                            ((d.member_id, d.candidate_id), (d.candidate_id, d.member_id)))""").update();
    }

    private static Doubt doubt(ResultSet row) throws SQLException {
        OffsetDateTime apart = row.getObject("apart_at", OffsetDateTime.class);
        return new Doubt(
                row.getObject("id", UUID.class),
                row.getObject("household_id", UUID.class),
                row.getObject("member_id", UUID.class),
                row.getObject("other_id", UUID.class),
                row.getObject("candidate_id", UUID.class),
                row.getInt("score"),
                clues(row.getString("clues")),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                apart == null ? null : apart.toInstant());
    }

    private static String names(Set<Clue> clues) {
        return clues.stream().map(Clue::name).sorted().collect(Collectors.joining(" "));
    }

    private static Set<Clue> clues(String names) {
        EnumSet<Clue> clues = EnumSet.noneOf(Clue.class);
        for (String name : names.split(" ")) {
            if (!name.isEmpty()) {
                clues.add(Clue.valueOf(name));
            }
        }
        return clues;
    }

    private static @Nullable String[] texts(List<NewDoubt> doubts, Function<NewDoubt, Object> part) {
        return doubts.stream().map(part).map(Object::toString).toArray(String[]::new);
    }
}
