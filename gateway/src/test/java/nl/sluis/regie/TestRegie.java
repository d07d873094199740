package nl.sluis.regie;

import java.time.Clock;
import nl.sluis.followup.Tasks;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Parts of regie for tests of what uses it. */
public final class TestRegie {

    private TestRegie() {}

    /** What becomes of regie when households are joined. */
    public static RegieMoves moves(JdbcClient jdbc, Tasks tasks) {
        return new RegieMoves(new RegieStore(jdbc), tasks, Clock.systemUTC());
    }
}
