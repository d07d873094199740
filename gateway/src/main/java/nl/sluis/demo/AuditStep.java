package nl.sluis.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import nl.sluis.cli.RunningNodes;
import nl.sluis.demo.Neighbourhood.Member;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Step 8: somebody with every right on the school's database changes its log, and the log says so. */
final class AuditStep {

    private static final int SCHOOL = Member.SCHOOL.ordinal();

    private final RunningNodes nodes;

    AuditStep(RunningNodes nodes) {
        this.nodes = nodes;
    }

    void alter(Consumer<String> say) throws IOException {
        StepFailed.unless(verify().contains("intact"), "the log was not intact before");
        JdbcClient database =
                JdbcClient.create(new DriverManagerDataSource(nodes.databaseUrl(SCHOOL), "postgres", "postgres"));
        long n = database.sql("SELECT min(n) FROM audit_entry WHERE event = 'message.decided'")
                .query(Long.class)
                .single();
        replace(database, n, "PERMIT", "DENY");
        say.accept("In the school's database the PERMIT of entry " + n + " becomes a DENY.");
        String verdict = verify();
        StepFailed.unless(verdict.contains("BROKEN at entry " + n), "audit verify says " + verdict);
        say.accept("audit verify: " + verdict);
        replace(database, n, "DENY", "PERMIT");
        StepFailed.unless(verify().contains("intact"), "the log is not intact afterwards");
        say.accept("As it was written: " + verify());
    }

    private static void replace(JdbcClient database, long n, String before, String after) {
        int changed = database.sql("UPDATE audit_entry SET detail = replace(detail, ?, ?) WHERE n = ?")
                .params(before, after, n)
                .update();
        StepFailed.unless(changed == 1, "the entry is not there");
    }

    private String verify() throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        nodes.auditIsIntact(SCHOOL, new PrintStream(said, true, StandardCharsets.UTF_8));
        return said.toString(StandardCharsets.UTF_8).lines().findFirst().orElse("");
    }
}
