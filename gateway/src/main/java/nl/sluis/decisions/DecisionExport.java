package nl.sluis.decisions;

import java.io.PrintStream;
import nl.sluis.policyset.DecisionLines;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes every decision that is kept as a line, for {@code policy replay}: never which message it was about. */
public final class DecisionExport {

    private static final int FETCH_ROWS = 1_000;

    private final JdbcTemplate jdbc;

    /** Reads through a template of its own: it streams, so it must run in a transaction to hold little memory. */
    public DecisionExport(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        jdbc.setFetchSize(FETCH_ROWS);
    }

    /** Writes them, by day and otherwise in no order that says anything. */
    public void write(PrintStream out) {
        jdbc.query("SELECT " + DecisionStore.COLUMNS + " FROM decision_facts f ORDER BY f.day, f.id", row -> {
            out.print(DecisionLines.write(DecisionStore.facts(row, 0)) + "\n");
        });
        out.flush();
    }
}
